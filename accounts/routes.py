"""The pages of the accounts room, gathered: importing this registers them all on one blueprint."""

from accounts.blueprint import bp
from accounts.feeds import routes as feed_routes
from accounts.notices import routes as notice_routes
from accounts.signing import own_routes, session_routes
from accounts.staff import centre_routes, same_person_routes, team_routes
from accounts.staff import routes as staff_routes

__all__ = [
    "bp",
    "centre_routes",
    "feed_routes",
    "notice_routes",
    "own_routes",
    "same_person_routes",
    "session_routes",
    "staff_routes",
    "team_routes",
]
