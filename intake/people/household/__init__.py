"""Who lives with whom: roles and dates, moving, a split, coming of age, a death. Opens no file."""
