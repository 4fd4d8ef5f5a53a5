"""Notes of the service about a client: they stand in no decision and are kept sealed."""
