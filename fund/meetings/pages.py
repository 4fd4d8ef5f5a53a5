"""The pages of meetings, each on the one blueprint. It answers nothing itself."""

from fund.meetings import item_routes, routes, seat_routes
from fund.meetings.blueprint import bp
from fund.meetings.elsewhere import routes as elsewhere_routes
from fund.meetings.urgent import routes as urgent_routes
from fund.meetings.votes import routes as vote_routes

__all__ = [
    "bp",
    "elsewhere_routes",
    "item_routes",
    "routes",
    "seat_routes",
    "urgent_routes",
    "vote_routes",
]
