"""Who is told what about a request: when it moves, and when time passes. It decides and sends nothing."""
