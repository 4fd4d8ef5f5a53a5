"""The words of intake's evidence: why a file does not come in, and what to do then. It decides nothing."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from intake.evidence.content.kinds import Why

REFUSALS: Final[Mapping[Why, LazyString]] = {
    Why.EMPTY: _l("This file is empty. Choose it again, or take a photo."),
    Why.TOO_BIG: _l("This file is larger than 20 MB. Take a photo, or scan it with less detail."),
    Why.OTHER_KIND: _l("This is not a photo or a PDF. Send a JPEG, PNG, HEIC, WebP or PDF."),
    Why.DAMAGED: _l("This file cannot be read. Perhaps it came through half. Send it again."),
    Why.TOO_HEAVY: _l("This file is too heavy to open safely. Take a photo of it."),
    Why.ENCRYPTED: _l("This PDF is locked. Save it without a password, or take a photo."),
    Why.ACTIVE: _l("This PDF can run something. Print it to a new PDF, or take a photo."),
    Why.HOLDS_FILES: _l(
        "There is another file inside this PDF. Print it to a new PDF, or take a photo."
    ),
    Why.TOO_MANY_PAGES: _l("This PDF has more than 50 pages. Send only the pages that count."),
    Why.INFECTED: _l("The virus scanner refuses this file. Do not open it. Tell your IT service."),
}


def refusal(why: Why, name: str) -> str:
    """Why this file does not come in, with its name where several were sent."""
    words = str(REFUSALS[why])
    return _("%(name)s: %(words)s", name=name, words=words) if name else words
