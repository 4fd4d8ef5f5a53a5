"""What a judgement holds, in the regulation room: outcome, lines, caps. It works nothing out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from regulation.judge.frozen import from_plain, to_plain
from regulation.judge.rules import CapPer


class Outcome(StrEnum):
    """What the rule says of a request."""

    GRANTED = "granted"
    PARTLY = "partly"
    NOT = "not"
    JUDGEMENT = "judgement"
    NEEDS = "needs"


class Kind(StrEnum):
    """What a line, a reason or a note says; words.py has the sentence of each."""

    # steps of the calculation
    COST = "cost"
    OTHER_PAYER = "other_payer"
    PERCENT = "percent"
    NETWORK_SHARE = "network_share"
    LEFT_TO_PAY = "left_to_pay"
    CAP = "cap"
    # why there is nothing
    NO_COST = "no_cost"
    NO_AMOUNT = "no_amount"
    TOO_LATE = "too_late"
    NO_STATUS = "no_status"
    WRONG_AGE = "wrong_age"
    NOT_RESIDENT = "not_resident"
    JUDGED_NO = "judged_no"
    NO_GROUP = "no_group"
    NOT_COVERED = "not_covered"
    PAYEE_NOT_ALLOWED = "payee_not_allowed"
    # what a person judges, and how the text was read
    TO_JUDGE = "to_judge"
    OPEN = "open"
    ASSUMED = "assumed"


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something the rule says: `params` feed our sentence, `words` are those of the rule."""

    kind: Kind
    params: Mapping[str, str | int] = field(default_factory=dict)
    article: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Line(Remark):
    """One step. Each begins where the one before ends, so the effects add up to the amount."""

    from_cents: int
    to_cents: int

    @property
    def effect_cents(self) -> int:
        """What the step adds, or takes away."""
        return self.to_cents - self.from_cents


@dataclass(frozen=True, kw_only=True)
class CapState:
    """A cap for one person or household. No limit: the text does not print one."""

    name: str
    title: str
    per: CapPer
    from_on: dt.date
    until_on: dt.date
    limit_cents: int | None
    granted_before_cents: int
    open_before_cents: int
    amount_cents: int = 0
    article: str = ""
    words: str = ""

    @property
    def left_granted_cents(self) -> int:
        """What was left before this request, when only grants count."""
        return max(0, (self.limit_cents or 0) - self.granted_before_cents)

    @property
    def left_before_cents(self) -> int:
        """What was left before this request, when other open requests count too."""
        return max(0, self.left_granted_cents - self.open_before_cents)

    @property
    def left_after_cents(self) -> int:
        """What is left once this amount is granted, other open requests counted."""
        return max(0, self.left_before_cents - self.amount_cents)


@dataclass(frozen=True, kw_only=True)
class EvidenceAsked:
    """A proof that the rule asks; one of the alternatives is enough."""

    any_of: tuple[str, ...]
    seen: bool
    article: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Who pays which part of what is left after other payers; the odd cent is the client's."""

    client_cents: int
    provider_cents: int
    network_cents: int


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """What the rule gives. `amount_cents` is 0 unless granted, partly or judgement.

    With outcome `judgement` the amount is what follows when the person says yes to all of
    `to_judge`; it is 0 where the text itself leaves the figure open.
    """

    rule_id: str
    rule_version: int
    scheme: str
    outcome: Outcome
    amount_cents: int = 0
    lines: tuple[Line, ...] = ()
    caps: tuple[CapState, ...] = ()
    split: Parts | None = None
    client_pays_cents: int | None = None
    evidence: tuple[EvidenceAsked, ...] = ()
    missing: tuple[str, ...] = ()
    to_judge: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    payees: tuple[str, ...] = ()
    body: str = ""
    body_article: str = ""
    judged_on: dt.date | None = None
    latest_on: dt.date | None = None

    @property
    def evidence_needed(self) -> tuple[EvidenceAsked, ...]:
        """What the rule still asks for."""
        return tuple(asked for asked in self.evidence if not asked.seen)

    @property
    def reasons(self) -> tuple[Line, ...]:
        """The lines that leave nothing: why it is a no."""
        return tuple(
            line for line in self.lines if line.to_cents == 0 and line.kind is not Kind.COST
        )

    def to_json(self) -> dict[str, Any]:
        """Plain data for the record of a decision."""
        return dict(to_plain(self))

    @classmethod
    def from_json(cls, plain: Any) -> Self:
        """The assessment of a frozen record; raises NotThatShape."""
        return from_plain(cls, plain, "assessment")
