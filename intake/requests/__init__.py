"""Filings and requests: from the form to the last state. Judges by the regulation, decides nothing."""
