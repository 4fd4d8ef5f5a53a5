"""What one item says in the tool elsewhere: by each placeholder of a template its words. Changes nothing."""

from collections.abc import Iterable, Iterator, Mapping

from flask_babel import gettext as _

from books.queries import balance
from core import clock
from core.clock import brussels, long_date
from core.money import show_cents
from fund.meetings.life import RATIFY
from fund.meetings.models import Item, Meeting
from fund.meetings.wording import body_of, proposal_of, when
from fund.queries import budget_for
from fund.record import Judged, judged
from fund.ruling import line_words
from intake.requests.in_words import NOTHING
from intake.requests.models import Request
from intake.requests.queries import goal_of, other_parts_of
from intake.requests.wording import payer_in_words
from regulation.cap_words import cap_text, cap_whose
from regulation.words import evidence_text, shown_lines
from terms.lists import CATEGORIES, LIFE_DOMAINS, PAYEES, REASONS, label_of


def facts_of(item: Item) -> Mapping[str, str]:
    """Of one item, as it is known now and as it was drafted."""
    case = judged(item.request)
    said = {
        **dict(_of_the_meeting(item.meeting)),
        **dict(_of_the_request(item.request)),
        **dict(_asked(item.request)),
        **dict(_judged(case)),
        **dict(_proposed(item, case)),
        "punt": str(item.position),
    }
    return {name: words or NOTHING for name, words in said.items()}


def _of_the_meeting(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "orgaan", body_of(meeting)
    yield "zitting", f"{meeting.number}/{meeting.year}"
    yield "datum", when(meeting)


def _of_the_request(request: Request) -> Iterator[tuple[str, str]]:
    client = request.client
    yield "aanvraagnummer", request.number
    yield "dossiernummer", client.file_number
    yield "naam", client.name
    yield "geboortedatum", long_date(client.birth_on)
    yield "werker", f"{request.worker.name}, {request.team.name}"
    yield "ingediend", long_date(brussels(request.submitted_at).date())
    yield "beslissen_voor", long_date(request.legal_due_on)


def _asked(request: Request) -> Iterator[tuple[str, str]]:
    filing = request.filing
    yield "gevraagd", request.what
    yield "soort", label_of(CATEGORIES, request.category)
    yield "aanbieder", request.provider_name or _("not known")
    yield "kost", show_cents(request.cost_cents)
    yield "datum_kost", long_date(request.cost_on)
    yield "uitbetalen_aan", label_of(PAYEES, request.payee)
    why = (label_of(REASONS, request.reason), label_of(LIFE_DOMAINS, filing.life_domain))
    yield "reden", ", ".join(filter(None, why))
    yield "doel", goal_of(filing)
    yield "verslag", filing.report
    others = (
        payer_in_words(one.payer, one.amount_cents, one.answer) for one in other_parts_of(request)
    )
    yield "andere_betalers", "\n".join(others) or _("nobody named")


def _judged(case: Judged) -> Iterator[tuple[str, str]]:
    found = case.assessment
    yield "antwoorden", _lines((question, answer or NOTHING) for question, answer in case.told)
    yield (
        "regel",
        _("%(title)s, version %(number)s", title=case.rule.title, number=case.rule.version),
    )
    steps = [
        (line_words(line), f"− {show_cents(line[2])}" if line[3] else show_cents(line[2]))
        for line in shown_lines(found.lines)
    ]
    yield "berekening", _lines([*steps, (_("The rule gives"), show_cents(found.amount_cents))])
    yield (
        "plafonds",
        _lines((f"{cap_whose(cap)}, {cap.title}", cap_text(cap)) for cap in found.caps),
    )
    yield (
        "bewijzen",
        _lines(
            (
                " ".join(filter(None, (evidence_text(one), one.article and f"({one.article})"))),
                _("in order") if one.seen else _("not seen yet"),
            )
            for one in found.evidence
        ),
    )


def _proposed(item: Item, case: Judged) -> Iterator[tuple[str, str]]:
    yield "dringend", item.late_why or (item.reasons if item.kind == RATIFY else "")
    yield "voorstel", proposal_of(item)
    yield "bedrag", show_cents(item.granted_cents)
    yield "motivering", item.reasons or _("As the rule gives it.")
    # what the chair granted has been set aside already
    asks_cents = 0 if item.kind == RATIFY else item.granted_cents
    yield "begroting", _lines(_budget(item.request, asks_cents))


def _budget(request: Request, asks_cents: int) -> Iterator[tuple[str, str]]:
    budget = budget_for(request.scheme, clock.now())
    if budget is None:
        return
    held = balance(budget)
    yield _("Budget of %(year)s", year=budget.year), show_cents(held.amount_cents)
    yield _("Free before"), show_cents(held.free_cents)
    yield _("Free after"), show_cents(held.free_cents - asks_cents)


def _lines(pairs: Iterable[tuple[str, str]]) -> str:
    """A line for each pair."""
    return "\n".join(f"{label}: {value}" for label, value in pairs)
