"""A calendar of one person behind a private address. What stands in it, the rooms above bring."""
