"""Providers, their activities and the discounts agreed with them. Knows no client and no request."""
