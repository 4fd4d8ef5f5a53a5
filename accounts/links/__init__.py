"""Links for people without an account: made by staff, short-lived, counted. What they open is the rooms' own."""
