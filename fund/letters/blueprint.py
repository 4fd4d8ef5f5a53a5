"""The blueprint of the fund's letters; `pages` gathers what stands on it."""

from flask import Blueprint

bp = Blueprint("letters", __name__)
