"""Grants of before the product was used: requests that were never filed here, and count all the same."""
