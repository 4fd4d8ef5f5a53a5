"""Totals of years before the product, as a document of then published them. They are counted nowhere."""
