"""All that the page of a meeting shows to one account, by its stage. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from accounts.models import Account
from core.clock import brussels, today
from fund.meetings.access import closed_in, extracts_for, holds_meetings, sits_in
from fund.meetings.life import AHEAD, BEFORE, CONVENED, DRAFTED, DROPPED, OPEN, PENDING
from fund.meetings.models import Item, Meeting, MinutesCorrection
from fund.meetings.queries import (
    agenda_of,
    candidates,
    changed_since,
    corrections_of,
    may_second,
    seats_of,
)
from fund.meetings.votes.actions import block_of
from fund.meetings.votes.presence import has_quorum
from fund.meetings.votes.roll import There, roll_of
from intake.requests.models import Request
from intake.requests.recusal.queries import closed_among


@dataclass(frozen=True)
class MeetingDesk:
    """One meeting before one account."""

    account: Account
    meeting: Meeting
    items: Sequence[Item]
    # Those whose draft was written on what is no longer so.
    changed: set[int]
    block: list[Item]

    @cached_property
    def holds(self) -> bool:
        """Does this one prepare and record it?"""
        return holds_meetings(self.account)

    @cached_property
    def may_take_out(self) -> bool:
        """Does this one record it or sit in it?"""
        return self.holds or sits_in(self.account, self.meeting)

    @cached_property
    def closed(self) -> frozenset[int]:
        """The items of which this one reads no more than the number."""
        return closed_in(self.account, self.meeting)

    @property
    def shown(self) -> list[Item]:
        """The agenda without what fell away before it was spoken of."""
        return [one for one in self.items if one.stage != DROPPED]

    @property
    def dropped(self) -> list[Item]:
        """What fell away, with its reason."""
        return [one for one in self.items if one.stage == DROPPED]

    @property
    def waiting(self) -> list[Item]:
        """Without an outcome."""
        return [one for one in self.items if one.stage == PENDING]

    @property
    def beside_block(self) -> list[Item]:
        """Spoken of one by one."""
        in_block = {one.id for one in self.block}
        return [one for one in self.waiting if one.id not in in_block]

    @cached_property
    def candidates(self) -> Sequence[Request]:
        """What may still be put on."""
        is_second = self.meeting.second_of_id is not None  # it has the agenda of the first
        if is_second or not (self.holds and self.meeting.stage in AHEAD):
            return ()
        return candidates(self.meeting.body)

    @cached_property
    def closed_candidates(self) -> frozenset[int]:
        """Of these the ones of which this one reads no more than the number."""
        return closed_among(self.account, [one.id for one in self.candidates])

    @property
    def is_preparing(self) -> bool:
        """Can it still be convened or called off?"""
        return self.meeting.stage in BEFORE

    @property
    def may_open(self) -> bool:
        """Is this the day?"""
        is_day = brussels(self.meeting.starts_at).date() <= today()
        return self.meeting.stage == CONVENED and not self.meeting.is_elsewhere and is_day

    @property
    def runs(self) -> bool:
        """Is it in session?"""
        return self.meeting.stage == OPEN

    @property
    def has_quorum(self) -> bool:
        """Are enough there?"""
        return has_quorum(self.meeting)

    @cached_property
    def roll(self) -> dict[int, There]:
        """For how much of the session each who was convened was there, as persons."""
        found = roll_of(self.meeting, self.items)
        return {one.person_id: much for much, members in found.items() for one in members}

    @cached_property
    def has_seats(self) -> bool:
        """Does anybody sit in this body?"""
        return bool(seats_of(self.meeting.body, today()))

    @cached_property
    def may_second(self) -> bool:
        """Can it be convened anew?"""
        return self.holds and may_second(self.meeting)

    @cached_property
    def has_extracts(self) -> bool:
        """Is there a decision of which this one may take an extract?"""
        return bool(extracts_for(self.account, self.meeting))

    @cached_property
    def corrections(self) -> Sequence[MinutesCorrection]:
        """What was put right after the minutes were signed."""
        return corrections_of(self.meeting)


def desk_of(account: Account, meeting: Meeting) -> MeetingDesk:
    """The page of one meeting; the caller fetched it through the person."""
    items = agenda_of(meeting)
    waiting = [one for one in items if one.stage == PENDING and one.kind in DRAFTED]
    return MeetingDesk(
        account=account,
        meeting=meeting,
        items=items,
        changed=changed_since(waiting) if waiting else set(),
        # where the votes are kept elsewhere there is no block to vote on
        block=[] if meeting.is_elsewhere else block_of(meeting, items),
    )
