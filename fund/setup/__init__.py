"""The first hour of a centre: eight questions, and the list of what is still missing."""
