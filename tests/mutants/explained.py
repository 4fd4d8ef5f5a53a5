"""Mutants of the judge that no test can notice, each with its reason. None is here for convenience."""

NEVER_USED = "The value is written before it is read."
NEVER_NONE = "The line is reached with a value only; mypy asks for the other."

EXPLAINED: dict[str, str] = {
    "blocks: 1 -> 2": "Only compared with one another: each counted twice is the same order.",
    "calculation: 0 -> 1": f"{NEVER_USED} Or the cost is known: {NEVER_NONE}",
    "limits: self.month is None or self.day is None -> self.month is None and self.day is None": (
        "A file with one of the two is refused before it is judged."
    ),
}
