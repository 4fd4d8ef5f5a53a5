"""Meetings of a committee: agenda, members, votes, the list of decisions, minutes. It judges no request."""
