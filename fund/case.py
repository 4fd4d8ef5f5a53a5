"""All that lies on an approver's desk for one request, in the order in which one judges. Changes nothing."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from sqlalchemy import Row, bindparam, select

from accounts.models import Account, Person
from accounts.permissions import Permission
from accounts.queries import may
from accounts.same_person.queries import persons_of
from core import clock
from core.db import rows_of
from core.pages.show import moment
from fund.bodies.deciding import Deciding
from fund.bodies.models import FirstRuling
from fund.bodies.queries import deciding, first_ruling, standing_recusals
from fund.claims.queries import since
from fund.comparable.queries import Comparable, comparable_to
from fund.models import Decision
from fund.present import beside
from fund.queries import Held, decisions_of, earlier_of, held_for
from fund.record import Judged, caps_of, judged, lines_of
from fund.recovery import asked_back_of
from fund.ruling import line_words
from fund.texts.queries import texts_for
from fund.wording import category_of
from intake.evidence.models import Paper
from intake.evidence.queries import Place, papers_at
from intake.hearing.models import Hearing
from intake.hearing.queries import hearings_of
from intake.people.identity import Identity, identity_of
from intake.questions.clock import LegalClock, legal_clock
from intake.requests.changes import Correction, added_in, corrections_of
from intake.requests.life import OPEN, WAITING, possible
from intake.requests.models import OtherPayerPart, Pause, Request, RequestEvent
from intake.requests.queries import goal_of, open_pause, other_parts_of, request_for
from intake.requests.recusal.models import Recusal
from intake.requests.showing import Verdict, verdict_on
from intake.requests.wording import EVENT_WORDS
from regulation.findings.assessment import Assessment, Outcome
from regulation.versions.models import RuleVersion
from regulation.words import evidence_text, shown_lines

SEEN = (_l("in order"), "green")
NOT_SEEN = (_l("not seen yet"), "amber")
EVENTS: Final = (
    select(RequestEvent.verb, RequestEvent.at, RequestEvent.why, Person.name.label("by_name"))
    .join(RequestEvent.by)
    .where(RequestEvent.request_id == bindparam("request_id"))
    .order_by(RequestEvent.id.desc())
)


@dataclass(frozen=True)
class Case:
    """One request before one account."""

    account: Account
    request: Request
    judged: Judged
    decision: Decision | None
    identity: Identity
    earlier: Sequence[Any]
    other_parts: Sequence[OtherPayerPart]
    # What happened, the newest first: verb, at, why, by_name.
    events: Sequence[Row[Any]]
    # What the budget has, and what of it is promised, while nothing is decided.
    held: Held | None
    possible: tuple[str, ...]
    # What came as a proof and was not taken back.
    papers: Sequence[Paper]
    # What its worker put right since it was filed.
    corrections: list[Correction]
    # What fund.present says of it.
    beside: Any
    # Who decides, and why.
    deciding: Deciding
    # What the first of two ruled, while the second must confirm it.
    ruling: FirstRuling | None
    # Who stepped back, for who may lift that.
    recusals: Sequence[Recusal]
    # Decisions on it that hold no more, the newest first.
    former: Sequence[Decision] = ()
    # What waits for an answer.
    question: Pause | None = None
    # How the like was decided of late, while this one is open.
    comparable: Comparable | None = None
    # Whether the client asked to be heard, and how far that is; the newest first.
    hearings: Sequence[Hearing] = ()

    @property
    def needs_a_second(self) -> bool:
        """Does what the first button grants need a second person?"""
        return self.deciding.needs_a_second(self.amount_cents)

    @property
    def subject(self) -> str:
        """What the page is called."""
        return self.beside.activity or category_of(self.request)

    @property
    def goal(self) -> str:
        """What it is for, within the assistance."""
        return goal_of(self.request.filing)

    @property
    def is_open(self) -> bool:
        """Does it still wait for a decision?"""
        return self.request.status in OPEN

    @property
    def assessment(self) -> Assessment:
        """What the rule gives now, or for a decided request what was frozen."""
        decision = self.decision
        if decision is None:
            return self.judged.assessment
        return replace(
            self.judged.assessment,
            outcome=Outcome.GRANTED,
            amount_cents=decision.assessed_cents,
            lines=lines_of(decision),
            caps=caps_of(decision),
        )

    @cached_property
    def verdict(self) -> Verdict:
        """The same in figures and sentences."""
        return verdict_on(self.assessment)

    @property
    def rule(self) -> RuleVersion:
        """The version of the rule that this request is judged by."""
        return self.judged.rule

    @property
    def gives(self) -> bool:
        """Does the rule leave anything to grant?"""
        return self.judged.assessment.outcome not in {Outcome.NOT, Outcome.NEEDS}

    @property
    def sets_amount(self) -> bool:
        """Does the approver set the amount, because the rule names none?"""
        return self.judged.sets_amount

    @property
    def most_cents(self) -> int:
        """The most that can be granted here."""
        return self.judged.most_cents

    @property
    def may_differ(self) -> bool:
        """A cost that is shared as agreed is given so, or refused."""
        return self.judged.assessment.split is None

    @property
    def amount_cents(self) -> int:
        """What the first button grants."""
        return self.judged.assessment.amount_cents

    @property
    def budget_has_room(self) -> bool:
        """Is there money for what the rule gives?"""
        if not self.amount_cents:
            return True
        return self.held is not None and self.held.free_cents >= self.amount_cents

    @property
    def proofs(self) -> list[tuple[str, str, str, str]]:
        """The evidence that the rule asks: words, article, seen or not, tone."""
        return [
            (evidence_text(asked), asked.article, *(SEEN if asked.seen else NOT_SEEN))
            for asked in self.judged.assessment.evidence
        ]

    @property
    def timeline(self) -> list[tuple[str, str, str, str]]:
        """What happened, the newest first: what, when, by whom, in which words."""
        return [
            (str(EVENT_WORDS[event.verb]), moment(event.at), event.by_name, event.why)
            for event in self.events
        ]

    @property
    def added(self) -> list[tuple[dt.datetime, str, str]]:
        """What its worker wrote beside it afterwards, the newest first."""
        return added_in(self.events)

    @property
    def lines_to_leave(self) -> list[tuple[str, str]]:
        """The lines of the calculation that another amount may deviate from."""
        lines = shown_lines(self.judged.assessment.lines)
        return [(str(place), line_words(line)) for place, line in enumerate(lines)]

    @cached_property
    def texts(self) -> str:
        """The words of each reason to refuse, filled in, for the page's script."""
        return json.dumps(texts_for(self.judged, edited_here=self.beside.own_texts))

    @property
    def waits_to_be_heard(self) -> bool:
        """Then nothing is refused or granted in part."""
        return any(one.is_open for one in self.hearings)

    @property
    def legal(self) -> LegalClock:
        """The law's clock, beside the one shown."""
        return legal_clock(self.request, self.question, clock.today())

    @property
    def may_be_revised(self) -> bool:
        """Has something left, so that only another decision can take the place of this one?"""
        return "revise_grant" in self.possible and self.ruling is None

    @property
    def asked_back(self) -> list[tuple[str, str]]:
        """What of the payment comes back, and why."""
        return asked_back_of(self.request, self.decision) if self.decision is not None else []

    @property
    def reader(self) -> Any | None:
        """Who claimed it of late, while it is open: person_id, name, claimed_at."""
        claimed_at = self.beside.claimed_at
        is_read = claimed_at is not None and claimed_at > since()
        return self.beside if is_read and self.is_open else None

    @property
    def is_mine(self) -> bool:
        """Is it this human being who reads it now?"""
        return self.reader is not None and self.reader.person_id in self.persons

    @cached_property
    def persons(self) -> frozenset[int]:
        """All that this human being is in the tables."""
        return persons_of(self.account)

    @cached_property
    def is_own(self) -> bool:
        """Is this person the one who filed it, or whose client it is?"""
        own = {self.request.worker_id, self.request.filing.filed_by_id}
        return not self.persons.isdisjoint(own)


