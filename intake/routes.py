"""The pages of filings and requests, gathered: importing this registers them all on one blueprint."""

from intake.filing import routes as filing_routes
from intake.requests import routes as request_routes
from intake.requests.blueprint import bp

__all__ = ["bp", "filing_routes", "request_routes"]
