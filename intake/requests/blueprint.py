"""The blueprint of intake's requests; its routes stand in filing and requests."""

from flask import Blueprint

from intake.requests.wording import payer_in_words

bp = Blueprint("requests", __name__)
bp.add_app_template_filter(payer_in_words)
