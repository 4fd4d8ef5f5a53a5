"""What is kept closed: keys, sealed columns and sealed files."""
