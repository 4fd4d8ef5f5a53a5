"""The same world with a committee: what stands on the agenda of the session that runs, and what its votes do."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.model.plain import DECIDED, DONE, NO, TOO_LATE, Plain, PlainRequest


@dataclass
class PlainItem:
    """One request on the agenda, with what was known when its draft was written; no cents is a refusal."""

    kind: str
    one: PlainRequest
    cents: int = 0
    versions: int = 0
    gave_cents: int = 0
    stage: str = "pending"

    @property
    def still_waits(self) -> bool:
        """Can the meeting still say something on it?"""
        if self.kind == "ratify":
            return self.one.is_urgent
        waits = ("submitted",) if self.kind == "decide" else (*DECIDED, "notified", "not_ratified")
        return self.one.status in waits


@dataclass
class PlainCentre(Plain):
    """Between sessions one person decides, in a session that runs only its votes do."""

    agenda: list[PlainItem] = field(default_factory=list)
    # Decided by the vote of a session that still runs, so not told.
    untold: list[PlainRequest] = field(default_factory=list)

    def settle(self) -> None:
        """What was decided or gone in another way waits on the agenda no more."""
        for item in self.agenda:
            if item.stage == "pending" and not item.still_waits:
                item.stage = "dropped"

    @property
    def waits_on_the_agenda(self) -> bool:
        return any(item.stage == "pending" for item in self.agenda)

    def may_alone(self, otherwise: frozenset[str]) -> frozenset[str]:
        return NO if self.agenda and otherwise != TOO_LATE else otherwise

    def may_take_back(self, one: PlainRequest, *, by_chair: bool) -> frozenset[str]:
        """What no meeting decided one person takes back while a session runs, too; what the chair granted
        and no meeting spoke on, the chair."""
        may = self.may_undo(one)
        is_own = one.made_alone or (one.is_urgent and by_chair)
        return may if is_own else self.may_alone(may)

    def may_convene(self, one: PlainRequest, cents: int) -> frozenset[str]:
        """What was never to be given is no proposal; money is asked when it is adopted."""
        if one.status != "submitted" and (one.is_urgent or not self.may_be_revised(one)):
            return NO
        return NO if cents and not self._is_to_be_given(one, cents) else DONE

    def convene(self, one: PlainRequest | None, cents: int = 0) -> None:
        """Whatever the chair granted stands on the agenda by itself."""
        self.agenda = [PlainItem("ratify", other) for other in self.requests if other.is_urgent]
        if one is not None:
            kind = "decide" if one.status == "submitted" else "revise"
            drafted = PlainItem(kind, one, cents, one.versions, self.gives_cents(one))
            self.agenda.append(drafted)

    def may_vote(self, item: PlainItem, *, is_for: bool) -> frozenset[str]:
        if item.stage != "pending":
            return TOO_LATE
        if item.kind == "ratify" or not is_for:
            return DONE
        known = (item.one.versions, self.gives_cents(item.one))
        if known != (item.versions, item.gave_cents):
            return NO
        if item.kind == "revise":
            return self.may_revise(item.one, item.cents)
        return self.may_grant(item.one, item.cents) if item.cents else DONE

    def vote(self, item: PlainItem, *, is_for: bool) -> None:
        item.stage = "adopted" if is_for else "rejected"
        if item.kind == "ratify":
            (self.ratify if is_for else self.not_ratify)(item.one)
        elif is_for:
            self._decide(item)

    def _decide(self, item: PlainItem) -> None:
        """What was proposed; what has left is revised, and told at once."""
        one = item.one
        if item.kind == "revise":
            self.revise(one, item.cents)
            one.made_alone = False
            verb, before, after = one.moves[-1]
            one.moves[-1] = (f"vote_{verb}", before, after)
            return
        if item.cents:
            self.grant(one, item.cents)
        else:
            self.refuse(one)
        self._called(one, "vote")
        one.made_alone = False
        self.untold.append(one)

    def may_retract(self, item: PlainItem) -> frozenset[str]:
        """A vote that was written down wrongly: what was told by it stands."""
        if item.kind == "ratify" or (item.kind == "revise" and item.stage == "adopted"):
            return NO
        if item.stage == "adopted":
            return self.may_undo(item.one)
        return DONE if item.stage == "rejected" and item.still_waits else TOO_LATE

    def retract(self, item: PlainItem) -> None:
        if item.stage == "adopted":
            self.undo(item.one)
            _verb, before, after = item.one.moves[-1]
            item.one.moves[-1] = ("retract_vote", before, after)
            self.untold.remove(item.one)
        item.stage = "pending"

    def may_close(self) -> frozenset[str]:
        """An urgent grant cannot wait for another evening."""
        waits = (item.kind == "ratify" and item.stage == "pending" for item in self.agenda)
        return NO if any(waits) else DONE

    def close(self) -> None:
        self.agenda, self.untold = [], []

    def is_decided(self, one: PlainRequest) -> bool:
        return one.status in (*DECIDED, "notified")

    def is_told(self, one: PlainRequest) -> bool:
        """A letter tells it, or told it already."""
        return one not in self.untold

    def may_send(self, one: PlainRequest) -> frozenset[str]:
        """What a session decided leaves when it closes."""
        may = super().may_send(one)
        return NO if may == DONE and not self.is_told(one) else may
