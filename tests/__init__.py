"""Tests through the front door, in one small world."""
