"""Who decides on a request and why: bodies, capacities, stand-ins, the second person."""
