"""What cannot wait for a meeting: granted by its chair, ratified by the body or not. It plans no agenda."""
