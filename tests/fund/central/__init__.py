"""Tests of decisions for the central file."""
