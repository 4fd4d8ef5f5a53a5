"""Whether a file may come in as a proof, and what is kept of it. Pure: bytes in, bytes out; no row, no page."""

from intake.evidence.content.images import checked_image
from intake.evidence.content.kinds import PDF, Checked, kind_of
from intake.evidence.content.pdfs import checked_pdf


def checked(content: bytes) -> Checked:
    """What is kept of this file; Refused, with the reason, when it does not come in."""
    kind = kind_of(content)
    return checked_pdf(content) if kind == PDF else checked_image(content, kind)
