"""A household that one history is about, and the room that the shared budgets leave it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select, update

from accounts.models import Account
from accounts.queries import account_by_username
from books.actions import open_year
from books.models import Budget, BudgetShare, FundingSource
from books.queries import budget_of
from core.db import db, transaction
from fund.queries import CLIENT_AID
from intake.people.actions import new_client
from intake.people.models import ClientStatus, Membership, Responsible
from intake.people.persons import NewClient, NewPerson
from offer.models import Activity, Provider
from tests.model.plain import PlainShare

LONG_AGO = dt.date(2020, 1, 1)
# Who makes both sides of a cap: nobody comes of age in the years of a history.
PARENT = NewPerson("Lea", "Mol", dt.date(1988, 3, 14))
CHILD = NewPerson("Sam", "Mol", dt.date(2017, 5, 2))


def act(username: str) -> Account:
    """Who acts."""
    account = account_by_username(username)
    assert account is not None
    return account


@dataclass(frozen=True)
class Household:
    """A parent and a child, with what they ask for: a place where a discount is agreed too."""

    clients: dict[str, int]
    activity: Activity

    @classmethod
    def moves_in(cls) -> Household:
        """New people, as if they had been here for long."""
        new = NewClient(
            person=PARENT, members=(CHILD,), status="leefloon", postal_code="3600", town="Genk"
        )
        with transaction() as session:
            parent = new_client(new, by=act("an"), despite_twins=True)
            members = parent.memberships[0].household.memberships
            ids = [member.client_id for member in members]
            for table in (ClientStatus, Membership, Responsible):
                since = update(table).where(table.client_id.in_(ids))
                session.execute(since.values(from_on=LONG_AGO))
        pool = select(Activity).join(Provider).where(Provider.agreements.any())
        activity = db.session.scalars(pool.order_by(Activity.id)).first()
        assert activity is not None
        db.session.expunge_all()
        return cls(dict(zip(("parent", "child"), ids, strict=True)), activity)

    def leave_room(self, room: dict[int, list[int]]) -> dict[int, list[PlainShare]]:
        """What other histories committed stays; so much is free for this one."""
        with transaction() as session:
            for year, cents in room.items():
                if budget_of(year, CLIENT_AID) is None:
                    sources = session.scalars(select(FundingSource).order_by(FundingSource.id))
                    open_year(year, CLIENT_AID, [(one, 0) for one in sources][: len(cents)])
                for share, free_cents in zip(shares_of(year), cents, strict=True):
                    share.amount_cents = share.committed_cents + free_cents
            return {
                year: [PlainShare(one.amount_cents, one.committed_cents) for one in shares_of(year)]
                for year in room
            }


def shares_of(year: int) -> list[BudgetShare]:
    """What gives to a year's budget, in its order, as stored now."""
    wanted = select(BudgetShare).join(Budget).where(Budget.year == year)
    newest = wanted.order_by(BudgetShare.priority).execution_options(populate_existing=True)
    return list(db.session.scalars(newest))


def share_of(year: int, place: int) -> BudgetShare:
    """One of them."""
    return shares_of(year)[place]
