"""What a centre still misses before it can work: read from the rooms, as a list. Changes nothing."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from accounts.models import Account, Person, RoleGrant
from accounts.permissions import Permission, Role
from accounts.visitor import who
from books.queries import budget_of
from core import clock, instance, settings
from core.db import db
from core.errors import Words
from core.letters.letters import NEUTRAL_NAME, SENDER_NAME
from fund.queries import CLIENT_AID
from fund.setup.choices import BASIS
from regulation.versions.queries import rule_in_force

SETUP_PATH: Final = "/setup/questions"
WITH_TEAM: Final = "worker with team"


@dataclass(frozen=True)
class Item:
    """One thing that must be there; `words` say what follows while it is not."""

    title: Words
    is_there: bool
    words: Words
    endpoint: str


# What must be there, in the order in which a centre goes through it: name, words while it is not, page.
LISTED: Final[tuple[tuple[str, Words, Words, str], ...]] = (
    (
        "name",
        _l("Name of the centre"),
        _l("It stands above every letter."),
        "setup.questions",
    ),
    (
        "neutral",
        _l("Neutral name"),
        _l("Without it a proof tells a provider who pays."),
        "accounts.centre",
    ),
    (
        "basis",
        _l("Basis and deciding body"),
        _l("Terms and letters follow from them."),
        "setup.questions",
    ),
    (
        "rule",
        _l("Rule in force"),
        _l(
            "Nothing can be asked without one. A draft judges nothing yet: bring it in, "
            "and let somebody else put it into force."
        ),
        "drafts.drafts",
    ),
    (
        "budget",
        _l("Budget of this year"),
        _l("Nothing can be granted without one."),
        "books.budgets",
    ),
    (
        "worker",
        _l("Social worker with a team"),
        _l("Files and requests belong to a worker and a team."),
        "accounts.staff",
    ),
    ("approver", _l("Approver"), _l("Somebody else than the worker decides."), "accounts.staff"),
    (
        "stand_in",
        _l("Stand-in for the approver"),
        _l("When the approver is away, nobody can decide and the legal terms run on."),
        "accounts.staff",
    ),
    (
        "head",
        _l("Head of the service"),
        _l("A rule needs two persons, and clients are taken over by the head."),
        "accounts.staff",
    ),
    ("finance", _l("Finance"), _l("Who decides does not pay."), "accounts.staff"),
)


def checklist() -> list[Item]:
    """What is there and what is missing."""
    people, today = _people_by_role(), clock.today()
    there = {
        "name": bool(settings.get(SENDER_NAME)),
        "neutral": bool(settings.get(NEUTRAL_NAME)),
        "basis": bool(settings.get(BASIS)),
        "rule": rule_in_force(today) is not None,
        "budget": budget_of(today.year, CLIENT_AID) is not None,
        "worker": people[WITH_TEAM] > 0,
        "approver": people[Role.APPROVER] > 0,
        "stand_in": people[Role.APPROVER] > 1,
        "head": people[Role.HEAD] > 0,
        "finance": people[Role.FINANCE] > 0,
    }
    return [Item(title, there[name], words, endpoint) for name, title, words, endpoint in LISTED]


def is_begun() -> bool:
    """Has anybody answered anything, here or on the pages of the rooms?"""
    there = bool(settings.get(SENDER_NAME)) or rule_in_force(clock.today()) is not None
    return there or budget_of(clock.today().year, CLIENT_AID) is not None


def first_page() -> str | None:
    """Where the administrator of a real centre begins while nothing is there yet."""
    if Permission.SETUP not in who().permissions or instance.stored_mode() != "production":
        return None
    return None if is_begun() else SETUP_PATH


def _people_by_role() -> Counter[str]:
    """How many persons hold each role with an account that is open."""
    rows = db.session.execute(
        select(RoleGrant.role, RoleGrant.person_id, Person.team_id)
        .join(Account, Account.id == RoleGrant.account_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(Account.disabled_at.is_(None))
        .distinct()
    )
    found: Counter[str] = Counter()
    for row in rows:
        found[row.role] += 1
        found[WITH_TEAM] += row.role == Role.SOCIAL_WORKER and row.team_id is not None
    return found
