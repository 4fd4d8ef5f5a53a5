"""Versions of rules: stored, read as pages, put into force. It judges nothing."""
