"""The page of a client's assistance plan: goals, steps, and the requests that serve them."""
