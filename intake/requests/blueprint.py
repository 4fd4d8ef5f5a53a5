"""The blueprint of intake's requests; its routes stand in filing and requests."""

from flask import Blueprint

bp = Blueprint("requests", __name__)
