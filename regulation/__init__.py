"""Rule sets as data, and the pure function that judges facts by them. It stores no request."""
