"""The centre's own template of an item: kept, replaced, given up for the one that comes along. It commits nothing."""

from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core import settings
from core.clock import add_days, long_date, today
from core.db import db
from core.errors import RuleBroken
from core.letters.sheets import in_dutch
from core.money import show_cents
from core.sealing import files
from core.sealing.files import StoredFile
from fund.bodies.deciding import COMMITTEE
from fund.meetings.elsewhere import shipped
from fund.meetings.elsewhere.checking import FIELD, checked
from fund.meetings.elsewhere.filling import filled
from intake.evidence.content.kinds import Refused
from intake.evidence.scanning import ScannerDown, scan
from intake.evidence.wording import refusal
from terms.lists import label_of
from terms.rule_lists import BODIES

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The number of the stored file; 0: the one that comes along.
TEMPLATE: Final = settings.Key("meetings.template", default=0)


def is_own() -> bool:
    """Has this centre one of its own?"""
    return _stored() is not None


def current() -> bytes:
    """The template that items are written in now."""
    stored = _stored()
    return shipped.template() if stored is None else files.read(stored)


def looked_at(content: bytes) -> bytes:
    """What would be kept of a file; RuleBroken where it may not be a template. It takes its time."""
    kept = checked(content)
    try:
        scan(content)
    except Refused as refused:
        raise RuleBroken(refusal(refused.why, ""), field=FIELD) from refused
    except ScannerDown as down:
        words = _("The virus scanner does not answer. Nothing was lost. Try again later.")
        raise RuleBroken(words, field=FIELD) from down
    return kept


def put(kept: bytes, *, by: Account) -> None:
    """From now on items are written in it; what was made before stays as it is."""
    before = _stored()
    settings.put(TEMPLATE, files.store(kept, content_type=DOCX).id, by=by.person_id)
    _forget(before)


def drop(*, by: Account) -> None:
    """Back to the one that comes along."""
    before = _stored()
    settings.put(TEMPLATE, 0, by=by.person_id)
    _forget(before)


def example() -> bytes:
    """The template with somebody who is not there."""
    with in_dutch():
        return filled(current(), _made_up())


def _stored() -> StoredFile | None:
    number = settings.get(TEMPLATE)
    return db.session.get(StoredFile, number) if number else None


def _forget(stored: StoredFile | None) -> None:
    if stored is not None:
        files.remove(stored)


def _made_up() -> dict[str, str]:
    amount, price, on = show_cents(9_000), show_cents(12_000), today()
    steps = ((_("Cost"), price), (_("The rule gives"), amount))
    return {
        "orgaan": label_of(BODIES, COMMITTEE),
        "zitting": f"0/{on.year}",
        "datum": long_date(add_days(on, 8)),
        "punt": "1",
        "aanvraagnummer": f"{on.year}-0000",
        "dossiernummer": "20000",
        "naam": _("Example Person"),
        "geboortedatum": long_date(on.replace(year=on.year - 9, day=1)),
        "werker": _("Example Worker"),
        "ingediend": long_date(add_days(on, -12)),
        "beslissen_voor": long_date(add_days(on, 18)),
        "dringend": "–",
        "gevraagd": _("Membership, working year"),
        "soort": _("Membership"),
        "aanbieder": _("the club"),
        "kost": price,
        "datum_kost": long_date(add_days(on, -20)),
        "uitbetalen_aan": _("the provider"),
        "antwoorden": "–",
        "reden": _("To belong"),
        "doel": _("Here stands the goal."),
        "verslag": _("Here stands the social report."),
        "berekening": "\n".join(f"{label}: {value}" for label, value in steps),
        "plafonds": "–",
        "regel": _("title, version, council decision, article"),
        "bewijzen": f"{_('Invoice')}: {_('in order')}",
        "andere_betalers": _("nobody named"),
        "begroting": f"{_('Free before')}: {show_cents(500_000)}\n{_('Free after')}: {show_cents(491_000)}",
        "voorstel": _("Grant %(amount)s", amount=amount),
        "bedrag": amount,
        "motivering": _("As the rule gives it."),
    }
