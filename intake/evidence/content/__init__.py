"""What may come in as a proof, told by its content alone: pure, and run in a process of its own."""
