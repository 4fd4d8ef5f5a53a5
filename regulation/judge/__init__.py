"""The pure judge: blocks of a rule, facts and history in, an assessment out. No clock, database or Flask."""
