"""A request as it was filed, on paper and for a signature. It leaves out the report, and changes nothing."""

from collections.abc import Iterator

from flask_babel import gettext as _

from core.clock import brussels, long_date
from core.letters.sheets import Part, Sheet
from intake.requests.in_words import NOTHING, asked_in_words, why_in_words
from intake.requests.judging import frozen_of
from intake.requests.models import Request
from intake.requests.queries import latest_version, other_parts_of
from intake.requests.wording import payer_in_words
from terms.lists import (
    EVIDENCE,
    label_of,
)


def filed_form(request: Request) -> Sheet:
    """What was asked and for whom, with the places where client and worker sign."""
    return Sheet.of(
        _("Request %(number)s", number=request.number),
        (
            Part(_("For whom"), rows=tuple(_whom(request))),
            Part(_("What is asked"), rows=tuple(_asked(request))),
            Part(_("Why"), rows=tuple(why_in_words(request))),
            Part(_("Who filed it"), rows=tuple(_filed(request))),
            Part(
                _("Signature"),
                words=(
                    _("What stands above is right, as far as I know."),
                    _("Does something change? Then I tell my social worker."),
                ),
            ),
        ),
        reference=request.filing.receipt_number,
        signed=(
            _("The client, or a parent: date and signature"),
            _("The social worker: date and signature"),
        ),
    )


def _whom(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Name"), request.client.name
    yield _("Date of birth"), long_date(request.client.birth_on)
    yield _("File number"), request.client.file_number


def _asked(request: Request) -> Iterator[tuple[str, str]]:
    version = latest_version(request)
    paid = [
        payer_in_words(one.payer, one.amount_cents, one.answer) for one in other_parts_of(request)
    ]
    seen = [label_of(EVIDENCE, code) for code in version.evidence_seen]
    yield from asked_in_words(request)
    yield _("Other payers"), "\n".join(paid) or NOTHING
    yield _("Evidence seen"), "\n".join(seen) or _("none yet")
    for question, answer in frozen_of(version).rows:
        yield question, answer or NOTHING


def _filed(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Social worker"), f"{request.worker.name}, {request.team.name}"
    yield _("Filed on"), long_date(brussels(request.submitted_at).date())
    if request.corrected_at is not None:
        yield _("Corrected on"), long_date(brussels(request.corrected_at).date())
    yield _("Decision by"), long_date(request.legal_due_on)
