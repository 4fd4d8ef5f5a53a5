"""What a judgement holds, in the regulation room: outcome, lines, caps. It works nothing out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from regulation.vocabulary.frozen import from_plain, to_plain
from regulation.vocabulary.limits import CapPer


class Outcome(StrEnum):
    """What the rule says of a request."""

    GRANTED = "granted"
    PARTLY = "partly"
    NOT = "not"
    JUDGEMENT = "judgement"
    NEEDS = "needs"


class Answer(StrEnum):
    """Yes, no, a person judges, or a fact is missing."""

    YES = "yes"
    NO = "no"
    JUDGE = "judge"
    ASK = "ask"


class Kind(StrEnum):
    """What a line, a reason or a note says; words.py has the sentence of each."""

    # steps of the calculation
    COST = "cost"
    EXCLUDED_PART = "excluded_part"
    OTHER_PAYER = "other_payer"
    PERCENT = "percent"
    OWN_SHARE = "own_share"
    PER_UNIT = "per_unit"
    LUMP = "lump"
    NETWORK_SHARE = "network_share"
    NETWORK_WAIVED = "network_waived"
    MOST = "most"
    OWN_LEAST = "own_least"
    ROUNDED = "rounded"
    LEFT_TO_PAY = "left_to_pay"
    CAP = "cap"
    PRO_RATA = "pro_rata"
    PIECES = "pieces"
    # why there is nothing
    NO_COST = "no_cost"
    NO_AMOUNT = "no_amount"
    MINIMUM = "minimum"
    TOO_LITTLE = "too_little"
    COUNT = "count"
    TOO_LATE = "too_late"
    OUT_OF_WINDOW = "out_of_window"
    EXCLUSIVE = "exclusive"
    NO_STATUS = "no_status"
    WRONG_AGE = "wrong_age"
    WRONG_ROLE = "wrong_role"
    NO_MEMBER = "no_member"
    NOT_RESIDENT = "not_resident"
    RESIDENT_TOO_SHORT = "resident_too_short"
    INCOME_TOO_HIGH = "income_too_high"
    ANSWER_NOT = "answer_not"
    NUMBER_NOT = "number_not"
    NOT_WAITED = "not_waited"
    NOT_FIRST = "not_first"
    JUDGED_NO = "judged_no"
    NO_GROUP = "no_group"
    NOT_COVERED = "not_covered"
    WRONG_PROVIDER = "wrong_provider"
    OUTSIDE_TOWN = "outside_town"
    PAYEE_NOT_ALLOWED = "payee_not_allowed"
    # what a person judges, and how the text was read
    TO_JUDGE = "to_judge"
    JUDGED_AMOUNT = "judged_amount"
    MAY_BE_LESS = "may_be_less"
    USUAL = "usual"
    OPEN = "open"
    ASSUMED = "assumed"
    MAY_BE_REDUCED = "may_be_reduced"


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
    """A cap for one person or household. No limit and no count: the text does not print one.

    `subject` is whose room it is, opaque as in Facts. `amount_cents` is what this request books on
    it. With `count` the times are counted, or the pieces, not the euros.
    """

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
    subject: str = ""
    count: int | None = None
    counted_before: int = 0
    counted_open_before: int = 0
    of_pieces: bool = False

    @property
    def is_open(self) -> bool:
        """Does the text print neither limit nor count?"""
        return self.limit_cents is None and self.count is None

    @property
    def is_full(self) -> bool:
        """Have all the times been used, those of open requests too?"""
        return self.count is not None and self.left_count == 0

    @property
    def left_count(self) -> int:
        """How many times, or pieces, are left, those of open requests counted."""
        used = self.counted_before + self.counted_open_before
        return max(0, (self.count or 0) - used)

    @property
    def left_granted_count(self) -> int:
        """How many were left before this request, when only grants count."""
        return max(0, (self.count or 0) - self.counted_before)

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
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """A question of the rule that must still be answered."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Who pays which part of what is left after other payers; the odd cent is the client's."""

    client_cents: int
    provider_cents: int
    network_cents: int


@dataclass(frozen=True, kw_only=True)
class CeilingState:
    """An income ceiling for this household, a year or a month, and the income that counts."""

    name: str
    cents: int
    a_month: bool
    income_cents: int | None = None


@dataclass(frozen=True, kw_only=True)
class FirstPayer:
    """What another payer of the same regulation would give first, and is not asked yet."""

    payer: str
    cents: int
    scheme: str


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """What the rule gives. `amount_cents` is 0 unless granted, partly or judgement.

    With outcome `judgement` the amount is what follows when the person says yes to all of
    `to_judge`; it is 0 where the text itself leaves the figure open. `maximum_cents` is the most
    that a person may give: what is left to pay, under every cap that is printed. `eligible` speaks
    of the person only, `priority` is the place in the text's order of who goes first, from 1.
    `pieces` is how many pieces the amount is for; `closes_on` is when the requests of its year of
    the money are closed.
    """

    rule_id: str
    rule_version: int
    scheme: str
    outcome: Outcome
    eligible: Answer = Answer.YES
    amount_cents: int = 0
    maximum_cents: int = 0
    pieces: int = 1
    lines: tuple[Line, ...] = ()
    caps: tuple[CapState, ...] = ()
    split: Parts | None = None
    client_pays_cents: int | None = None
    evidence: tuple[EvidenceAsked, ...] = ()
    missing: tuple[str, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    to_judge: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    ceilings: tuple[CeilingState, ...] = ()
    first_payers: tuple[FirstPayer, ...] = ()
    priority: int | None = None
    payees: tuple[str, ...] = ()
    body: str = ""
    body_article: str = ""
    judged_on: dt.date | None = None
    latest_on: dt.date | None = None
    closes_on: dt.date | None = None

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
