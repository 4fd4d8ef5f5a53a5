"""A rule into force: what would disappear, and the act itself. It reads no person and judges no request."""
