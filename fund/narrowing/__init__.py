"""What the worklist is narrowed to and how it is sorted, each with an address. It decides nothing."""
