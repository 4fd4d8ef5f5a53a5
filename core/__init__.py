"""The foundation: transactions, pages, money, clock, sealing, audit. Knows no word of the domain and has no routes."""
