"""The pages of intake, gathered: importing this registers them all on their blueprints."""

from intake.correcting import routes as correcting_routes
from intake.dossier import routes as dossier_routes
from intake.evidence import paper_routes
from intake.evidence import routes as proof_routes
from intake.filing import evidence_routes
from intake.filing import routes as filing_routes
from intake.forwarding import routes as forwarding_routes
from intake.handover import routes as handover_routes
from intake.hearing import routes as hearing_routes
from intake.left import routes as left_routes
from intake.mandates import routes as mandate_routes
from intake.merging import routes as merging_routes
from intake.notes import routes as note_routes
from intake.people.household import routes as household_routes
from intake.people.reach import routes as reach_routes
from intake.plan import routes as plan_routes
from intake.referrals import link_routes as referral_link_routes
from intake.referrals import public_routes as referral_public_routes
from intake.referrals import routes as referral_routes
from intake.requests import list_routes as request_list_routes
from intake.requests import routes as request_routes
from intake.requests.blueprint import bp
from intake.requests.look_back import routes as look_back_routes
from intake.sheets import routes as sheet_routes

__all__ = [
    "bp",
    "correcting_routes",
    "dossier_routes",
    "evidence_routes",
    "filing_routes",
    "forwarding_routes",
    "handover_routes",
    "hearing_routes",
    "household_routes",
    "left_routes",
    "look_back_routes",
    "mandate_routes",
    "merging_routes",
    "note_routes",
    "paper_routes",
    "plan_routes",
    "proof_routes",
    "reach_routes",
    "referral_link_routes",
    "referral_public_routes",
    "referral_routes",
    "request_list_routes",
    "request_routes",
    "sheet_routes",
]
