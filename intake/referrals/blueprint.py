"""The blueprint of referrals, apart, so that their pages can stand in several files."""

from flask import Blueprint

bp = Blueprint("referrals", __name__)
