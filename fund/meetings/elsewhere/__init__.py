"""Meetings whose agenda lives in another tool: documents leave for it, outcomes come back on one page."""
