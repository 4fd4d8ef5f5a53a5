"""Two persons in the tables who are one human being: linked by the administrator, one pair of eyes."""
