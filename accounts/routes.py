"""The pages of the accounts room, gathered: importing this registers them all on one blueprint."""

from accounts import centre_routes, own_routes, session_routes, staff_routes, team_routes
from accounts.blueprint import bp

__all__ = ["bp", "centre_routes", "own_routes", "session_routes", "staff_routes", "team_routes"]
