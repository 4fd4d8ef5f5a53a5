"""People who come from elsewhere with their whole household: files that a centre already kept."""
