"""The pages of filings, requests and their proofs, gathered: importing this registers them on their blueprints."""

from intake.evidence import paper_routes
from intake.evidence import routes as proof_routes
from intake.filing import evidence_routes
from intake.filing import routes as filing_routes
from intake.requests import routes as request_routes
from intake.requests.blueprint import bp

__all__ = [
    "bp",
    "evidence_routes",
    "filing_routes",
    "paper_routes",
    "proof_routes",
    "request_routes",
]