def case_of(account: Account, request_id: int) -> Case:
    """The desk for one request, read through the person; NotThere when it is not for this one."""
    request = request_for(account, request_id)
    case, found = judged(request), beside(request)
    decisions = decisions_of(request) if found.decisions else ()
    decision = next((one for one in decisions if one.stands), None)
    papers = papers_at(Place(request_id=request.id)) if found.papers else ()
    return Case(
        account=account,
        request=request,
        judged=case,
        decision=decision,
        former=[one for one in decisions if not one.stands],
        comparable=comparable_to(request, case.rule.id) if request.status in OPEN else None,
        hearings=hearings_of(request) if found.hearings else (),
        question=open_pause(request) if request.status == WAITING else None,
        identity=identity_of(request.client, clock.today(), request.household),
        earlier=earlier_of(account, request),
        other_parts=other_parts_of(request) if found.other_parts else (),
        events=rows_of(EVENTS, {"request_id": request.id}).all(),
        held=None if decision else held_for(request.scheme, clock.now()),
        possible=possible(request, account),
        papers=[one for one in papers if not one.withdrawn_at],
        corrections=corrections_of(request),
        beside=found,
        deciding=deciding(request, case.rule, case.assessment),
        ruling=first_ruling(request) if request.first_by_id else None,
        recusals=standing_recusals(request) if may(account, Permission.RECUSALS) else (),
    )
