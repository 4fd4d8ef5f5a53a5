"""The receipt of a filing: the letter that starts the clock. It decides nothing and sends nothing."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import brussels, long_date
from core.db import db
from core.letters import letters
from core.letters.letters import Body, LetterKind
from core.money import show_cents
from intake.requests.models import Filing, Request


def compose(fields: Mapping[str, Any]) -> Body:
    """What the receipt says: the mentions that the law asks, in plain words."""
    return Body(
        intro=(_intro(fields),),
        rows=(
            (_("Receipt"), fields["receipt_number"]),
            *(row for one in fields["requests"] for row in _rows(one, len(fields["requests"]))),
            (_("Your social worker"), fields["worker"]),
        ),
        closing=(
            _("We decide by %(date)s at the latest.", date=fields["due_on"]),
            _("You then receive a letter with the decision and the reasons."),
            _(
                "You have the right to be heard before the decision. "
                "Ask this in writing, or tell your social worker."
            ),
            _(
                "Does something change in your situation? Tell us at once. "
                "Think of your income, your family or your address."
            ),
            _(
                "We use your data only to handle this request, as the law charges us. "
                "You may see your data and have mistakes put right. Ask your social worker how."
            ),
        ),
        signed_by=(fields["worker"], _("social worker")),
    )


def _intro(fields: Mapping[str, Any]) -> str:
    if len(fields["requests"]) > 1:
        return str(_("We have received your requests on %(date)s.", date=fields["filed_on"]))
    return str(_("We have received your request on %(date)s.", date=fields["filed_on"]))


def _rows(request: Mapping[str, str], of: int) -> tuple[tuple[str, str], ...]:
    if of > 1:
        words = (request["name"], request["what"], request["cost"])
        return ((_("Request %(number)s", number=request["number"]), "\n".join(words)),)
    return (
        (_("Request number"), request["number"]),
        (_("For"), request["name"]),
        (_("Asked"), request["what"]),
        (_("Price"), request["cost"]),
    )


RECEIPT = letters.register(
    LetterKind(
        code="receipt",
        title=_l("Receipt of your request"),
        required=("receipt_number", "filed_on", "due_on", "worker", "requests"),
        compose=compose,
    )
)


def issue(filing: Filing) -> None:
    """Freeze the receipt with the filing: number, date, term, rights and duties, worker's name."""
    due_on = min(request.legal_due_on for request in filing.requests)
    letter = letters.issue(
        RECEIPT,
        subject=("filing", filing.id),
        fields={
            "receipt_number": filing.receipt_number,
            "filed_on": long_date(brussels(filing.filed_at).date()),
            "due_on": long_date(due_on),
            "worker": filing.requests[0].worker.name,
            "requests": [_asked(request) for request in filing.requests],
        },
    )
    filing.letter_id = letter.id
    db.session.flush()


def _asked(request: Request) -> dict[str, str]:
    return {
        "number": request.number,
        "name": request.client.name,
        "what": request.what,
        "cost": show_cents(request.cost_cents),
    }
