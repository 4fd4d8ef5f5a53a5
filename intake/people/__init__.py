"""Clients, their households, addresses, statuses and who is responsible. Knows no request."""
