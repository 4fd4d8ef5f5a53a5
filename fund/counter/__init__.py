"""The counter route: what workers granted at once, and who looked at it the day after."""
