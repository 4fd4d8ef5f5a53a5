"""The activities that a team keeps at hand."""
