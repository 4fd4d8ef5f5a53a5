"""Signing in and out, one's own account, and the first administrator. What an account may do stands in accounts."""
