"""The blueprint of every page about clients; the rooms within people put their pages on it."""

from flask import Blueprint

bp = Blueprint("people", __name__)
