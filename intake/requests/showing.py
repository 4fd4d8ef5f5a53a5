"""What the rule gives, as intake's pages show it: figures and sentences side by side. It judges nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from core.clock import long_date
from core.money import show_cents, write_cents
from intake.requests.models import Request
from regulation.cap_words import cap_count_text, cap_text, cap_whose
from regulation.findings.assessment import (
    Assessment,
    CapState,
    EvidenceAsked,
    FirstPayer,
    Line,
    Outcome,
)
from regulation.vocabulary.frozen import from_plain
from regulation.words import (
    evidence_text,
    missing_text,
    outcome_text,
    remark_text,
    shown_lines,
)
from terms.lists import EVIDENCE, PAYERS, label_of


@dataclass(frozen=True)
class CapShown:
    """A cap as a meter, in cents or in times: used, asked now, free."""

    label: str
    most: int
    used: int
    asked: int
    words: str


@dataclass(frozen=True)
class ProofShown:
    """A proof that the rule asks, with its alternatives: (code, label, ticked)."""

    words: str
    choices: tuple[tuple[str, str, bool], ...]
    seen: bool
    article: str

    @property
    def codes(self) -> list[str]:
        """The alternatives."""
        return [code for code, _label, _ticked in self.choices]


@dataclass(frozen=True)
class FirstShown:
    """Who gives something first by the same rule, and the button that fills it in."""

    payer: str
    words: str
    button: str
    typed: str


@dataclass(frozen=True)
class Verdict:
    """All that stands in the card beside the form."""

    amount_cents: int | None
    lines: list[tuple[str, str, int, str]]
    sentence: str
    note: str
    announce: str
    caps: list[CapShown]
    proofs: list[ProofShown]
    shares: list[tuple[str, str]]
    remarks: list[str]
    firsts: tuple[FirstShown, ...] = ()
    # The lines say it all: the sentence is only spoken.
    is_plain: bool = False

    @property
    def short(self) -> str:
        """What the amount alone does not say: nothing where all is given, else why there is no more."""
        if self.is_plain:
            return ""
        why = self.lines[-1][0] if self.lines and not self.amount_cents else ""
        return why or self.sentence


def verdict_on(assessment: Assessment, ticked: Iterable[str] = ()) -> Verdict:
    """A judgement in figures and sentences."""
    needs = assessment.outcome is Outcome.NEEDS
    sentence = missing_text(assessment) if needs else outcome_text(assessment)
    note = _note(assessment)
    return Verdict(
        amount_cents=None if needs else assessment.amount_cents,
        lines=shown_lines(assessment.lines),
        sentence=sentence,
        note=note,
        announce=sentence[:100],
        caps=[shown for cap in assessment.caps for shown in _cap_shown(cap)],
        proofs=[_proof(asked, set(ticked)) for asked in assessment.evidence],
        shares=_shares(assessment),
        remarks=[remark.words or remark_text(remark) for remark in assessment.to_judge],
        firsts=tuple(_first(one) for one in assessment.first_payers),
        is_plain=assessment.outcome is Outcome.GRANTED,
    )


def calculation_of(request: Request) -> list[tuple[str, str, int, str]]:
    """The lines that the approver saw, as they were frozen at the decision; none before it."""
    frozen = request.assessed_lines or []
    return shown_lines(from_plain(Line, line, "lines") for line in frozen)


def _note(assessment: Assessment) -> str:
    if assessment.client_pays_cents is None or assessment.judged_on is None:
        return ""
    if assessment.maximum_cents > assessment.amount_cents:
        return str(_("Cost of %(date)s.", date=long_date(assessment.judged_on)))
    return str(
        _(
            "Cost of %(date)s. The family pays %(rest)s itself.",
            date=long_date(assessment.judged_on),
            rest=show_cents(assessment.client_pays_cents),
        )
    )


def _cap_shown(cap: CapState) -> Iterator[CapShown]:
    """What a cap leaves of the money, and of the times."""
    if cap.limit_cents is not None:
        yield money_shown(cap)
    if cap.count is not None:
        used = min(cap.counted_before, cap.count)
        yield CapShown(_label(cap), cap.count, used, cap.counted_open_before, cap_count_text(cap))


def money_shown(cap: CapState) -> CapShown:
    """A cap on money as a meter, with what is asked now."""
    limit_cents = cap.limit_cents or 0
    used_cents = min(cap.granted_before_cents, limit_cents)
    asked_cents = cap.open_before_cents + cap.amount_cents
    return CapShown(_label(cap), limit_cents, used_cents, asked_cents, cap_text(cap))


def _label(cap: CapState) -> str:
    return f"{cap_whose(cap)} · {cap.title}" if cap.title else cap_whose(cap)


def _proof(asked: EvidenceAsked, ticked: set[str]) -> ProofShown:
    return ProofShown(
        words=evidence_text(asked),
        choices=tuple((code, str(EVIDENCE[code].label), code in ticked) for code in asked.any_of),
        seen=asked.seen,
        article=asked.article,
    )


def _first(one: FirstPayer) -> FirstShown:
    payer, gives = label_of(PAYERS, one.payer), show_cents(one.cents)
    return FirstShown(
        payer=one.payer,
        words=_("Ask %(payer)s first: that gives %(gives)s.", payer=payer, gives=gives),
        button=_("Fill in %(gives)s of %(payer)s", gives=gives, payer=payer),
        typed=write_cents(one.cents),
    )


def _shares(assessment: Assessment) -> list[tuple[str, str]]:
    parts = assessment.split
    if parts is None:
        return []
    return [
        (_("The client pays"), show_cents(parts.client_cents)),
        (_("The provider gives"), show_cents(parts.provider_cents)),
        (_("The network pays"), show_cents(parts.network_cents)),
    ]
