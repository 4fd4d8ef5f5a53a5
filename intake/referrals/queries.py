"""Reading referrals, through the team of who asks. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from core.clock import today
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.ids import is_row_id
from core.names import folded
from core.pages.paging import By, Page, page_of
from intake.people.access import in_care_of
from intake.people.models import Client, Responsible
from intake.people.queries import not_merged, responsible_now
from intake.referrals.life import WAITING
from intake.referrals.models import Referral
from intake.referrals.told import Told, opened

MOST_KNOWN = 6


@dataclass(frozen=True)
class Row:
    """A referral in the list; without a name once it is wiped."""

    referral: Referral
    name: str


def page_of_referrals(
    account: Account, *, waiting: bool, key: str | None = None
) -> tuple[Page[Referral], list[Row]]:
    """Those of one's team: what waits by day of arrival, what is done the newest first."""
    statement = select(Referral).where(_of_team(account)).options(joinedload(Referral.client))
    if waiting:
        found = page_of(statement.where(Referral.state == WAITING), [By(Referral.id)], key=key)
    else:
        by = [By(Referral.id, descending=True)]
        found = page_of(statement.where(Referral.state != WAITING), by, key=key)
    return found, [Row(one, _name(one)) for one in found.items]


def referral_for(account: Account, referral_id: int) -> Referral:
    """A referral to one's team; else NotThere."""
    found = None
    if is_row_id(referral_id):
        wanted = select(Referral).where(Referral.id == referral_id, _of_team(account))
        found = db.session.scalar(wanted)
    if found is None:
        raise NotThere
    return found


def told_in(referral: Referral) -> Told:
    """What the partner told; Conflict once it is wiped."""
    if referral.sealed_told is None:
        raise Conflict
    return opened(referral.sealed_told, referral.row_key)


def known_of(account: Account, told: Told) -> Sequence[Client]:
    """Files in one's care with this name, in either order: perhaps it is one of them."""
    names = {folded(told.name), folded(f"{told.family_name} {told.given_name}")}
    statement = (
        select(Client)
        .join(Responsible, responsible_now(today()))
        .where(Client.sort_name.in_(names), in_care_of(account), not_merged())
        .order_by(Client.birth_on, Client.id)
        .limit(MOST_KNOWN)
    )
    return db.session.scalars(statement).all()


def client_numbered(account: Account, number: str) -> int:
    """The file in one's care with this number; another team's and none at all are the same."""
    statement = (
        select(Client.id)
        .join(Responsible, responsible_now(today()))
        .where(Client.file_number == number.strip().upper(), in_care_of(account), not_merged())
    )
    found = db.session.scalar(statement)
    if found is None:
        raise RuleBroken(_("No file in your care has this number."), "file_number")
    return found


def _name(referral: Referral) -> str:
    return told_in(referral).name if referral.sealed_told is not None else ""


def _of_team(account: Account) -> ColumnElement[bool]:
    team_id = account.person.team_id
    return Referral.team_id == team_id if team_id is not None else false()
