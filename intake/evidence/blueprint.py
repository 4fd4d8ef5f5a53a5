"""The blueprint of intake's evidence; its routes stand in routes and paper_routes."""

from flask import Blueprint

bp = Blueprint("evidence", __name__)
