"""Speed as ratios to a reference page, measured in the same run on the same machine. Never part of a test."""
