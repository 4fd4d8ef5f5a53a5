"""What intake prints when asked: a request as it was filed, and an empty form. Nothing of it is kept."""
