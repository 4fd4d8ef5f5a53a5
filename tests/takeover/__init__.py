"""Tests of what is taken over from spreadsheets."""
