"""Earlier decisions on the like: counted beside a decision, and listed for who may read the files."""
