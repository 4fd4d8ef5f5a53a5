"""Part of the fund: a decision that has left is revised by a new one, which names it."""
