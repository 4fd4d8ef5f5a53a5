"""Providers that a social worker suggests, and what became of it. A suggestion holds no client."""
