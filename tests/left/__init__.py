"""Tests of what is left on the client's page."""
