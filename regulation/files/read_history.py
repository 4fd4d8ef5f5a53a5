"""From the words of a case to what was had before, in the regulation room. It judges nothing."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import Lexicon
from regulation.files.read_facts import DATES
from regulation.files.table import Table
from regulation.vocabulary.facts import MOST_PIECES, Booking, Claim, Facts
from regulation.vocabulary.rules import Scheme


def read_claim(
    table: Table, facts: Facts, schemes: Mapping[str, Scheme], lexicon: Lexicon
) -> Claim:
    """An earlier or an open request, of the same person unless it says another."""
    granted_cents, open_cents = table.cents("granted"), table.cents("open")
    if (granted_cents is None) is (open_cents is None):
        table.fail(_("Write either what was granted, or what is still open."))
    dates = {name: table.date(name) for name in DATES}
    scheme = table.choice("scheme", schemes, default=facts.scheme)
    if not any(dates.values()):
        table.fail(_("Write a date without quotes, such as 2026-01-31."), "cost_on")
    claim = Claim(
        scheme=scheme,
        client=table.text("person") or facts.client,
        household=table.text("household") or facts.household,
        counted_cents=granted_cents or open_cents or 0,
        is_open=granted_cents is None,
        category=lexicon.code(table, "category", "categories") or None,
        provider_type=lexicon.code(table, "provider_type", "provider_types") or None,
        strand=lexicon.code(table, "strand", "strands") or None,
        pieces=table.whole("count", least=1, most=MOST_PIECES) or 1,
        instalment_of=table.text("instalment_of"),
        bookings=tuple(_booking(one, facts, schemes) for one in table.tables("bookings")),
        **dates,
    )
    table.done()
    return claim


def _booking(table: Table, facts: Facts, schemes: Mapping[str, Scheme]) -> Booking:
    caps = {cap.name for scheme in schemes.values() for cap in scheme.caps}
    booking = Booking(
        cap=table.choice("cap", caps),
        subject=table.text("person") or facts.client,
        cents=table.cents("amount") or 0,
    )
    table.done()
    return booking
