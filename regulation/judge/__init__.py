"""The judge: how much the rule gives and why, line by line. It knows no clock, database, page or word on screen."""
