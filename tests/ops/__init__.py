"""Tests of setting up, serving and counting."""
