"""What was asked and why, as pairs of words for paper. It leaves out the report, and changes nothing."""

from collections.abc import Iterator

from flask_babel import gettext as _

from core.clock import long_date
from core.money import show_cents
from intake.asking.asked import DISCOUNT
from intake.requests.models import Request
from intake.requests.queries import goal_of
from terms.lists import CATEGORIES, LIFE_DOMAINS, PAYEES, REASONS, label_of

# A pair without a value would be a line to write on.
NOTHING = "–"


def asked_in_words(request: Request) -> Iterator[tuple[str, str]]:
    """The question itself, as it stands now."""
    yield _("What"), request.what
    yield _("Kind of activity"), label_of(CATEGORIES, request.category)
    yield _("Provider"), request.provider_name or _("not known")
    yield _("Ask as"), _("Discount") if request.kind == DISCOUNT else _("Culture Fund")
    yield _("Price"), show_cents(request.cost_cents)
    yield _("Date of the cost"), long_date(request.cost_on)
    yield _("Pay to"), label_of(PAYEES, request.payee)


def why_in_words(request: Request) -> Iterator[tuple[str, str]]:
    """What it is for, within the assistance."""
    yield _("Reason"), label_of(REASONS, request.reason) or NOTHING
    yield _("Life domain"), label_of(LIFE_DOMAINS, request.filing.life_domain) or NOTHING
    yield _("Goal"), goal_of(request.filing) or NOTHING
