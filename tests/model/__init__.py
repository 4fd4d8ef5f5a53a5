"""The house against plain Python: random histories, random figures."""
