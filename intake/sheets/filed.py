"""A request as it was filed, on paper and for a signature. It leaves out the report, and changes nothing."""

from collections.abc import Iterator

from flask_babel import gettext as _

from core.clock import brussels, long_date
from core.letters.sheets import Part, Sheet
from core.money import show_cents
from intake.asking.asked import DISCOUNT
from intake.requests.judging import frozen_of
from intake.requests.models import Request
from intake.requests.queries import latest_version, other_parts_of
from intake.requests.wording import payer_in_words
from terms.lists import (
    CATEGORIES,
    EVIDENCE,
    LIFE_DOMAINS,
    PAYEES,
    REASONS,
    label_of,
)

# A pair without a value would be a line to write on.
NOTHING = "–"


def filed_form(request: Request) -> Sheet:
    """What was asked and for whom, with the places where client and worker sign."""
    return Sheet.of(
        _("Request %(number)s", number=request.number),
        (
            Part(_("For whom"), rows=tuple(_whom(request))),
            Part(_("What is asked"), rows=tuple(_asked(request))),
            Part(_("Why"), rows=tuple(_why(request))),
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
    yield _("What"), request.what
    yield _("Kind of activity"), label_of(CATEGORIES, request.category)
    yield _("Provider"), request.provider_name or _("not known")
    yield _("Ask as"), _("Discount") if request.kind == DISCOUNT else _("Culture Fund")
    yield _("Price"), show_cents(request.cost_cents)
    yield _("Date of the cost"), long_date(request.cost_on)
    yield _("Pay to"), label_of(PAYEES, request.payee)
    yield _("Other payers"), "\n".join(paid) or NOTHING
    yield _("Evidence seen"), "\n".join(seen) or _("none yet")
    for question, answer in frozen_of(version).rows:
        yield question, answer or NOTHING


def _why(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Reason"), label_of(REASONS, request.reason) or NOTHING
    yield _("Life domain"), label_of(LIFE_DOMAINS, request.filing.life_domain) or NOTHING
    yield _("Goal"), request.filing.goal or NOTHING


def _filed(request: Request) -> Iterator[tuple[str, str]]:
    yield _("Social worker"), f"{request.worker.name}, {request.team.name}"
    yield _("Filed on"), long_date(brussels(request.submitted_at).date())
    if request.corrected_at is not None:
        yield _("Corrected on"), long_date(brussels(request.corrected_at).date())
    yield _("Decision by"), long_date(request.legal_due_on)
