"""A rule being changed: drafts with fields, what differs from the rule in force, and bringing in."""
