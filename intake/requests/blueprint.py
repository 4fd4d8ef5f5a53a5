"""The blueprint of intake's requests; its routes stand in form_routes and routes."""

from flask import Blueprint

bp = Blueprint("requests", __name__)
