"""The papers of a meeting: agenda, list of decisions, extract of one, minutes. They decide nothing."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from flask_babel import gettext as _

from core.clock import long_date
from core.letters.sheets import Grid, Part, Sheet
from core.money import show_cents
from core.pages.show import moment
from fund.central.sheet import calculation, decided_rows
from fund.meetings.life import DROPPED, REJECTED
from fund.meetings.models import Item, Meeting
from fund.meetings.queries import corrections_of
from fund.meetings.votes.roll import There, roll_of
from fund.meetings.wording import (
    WHY_OUT,
    name_of,
    outcome_of,
    proposal_of,
    there_rows,
    votes_of,
    when,
)
from fund.models import Decision
from fund.recovery import not_ratified_rows


def agenda_sheet(meeting: Meeting, items: Sequence[Item], closed: Collection[int]) -> Sheet:
    """What is asked of the members, numbered; it goes nowhere but to them. Nothing of the items that are
    `closed` to who reads it."""
    rows = tuple(
        (
            str(one.position),
            one.request.number,
            f"{one.request.client.given_name} {one.request.client.family_name}",
            one.request.what,
            proposal_of(one),
        )
        for one in items
        if one.stage != DROPPED and one.id not in closed
    )
    headings = (_("Item"), _("Request"), _("For whom"), _("What"), _("Proposal"))
    return Sheet.of(
        _("Agenda of %(meeting)s", meeting=name_of(meeting)),
        (Part(rows=tuple(_head(meeting))), Part(_("Items"), grid=Grid(headings, rows))),
    )


def list_sheet(meeting: Meeting, items: Sequence[Item], closed: Collection[int]) -> Sheet:
    """The list of decisions, by numbers, as it was frozen when the session closed; of what is closed to who
    reads it no more than number and outcome."""
    known = {one.position: one for one in items}
    rows = tuple(
        _listed(line, known[line["position"]], is_closed=known[line["position"]].id in closed)
        for line in meeting.decided or ()
    )
    headings = (_("Item"), _("Request"), _("Outcome"), _("Granted"), _("Vote"))
    return _signed(
        _("List of decisions of %(meeting)s", meeting=name_of(meeting)),
        (
            Part(rows=tuple(_head(meeting))),
            Part(_("Decisions"), grid=Grid(headings, rows, figures=(3,))),
            Part(_("Proof of the list"), words=(meeting.decided_hash,)),
        ),
    )


def _listed(line: dict[str, Any], item: Item, *, is_closed: bool) -> tuple[str, ...]:
    granted = show_cents(line["granted_cents"]) if line["granted_cents"] else ""
    rest = ("", "") if is_closed else (granted, votes_of(item))
    return (str(line["position"]), line["request"], outcome_of(item)[0], *rest)


def has_extract(item: Item) -> bool:
    """Has the session closed, and did it decide on this, or speak on an urgent grant?"""
    return item.meeting.decided is not None and item.spoken_on is not None


def extract_sheet(item: Item) -> Sheet:
    """One decision out of the list, for the file of the client; of an urgent grant also why it could not
    wait, and what became of the money where it was not ratified."""
    meeting, request = item.meeting, item.request
    decision = _decision_of(item)
    return _signed(
        _("Extract of the decisions of %(meeting)s", meeting=name_of(meeting)),
        (
            Part(rows=tuple(_head(meeting))),
            Part(
                _(
                    "Item %(number)s: request %(request)s",
                    number=item.position,
                    request=request.number,
                ),
                rows=(
                    (_("Proposal"), proposal_of(item)),
                    (_("Vote"), f"{outcome_of(item)[0]}, {votes_of(item)}"),
                    *there_rows(item),
                    *_urgent_rows(item),
                    *decided_rows(request, decision),
                ),
            ),
            *calculation(decision),
        ),
        reference=_("File %(number)s", number=request.client.file_number),
    )


def minutes_sheet(meeting: Meeting, items: Sequence[Item], closed: Collection[int]) -> Sheet:
    """Who was there, what became of each item, what was said beside it, and what was put right; of what is
    closed to who reads it no more than number and outcome."""
    parts = [Part(rows=(*_head(meeting), *_present(meeting, items)))]
    parts += [_spoken(one, is_closed=one.id in closed) for one in items if one.stage != DROPPED]
    if meeting.minutes:
        parts.append(Part(_("What was said"), words=tuple(meeting.minutes.split("\n"))))
    corrections = tuple(
        f"{moment(one.made_at)}, {one.made_by.name}: {one.words}" for one in corrections_of(meeting)
    )
    if corrections:
        parts.append(Part(_("Put right after signing"), words=corrections))
    return _signed(
        _("Minutes of %(meeting)s", meeting=name_of(meeting)),
        tuple(parts),
    )


def _signed(title: str, parts: tuple[Part, ...], reference: str = "") -> Sheet:
    """With a line for each of the two who sign."""
    signed = (_("The chair"), _("The secretary"))
    return Sheet.of(title, parts, reference=reference, signed=signed)


def _head(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield _("When"), when(meeting)
    if meeting.number_elsewhere:
        yield _("Number of the session there"), meeting.number_elsewhere
    if meeting.place:
        yield _("Place"), meeting.place
    if meeting.second_of is not None:
        yield _("Second convocation of"), name_of(meeting.second_of)
    if meeting.signed_on is not None:
        yield _("Signed on"), long_date(meeting.signed_on)


def _present(meeting: Meeting, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    titles = {
        There.WHOLE: _("Present"),
        There.PART: _("Present for a part"),
        There.NOT: _("Absent"),
    }
    for much, members in roll_of(meeting, items).items():
        if members or much is There.WHOLE:
            yield titles[much], ", ".join(one.person.name for one in members)
    if meeting.secretary is not None:
        yield _("Secretary"), meeting.secretary.name


def _spoken(item: Item, *, is_closed: bool) -> Part:
    title = _(
        "Item %(number)s: request %(request)s", number=item.position, request=item.request.number
    )
    outcome = (_("Outcome"), outcome_of(item)[0])
    if is_closed:
        return Part(title, rows=(outcome,))
    rows = [(_("Proposal"), proposal_of(item)), outcome]
    if vote := votes_of(item):
        rows.append((_("Vote"), vote))
    rows += there_rows(item) if item.presences else _outside(item)
    if item.is_late:
        rows.append((_("Urgent item"), item.late_why))
    if item.remark:
        rows.append((_("Remark"), item.remark))
    return Part(title, rows=tuple(rows))


def _outside(item: Item) -> list[tuple[str, str]]:
    """Of an item without a vote."""
    return [(_("Sat out"), f"{one.person.name} ({WHY_OUT[one.why]})") for one in item.absences]


def _urgent_rows(item: Item) -> Iterator[tuple[str, str]]:
    urgent = item.urgent_grant
    if urgent is None:
        return
    yield _("Why this could not wait"), urgent.why
    if item.stage != REJECTED:
        return
    yield from not_ratified_rows(urgent)


def _decision_of(item: Item) -> Decision:
    decision = item.spoken_on
    if decision is None:
        raise LookupError(f"item {item.id} has no decision")
    return decision
