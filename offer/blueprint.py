"""The blueprint of every page about the offer; the rooms within offer put their pages on it."""

from flask import Blueprint

bp = Blueprint("offer", __name__)
