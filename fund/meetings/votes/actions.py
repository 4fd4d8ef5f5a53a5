"""Verbs of a session: open it, votes, put off, take back. They commit nothing and render nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.clock import brussels, show_date
from core.errors import Conflict, NotThere, RuleBroken
from fund.meetings.access import holds_meetings, sits_in
from fund.meetings.agenda import (
    force_ratifications,
    keep_out,
    may_come_on,
)
from fund.meetings.life import (
    ADOPTED,
    AHEAD,
    DECIDE,
    NO_QUORUM,
    OPEN,
    PENDING,
    POSTPONED,
    RATIFY,
    REJECTED,
    REVISE,
    move,
)
from fund.meetings.models import Item, Meeting
from fund.meetings.queries import agenda_of, changed_since, pending_item
from fund.meetings.votes import outcome
from fund.meetings.votes.counting import Votes, is_admitted
from fund.meetings.votes.presence import has_quorum, keep_who_voted, there_for, tick, voters_on
from intake.requests.queries import held_now


@dataclass(frozen=True, kw_only=True)
class AskedBack:
    """What a meeting reasons beside a ratification that it does not give, or beside a revision below what
    was paid: of that the ground alone."""

    reasons: str = ""
    recover_cents: int = 0
    ground: str = ""


def begin(meeting: Meeting, present: Collection[int], *, by: Account) -> bool:
    """Open the session with these members (persons). Whether there is a quorum; without one it is over,
    and is convened anew: then whoever comes decides."""
    on = brussels(meeting.starts_at).date()
    if clock.today() < on:
        raise RuleBroken(_("This meeting is on %(day)s.", day=show_date(on)))
    force_ratifications(meeting, by=by)
    tick(meeting, present)
    meeting.opened_at, meeting.secretary_id = clock.now(), by.person_id
    if has_quorum(meeting):
        move(meeting, OPEN)
        audit.record("meeting.open", kind="meeting", object_id=meeting.id)
        return True
    move(meeting, NO_QUORUM)
    for item in meeting.items:
        if item.stage == PENDING:
            move(item, POSTPONED)
            item.remark = _("There was no quorum.")
    audit.record("meeting.no_quorum", kind="meeting", object_id=meeting.id)
    return False


def admit(item: Item, for_n: int, *, by: Account) -> bool:
    """An item that came after the convocation: two thirds of who is there let it in, or it waits."""
    _runs(item)
    present_n = there_for(item)
    if not item.is_late:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    if not 0 <= for_n <= present_n:
        raise RuleBroken(_("%(count)s members are there.", count=present_n), "for_n")
    audit.record("meeting.admit", kind="request", object_id=item.request_id)
    if is_admitted(for_n, present_n):
        item.admitted_by = for_n
        return True
    move(item, POSTPONED)
    item.remark = _("Fewer than two thirds let it in (%(count)s).", count=for_n)
    return False


def take_out(item: Item, *, by: Account) -> None:
    """Out of the block, to be spoken of by itself: any member may ask that, and the secretary.

    NotThere for one who reads the meeting but does not sit in it.
    """
    if not (holds_meetings(by) or sits_in(by, item.meeting)):
        raise NotThere
    if item.meeting.stage not in AHEAD or item.stage != PENDING:
        raise Conflict(_("This item has its outcome already."))
    item.taken_out_by_id = by.person_id
    audit.record("meeting.take_out", kind="request", object_id=item.request_id)


def block_of(meeting: Meeting, items: Sequence[Item]) -> list[Item]:
    """The clean items, which are voted on at once: nobody took them out, nobody sits out for them,
    nothing about them has changed."""
    clean = [
        one
        for one in items
        if one.stage == PENDING
        and one.kind == DECIDE
        and one.is_clean
        and one.taken_out_by_id is None
        and not one.absences
        and (not one.is_late or one.admitted_by is not None)
    ]
    changed = changed_since(clean)
    return [one for one in clean if one.id not in changed]


def vote(
    item: Item,
    votes: Votes | None,
    *,
    by: Account,
    remark: str = "",
    asked_back: AskedBack | None = None,
) -> bool:
    """Record the vote on one item; `None` is consensus. Whether it was adopted, and so decided.

    A tie rejects what was proposed: then nothing is decided, and the term runs on.
    """
    _runs(item)
    if item.is_late and item.admitted_by is None:
        raise RuleBroken(_("First two thirds must let this item in."))
    item.remark = remark
    keep_out(item)
    is_adopted, asked_back = _counted(item, votes), asked_back or AskedBack()
    if is_adopted:
        _adopt(item, by=by, ground=asked_back.ground)
    elif item.kind == RATIFY:
        _reject_ratification(item, asked_back, by=by)
    move(item, ADOPTED if is_adopted else REJECTED)
    audit.record("meeting.vote", kind="request", object_id=item.request_id)
    return is_adopted


def vote_block(meeting: Meeting, seen: Iterable[int], votes: Votes | None, *, by: Account) -> int:
    """One vote on all clean items, as they stood on the page; how many were decided.

    All or nothing: what cannot be decided is named, to be taken out of the block.
    """
    items = agenda_of(meeting)
    for item in block_of(meeting, items):
        keep_out(item)
    block = block_of(meeting, items)
    if not block or {one.id for one in block} != set(seen):
        raise Conflict(_("The block has changed meanwhile. Look at it again."))
    outcome.hold_all(one.request_id for one in block)
    for item in block:
        _runs(item)
        is_adopted = _counted(item, votes)
        if is_adopted:
            _adopt(item, by=by)
        move(item, ADOPTED if is_adopted else REJECTED)
        audit.record("meeting.vote", kind="request", object_id=item.request_id)
    return sum(one.stage == ADOPTED for one in block)


def retract(item: Item, *, by: Account) -> None:
    """The outcome was written down wrongly: it is open again, while the session runs."""
    if item.meeting.stage != OPEN:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    if item.kind != DECIDE and (item.kind == RATIFY or item.stage == ADOPTED):
        raise RuleBroken(_("This is not recorded anew. Revise the decision instead."))
    if pending_item(item.request) is not None:
        raise Conflict(_("%(number)s stands on an agenda already.", number=item.request.number))
    if item.stage != ADOPTED and not may_come_on(item.request):
        raise Conflict(
            _("%(number)s does not wait for a decision now.", number=item.request.number)
        )
    if item.stage == ADOPTED:
        outcome.take_back(item, held_now(item.request_id), by=by)
    move(item, PENDING)
    item.voted_at = item.recorded_by_id = None
    item.drafted_at = clock.now()  # a form of the vote that was taken back records nothing
    item.by_consensus, item.presences = False, []
    item.votes_for = item.votes_against = item.abstained = 0
    audit.record("meeting.retract", kind="request", object_id=item.request_id)


def postpone(item: Item, *, why: str, by: Account) -> None:
    """Not tonight: it waits for another agenda, and its term runs on."""
    _runs(item)
    if item.kind == RATIFY:
        raise RuleBroken(_("An urgent grant stays on the agenda: this meeting must speak on it."))
    move(item, POSTPONED)
    item.remark = why
    audit.record("meeting.postpone", kind="request", object_id=item.request_id)


def _runs(item: Item) -> None:
    meeting = item.meeting
    if meeting.stage != OPEN or item.stage != PENDING:
        raise Conflict(_("This item has its outcome already, or the session does not run."))
    if not has_quorum(meeting, item):
        raise RuleBroken(_("There are too few members now: nothing can be decided."))


def _counted(item: Item, votes: Votes | None) -> bool:
    """Write the votes down; whether they are enough."""
    voters = len(voters_on(item))
    if not voters:
        raise RuleBroken(_("Nobody is left who may vote on this."))
    counted = votes or Votes(for_n=voters)
    if counted.cast_n != voters:
        raise RuleBroken(
            _(
                "%(voters)s members vote on this, and %(cast)s votes were written down.",
                voters=voters,
                cast=counted.cast_n,
            ),
            "for_n",
        )
    item.by_consensus = votes is None
    item.votes_for, item.votes_against = counted.for_n, counted.against_n
    item.abstained, item.voted_at = counted.abstained_n, clock.now()
    keep_who_voted(item)
    return counted.is_adopted


def _adopt(item: Item, *, by: Account, ground: str = "") -> None:
    if not item.outcome:
        number = item.request.number
        raise RuleBroken(_("First write what is proposed for: %(numbers)s.", numbers=number))
    item.recorded_by_id = by.person_id
    request = held_now(item.request_id)
    if item.kind == DECIDE:
        outcome.carry_out(item, request, by=by)
    elif item.kind == REVISE:
        outcome.revise(item, request, by=by, ground=ground)
    elif item.urgent_grant is not None:
        outcome.ratify(item.urgent_grant, request, by=by)


def _reject_ratification(item: Item, asked_back: AskedBack, *, by: Account) -> None:
    if item.urgent_grant is None:
        raise NotThere
    outcome.not_ratify(
        item.urgent_grant,
        held_now(item.request_id),
        by=by,
        reasons=asked_back.reasons,
        recover_cents=asked_back.recover_cents,
        ground=asked_back.ground,
    )
