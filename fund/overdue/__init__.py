"""Requests whose legal term is over, or soon will be, and what the law says of it. It decides nothing."""
