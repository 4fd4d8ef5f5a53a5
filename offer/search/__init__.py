"""Searching the offer: what narrows it, what is found, and the sheet that a client takes home. Knows no client."""
