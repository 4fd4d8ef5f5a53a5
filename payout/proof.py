"""The neutral proof of payout as a letter: what admits the bearer, and no word of who pays or why."""

from collections.abc import Mapping
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import long_date
from core.letters import letters
from core.letters.letters import Body, Letter, LetterKind
from core.money import show_cents
from intake.requests.models import Request
from payout.models import Voucher
from terms.lists import CATEGORIES, label_of

SUBJECT: Final = "voucher"


def compose(fields: Mapping[str, Any]) -> Body:
    """What the provider needs to let the bearer in at the right price."""
    return Body(
        intro=(_("The bearer of this proof pays the reduced price below."),),
        rows=(
            (_("Activity"), fields["activity"]),
            (_("Provider"), fields["provider"]),
            (_("Name of the bearer"), fields["bearer"]),
            (_("Valid until"), fields["valid_until"]),
            (_("Code"), fields["code"]),
        ),
        amounts=(
            (_("Normal price"), fields["price"]),
            (_("The bearer pays"), fields["bearer_pays"]),
        ),
        closing=(_("Keep the code with your bill. The network then settles the rest."),),
    )


PROOF: Final = letters.register(
    LetterKind(
        code="proof",
        title=_l("Proof of reduced price"),
        required=("activity", "provider", "bearer", "valid_until", "code", "price", "bearer_pays"),
        compose=compose,
        neutral=True,
    )
)


def issue(voucher: Voucher, request: Request) -> Letter:
    """Freeze the proof as it will be printed."""
    return letters.issue(
        PROOF,
        subject=(SUBJECT, voucher.id),
        fields={
            # never the worker's own words: they may say what a provider must not know
            "activity": (
                request.activity.name
                if request.activity
                else label_of(CATEGORIES, request.category)
            ),
            "provider": request.provider_name,
            "bearer": request.client.name,
            "valid_until": long_date(voucher.valid_until_on),
            "code": voucher.code,
            "price": show_cents(request.cost_cents),
            "bearer_pays": show_cents(voucher.client_cents),
        },
    )
