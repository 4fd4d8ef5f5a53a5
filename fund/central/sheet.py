"""A decision with its calculation on paper, for the central file. It decides nothing."""

from collections.abc import Iterator

from flask_babel import gettext as _

from core.clock import brussels, long_date
from core.letters.sheets import Grid, Part, Sheet
from core.money import show_cents
from fund.bodies.wording import by_whom, confirmed_by
from fund.central.lines import article_of
from fund.models import Decision
from fund.record import caps_of, lines_of
from fund.recovery import recovered_by
from fund.wording import OUTCOME_WORDS
from intake.requests.in_words import NOTHING, asked_in_words, why_in_words
from intake.requests.judging import frozen_of, rule_of
from intake.requests.life import NOT_RATIFIED, REFUSED
from intake.requests.models import Request
from regulation.cap_words import cap_time, cap_whose
from regulation.words import shown_lines


def decision_sheet(request: Request, decision: Decision) -> Sheet:
    """What was asked, why within the assistance, what was decided, and how the amount came about."""
    return Sheet.of(
        _("Decision on request %(number)s", number=request.number),
        (
            Part(_("What is asked"), rows=tuple(asked_rows(request, decision))),
            Part(_("Why, within the assistance"), rows=tuple(why_in_words(request))),
            Part(_("Decision"), rows=tuple(decided_rows(request, decision))),
            *calculation(decision),
            *caps(decision),
        ),
        reference=_("File %(number)s", number=request.client.file_number),
    )


def asked_rows(request: Request, decision: Decision) -> Iterator[tuple[str, str]]:
    """Who asks what, and what the worker told because the rule asks it."""
    client = request.client
    yield _("Name"), client.name
    yield _("Date of birth"), long_date(client.birth_on)
    yield _("Case number"), client.case_number or NOTHING
    yield from asked_in_words(request)
    yield _("Submitted on"), long_date(brussels(request.submitted_at).date())
    yield _("Social worker"), f"{request.worker.name}, {request.team.name}"
    for question, answer in frozen_of(decision.request_version).rows:
        yield question, answer or NOTHING


def decided_rows(request: Request, decision: Decision) -> Iterator[tuple[str, str]]:
    """What was decided, by whom, by which rule, and why."""
    yield _("Decision"), str(OUTCOME_WORDS[decision.outcome])
    if decision.outcome != REFUSED:
        yield _("Amount granted"), show_cents(decision.granted_cents)
    if request.freed_cents:
        words = _("Freed") if request.status == NOT_RATIFIED else _("Freed after withdrawal")
        yield words, show_cents(request.freed_cents)
    yield _("Date of the decision"), long_date(brussels(decision.decided_at).date())
    yield _("Decided by"), by_whom(decision)
    if decision.second_by is not None:
        yield _("Confirmed by"), confirmed_by(decision)
    yield _("Article"), article_of(decision) or NOTHING
    yield _("Rule, version"), str(rule_of(decision.request_version).version)
    yield _("Reasons"), decision.reasons or NOTHING
    yield from recovered_by(decision)


def calculation(decision: Decision) -> Iterator[Part]:
    """The lines as they were frozen."""
    rows = [
        (label, why, f"− {show_cents(cents)}" if less else show_cents(cents))
        for label, why, cents, less in shown_lines(lines_of(decision))
    ]
    rows.append((_("The rule gives"), "", show_cents(decision.assessed_cents)))
    headings = (_("Step"), _("Article"), _("Amount"))
    yield Part(_("Calculation"), grid=Grid(headings, tuple(rows), figures=(2,)))


def caps(decision: Decision) -> Iterator[Part]:
    """What was left under each cap before the decision, and after it."""
    rows = tuple(
        (
            f"{cap_whose(cap)}, {cap.title}, {cap_time(cap)}",
            show_cents(held["left_before_cents"]),
            show_cents(held["left_after_cents"]),
        )
        for cap, held in zip(caps_of(decision), decision.caps, strict=True)
        if cap.limit_cents is not None
    )
    if rows:
        headings = (_("Cap"), _("Left before"), _("Left after"))
        yield Part(_("Caps"), grid=Grid(headings, rows, figures=(1, 2)))
