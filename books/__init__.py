"""The money's truth: funding sources, budgets and the double-entry ledger. Knows no request."""
