"""How to reach a client safely, in which languages, and the sealed numbers. Knows no household."""
