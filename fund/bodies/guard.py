"""The last door of deciding: who worked on it, who stepped back, and whose body it is not, is kept out."""

from flask_babel import gettext as _

from accounts.models import Account
from accounts.same_person.queries import persons_of
from core.errors import NotThere, RuleBroken
from fund.bodies.queries import (
    body_now,
    by_its_rule,
    capacity_of,
    deciding,
    firsts_of,
    unfit_for,
)
from intake.asking.asked import DISCOUNT
from intake.requests.judging import judge_version
from intake.requests.models import Request
from intake.requests.moves import Move
from intake.requests.queries import latest_version
from regulation.versions.queries import rule_set

SEVERAL = 2


def be_let_in(request: Request, account: Account) -> None:
    """NotThere for who decides for no such body today: the address is not there for this one."""
    if capacity_of(account, body_of(request)) is None:
        raise NotThere


def body_of(request: Request) -> str:
    """The body that decides now. Where the amount chooses among several it is judged again: what was
    granted meanwhile may have changed the amount, and with it the body that stands on the request.
    Whom somebody sent it to decides whatever the amount: `deciding` knows."""
    version = latest_version(request)
    if len(rule_set(version.rule).schemes[request.scheme].decide) < SEVERAL:
        return body_now(request)
    return deciding(request, version.rule, judge_version(request, version)).body


def _only_where_the_rule_lets(request: Request, move: Move) -> None:
    """NotThere where the rule knows no counter, or not for so much: the exact bounds are the verb's."""
    if move.verb == "register" and request.kind != DISCOUNT:
        raise NotThere
    found = by_its_rule(request)
    if move.verb == "register":
        lets = found.registers
    else:
        most = found.counter_up_to_cents
        lets = most is not None and request.proposed_cents <= most and not request.sent_to
    if not lets:
        raise NotThere


def likeness(move: Move) -> tuple[bool, bool, bool, str]:
    """What of a move `keep_out` looks at."""
    of_meeting = move.by_vote or move.by_chair
    return of_meeting, move.by_a_second, move.by_someone_else, move.verb if move.by_rule else ""


def keep_out(request: Request, move: Move, account: Account) -> None:
    """RuleBroken for who worked on it or was the first of two, NotThere for who never decides on it.

    Persons are compared, and one human being may be several of them.
    """
    if move.by_rule:
        _only_where_the_rule_lets(request, move)
        return
    if not move.by_someone_else:
        return
    mine, unfit = persons_of(account), unfit_for(request)
    if mine & unfit:
        raise RuleBroken(_("You worked on this request or stepped back. Someone else decides."))
    if move.by_vote or move.by_chair:  # fund.meetings knows the body's votes and its chair
        return
    firsts = firsts_of(request) if move.by_a_second else frozenset()
    if mine & firsts:
        raise RuleBroken(_("You decided on it first. A second person confirms it."))
    if capacity_of(account, body_of(request), unfit=unfit | firsts, mine=mine) is None:
        raise NotThere
