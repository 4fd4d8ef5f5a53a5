"""Trying a rule on what was decided: a period is judged again by another text. It changes no decision."""
