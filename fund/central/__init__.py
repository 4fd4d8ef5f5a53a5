"""Decisions for the central file of the centre: one as PDF or line, those of a period as lines. It decides nothing."""
