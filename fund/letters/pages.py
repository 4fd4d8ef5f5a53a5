"""The pages of the fund's letters, gathered: importing this registers them all on their blueprint."""

from fund.letters import letterhead_routes, routes, run_routes, text_routes, translation_routes
from fund.letters.blueprint import bp

__all__ = ["bp", "letterhead_routes", "routes", "run_routes", "text_routes", "translation_routes"]
