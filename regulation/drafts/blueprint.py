"""The blueprint of drafts of rules; routes.py and block_routes.py hang their addresses on it."""

from flask import Blueprint

from regulation.editing.paths import path_of

bp = Blueprint("drafts", __name__)
bp.add_app_template_filter(path_of, "block_path")
