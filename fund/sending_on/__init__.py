"""Sending a request on to another body of the same fund, which decides instead. It decides nothing itself."""
