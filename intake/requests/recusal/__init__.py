"""Who stepped back from a request, for family or acquaintance; it decides nothing else."""
