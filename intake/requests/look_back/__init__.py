"""A look back some weeks after the activity: did they go, did it help, what stood in the way."""
