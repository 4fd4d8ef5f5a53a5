"""Frozen sets of figures: built by one module that may read the rows, read by all others as cells."""
