"""Who may decide on a request now: by rule and setup, by role, as a stand-in. Changes nothing."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, bindparam, exists, or_, select
from sqlalchemy.orm import joinedload

from accounts.models import Account, RoleGrant
from accounts.permissions import Role
from accounts.queries import persons_in
from accounts.same_person.queries import persons_of, same_as, same_as_any
from core import settings
from core.clock import today
from core.db import db, rows_of
from core.errors import NotThere
from core.ids import is_row_id
from core.once import once
from core.one_of import one_of
from fund.bodies.deciding import (
    BY_MEETING,
    FOR_MEETING,
    LEFT_OPEN,
    STAND_IN,
    Capacity,
    Centre,
    Deciding,
    Terms,
    deciding_of,
    role_for,
    terms_of,
)
from fund.bodies.kept_out import BY_WORKERS, kept_out_of
from fund.bodies.models import FirstRuling
from fund.meetings.choices import is_for_a_meeting
from fund.meetings.models import Item, ItemPresence
from fund.models import Decision
from fund.setup.choices import BASIS, body_of_centre
from intake.handover.actions import DECISIONS
from intake.people.models import Absence
from intake.requests.life import REVISING
from intake.requests.models import Filing, Request, RequestEvent
from intake.requests.queries import latest_version, request_for
from intake.requests.recusal.models import Recusal
from intake.requests.recusal.queries import closed_to
from regulation.findings.assessment import Assessment
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set
from terms.rule_lists import BODIES

BY_DECIDERS: Final = (
    *("give_first", "grant", "grant_partly", "refuse", "grant_at_counter", "register"),
    *("vote_grant", "vote_partly", "vote_refuse", "urgent_grant", "urgent_partly", "ratify"),
    *("revise_first", *REVISING),
)

_ON: Final[Any] = bindparam("on", type_=Date())
STOOD_IN_FOR: Final = (
    select(Absence.person_id, RoleGrant.role)
    .join(RoleGrant, RoleGrant.person_id == Absence.person_id)
    .join(Account, Account.id == RoleGrant.account_id)
    .where(
        Absence.stand_in_id.in_(bindparam("persons", expanding=True)),
        *(Absence.duty == DECISIONS, Absence.from_on <= _ON, Absence.until_on >= _ON),
        *(Absence.ended_at.is_(None), Account.disabled_at.is_(None)),
    )
    .order_by(Absence.id)
)
# Who worked on it, stepped back, or sits out in conflict over it.
UNFIT: Final = (
    select(RequestEvent.by_id)
    .where(
        RequestEvent.request_id == bindparam("request_id"),
        one_of(RequestEvent.verb, BY_WORKERS),
    )
    .union(*kept_out_of(bindparam("request_id")))
)


def centre() -> Centre:
    """What the setup says on basis and body."""
    return Centre(basis=settings.get(BASIS), body=body_of_centre())


def deciding(
    request: Request, rule: RuleVersion, assessment: Assessment, *, deviates: bool = False
) -> Deciding:
    """Who decides on this request, and why."""
    scheme = rule_set(rule).schemes[request.scheme]
    found = (assessment.body, assessment.body_article)
    return deciding_of(scheme, *found, centre(), deviates=deviates, sent_to=request.sent_to)


def by_its_rule(request: Request) -> Deciding:
    """What its rule lets whom do, without judging it: the body is left open."""
    rule = latest_version(request).rule
    return deciding_of(rule_set(rule).schemes[request.scheme], request.body, "", centre())


def terms_for(request: Request, rule: RuleVersion) -> Terms:
    """How long each step may take for this request, and its remedy."""
    return terms_of(rule_set(rule).schemes[request.scheme], centre())


def terms_of_decision(decision: Decision) -> Terms:
    """The same by the rule that it was decided by."""
    rule = db.session.get_one(RuleVersion, decision.rule_version_id)
    return terms_for(db.session.get_one(Request, decision.request_id), rule)


def capacity_of(
    account: Account,
    body: str,
    *,
    unfit: frozenset[int] = frozenset(),
    mine: frozenset[int] | None = None,
) -> Capacity | None:
    """In which capacity this account decides for a body now; None where it does not.

    Who stands in speaks for the one who is away, also when it holds the role itself: the record then
    names both. Nobody does for another what that one could not do: `unfit`.
    """
    role = role_for(body)
    if account.disabled_at is not None:
        return None
    for absent_id, held in _stood_in_for(account, mine):
        if held == role and not same_as(absent_id) & unfit:
            return Capacity(STAND_IN, absent_id)
    own = FOR_MEETING if body in BY_MEETING else str(role)
    return Capacity(own) if role in account.roles else None


def bodies_open_to(account: Account, mine: frozenset[int]) -> tuple[str, ...]:
    """The words in `request.body` for which this account decides today."""
    return bodies_of_roles({held for _absent, held in _stood_in_for(account, mine)} | account.roles)


def bodies_of_roles(roles: Collection[Role]) -> tuple[str, ...]:
    """The same for who speaks in these roles; for what a meeting decides nobody does."""
    own = body_of_centre()
    meant = {word: _meant(word, own) for word in ("", *BODIES)}
    return tuple(
        word
        for word, body in meant.items()
        if role_for(body) in roles and not is_for_a_meeting(body)
    )


def body_now(request: Request) -> str:
    """The body of an open request, from what stands on it: cheap, and asked again of the judge."""
    return body_meant(request.body)


def body_meant(word: str) -> str:
    """The body that a word in `request.body` stands for."""
    return _meant(word, body_of_centre())


def _meant(word: str, own: str) -> str:
    """What a word of the rule means where it leaves it to the centre who decides."""
    return own or word if word in LEFT_OPEN else word


def _stood_in_for(account: Account, mine: frozenset[int] | None) -> list[tuple[int, Role]]:
    """The colleagues who are away today and gave their decisions to this one, with their roles."""
    persons = persons_of(account) if mine is None else mine
    rows = rows_of(STOOD_IN_FOR, {"persons": list(persons), "on": today()})
    return [(row.person_id, Role(row.role)) for row in rows]


def worked_on(request: Request) -> frozenset[int]:
    """Everybody who made the report: whose it is, who filed it, who answered, corrected or added."""
    return frozenset({request.worker_id, request.filing.filed_by_id, *_did(request, BY_WORKERS)})


def touched_by(request: Request) -> frozenset[int]:
    """All persons who worked on it, decided on it or confirmed that: none of them pays it.

    Every person in the tables that such a human being is; of a meeting those who voted.
    """
    hands = worked_on(request) | set(_did(request, BY_DECIDERS)) | set(_voted_on(request))
    return same_as_any(hands)


def _voted_on(request: Request) -> Sequence[int]:
    """Who voted when a meeting adopted it, whoever came or left afterwards."""
    return db.session.scalars(
        select(ItemPresence.person_id)
        .join(Item, Item.id == ItemPresence.item_id)
        .where(Item.request_id == request.id, Item.stage == "adopted")
        .where(ItemPresence.how == "present")
        .distinct()
    ).all()


def _did(request: Request, verbs: Iterable[str]) -> Sequence[int]:
    return db.session.scalars(
        select(RequestEvent.by_id)
        .where(RequestEvent.request_id == request.id, RequestEvent.verb.in_(tuple(verbs)))
        .distinct()
    ).all()


def hands_on(item: Item) -> frozenset[int]:
    """Who does not sit over an item, whatever it says itself: who worked on the request, stepped back from it
    or was in conflict over it on another agenda. Every person in the tables that such a human being is."""
    request = item.request
    stepped_back, in_conflict = kept_out_of(request.id, but=item)
    kept_out = db.session.scalars(stepped_back.union(in_conflict))
    return same_as_any({*worked_on(request), *kept_out})


def standing_recusals(request: Request) -> Sequence[Recusal]:
    """Who stepped back from it and was not let back, and when, for who heads the service."""
    return db.session.scalars(
        select(Recusal)
        .where(Recusal.request_id == request.id, Recusal.lifted_at.is_(None))
        .options(joinedload(Recusal.person))
        .order_by(Recusal.id)
    ).all()


def recusal_for(account: Account, recusal_id: int) -> Recusal:
    """One, of a request that this account may read; else NotThere."""
    row = db.session.get(Recusal, recusal_id) if is_row_id(recusal_id) else None
    if row is None:
        raise NotThere
    request_for(account, row.request_id)
    return row


@once
def first_ruling(request: Request) -> FirstRuling | None:
    """What the first approver ruled, while a second must confirm it."""
    return db.session.scalar(
        select(FirstRuling)
        .where(FirstRuling.request_id == request.id)
        .options(joinedload(FirstRuling.decided_by), joinedload(FirstRuling.on_behalf_of))
    )


@once
def unfit_for(request: Request) -> frozenset[int]:
    """Who does not decide on it: who worked on it, stepped back, or sits out in conflict over it. One
    statement."""
    found = rows_of(UNFIT, {"request_id": request.id}).scalars()
    return frozenset({request.worker_id, request.filing.filed_by_id, *found})


def firsts_of(request: Request) -> frozenset[int]:
    """The first approver, and for whom that one spoke: neither is a second person."""
    ruling = first_ruling(request)
    if ruling is None:
        return frozenset()
    spoken_for = {ruling.on_behalf_of_id} if ruling.on_behalf_of_id else set()
    return frozenset({ruling.decided_by_id, *spoken_for})


def open_to(account: Account, mine: frozenset[int]) -> list[ColumnElement[bool]]:
    """As conditions of a list: this account decides on it, or confirms what somebody else ruled."""
    return [
        Request.body.in_(bodies_open_to(account, mine)),
        Request.worker_id.not_in(mine),
        or_(Request.first_by_id.is_(None), Request.first_by_id.not_in(mine)),
        ~exists().where(Filing.id == Request.filing_id, Filing.filed_by_id.in_(mine)),
        ~exists().where(
            RequestEvent.request_id == Request.id,
            RequestEvent.by_id.in_(mine),
            RequestEvent.verb.in_(BY_WORKERS),
        ),
        ~closed_to(account),
    ]


def deciders_for(word: str) -> set[int]:
    """The persons who decide for a word in `request.body`, or write down what its meeting decided."""
    return persons_in(role_for(body_meant(word)))


def others_who_decide(request: Request) -> int | None:
    """How many persons are left who may decide on it; None where a meeting does."""
    body = body_now(request)
    if is_for_a_meeting(body):
        return None
    role = role_for(body)
    unfit = same_as_any(unfit_for(request))
    holders = (
        select(RoleGrant.person_id)
        .join(RoleGrant.account)
        .where(RoleGrant.role == str(role), Account.disabled_at.is_(None))
        .distinct()
    )
    return len(set(db.session.scalars(holders)) - unfit)
