"""The pages of the offer, gathered: importing this registers them all on their blueprint."""

from offer import routes
from offer.blueprint import bp
from offer.search import routes as search_routes
from offer.suggestions import routes as suggestion_routes

__all__ = ["bp", "routes", "search_routes", "suggestion_routes"]
