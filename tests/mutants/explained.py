"""Mutants of the judge that no test can notice, each with its reason. None is here for convenience."""

EXPLAINED: dict[str, str] = {}
