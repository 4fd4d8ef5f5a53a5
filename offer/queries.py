"""Reading providers, activities and agreements. Knows no client, changes nothing."""

import datetime as dt
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, Select, and_, bindparam, or_, select, true
from sqlalchemy.orm import selectinload

from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.names import folded
from core.pages.paging import By, Page, page_of
from offer.favourites.queries import is_favourite_of
from offer.models import Activity, DiscountAgreement, Provider

LONGEST_TEXT = 200
MOST_WORDS = 6
_ON: Final[Any] = bindparam("on", type_=Date())


def holding(on: dt.date) -> ColumnElement[bool]:
    """Agreements whose period holds the day."""
    return and_(
        DiscountAgreement.from_on <= on,
        or_(DiscountAgreement.until_on.is_(None), DiscountAgreement.until_on >= on),
    )


# The form asks these at every key: built once.
NAMED: Final = select(Provider).where(
    Provider.sort_name == bindparam("name"), Provider.id != bindparam("besides")
)
AGREEMENTS_ON: Final = (
    select(DiscountAgreement)
    .where(DiscountAgreement.provider_id == bindparam("provider_id"), holding(_ON))
    .order_by(DiscountAgreement.from_on.desc(), DiscountAgreement.id.desc())
)


def find_activities(
    words: str, on: dt.date, limit: int = 8, *, team_id: int | None = None
) -> list[Activity]:
    """Open activities whose name or provider's name holds a word beginning with each of `words`:
    the team's favourites first, then those whose name begins with them."""
    asked = asked_for(words)
    if not asked:
        return []
    first = [is_favourite_of(team_id).desc(), _begins(asked).desc()]
    wanted = open_activities(on).where(holds(asked))
    order = wanted.order_by(*first, Activity.sort_name, Activity.id).limit(limit)
    return list(db.session.scalars(order))


def asked_for(words: str) -> str:
    """What is looked for, as names are kept to be found."""
    return folded(words[:LONGEST_TEXT].replace("\x00", " "))


def activity(activity_id: int) -> Activity:
    """One activity with its provider; NotThere when it does not exist."""
    found = db.session.get(Activity, activity_id) if is_row_id(activity_id) else None
    if found is None:
        raise NotThere
    return found


def provider(provider_id: int) -> Provider:
    """One provider; NotThere when it does not exist."""
    found = db.session.get(Provider, provider_id) if is_row_id(provider_id) else None
    if found is None:
        raise NotThere
    return found


def provider_named(name: str, *, besides: int = 0) -> Provider | None:
    """The provider that already has this name, whatever its accents and capitals."""
    return db.session.scalars(NAMED, {"name": folded(name), "besides": besides}).first()


def agreement_on(provider_id: int, on: dt.date) -> DiscountAgreement | None:
    """The discount agreement of a provider that holds on a day; the newest, should two."""
    return db.session.scalars(AGREEMENTS_ON, {"provider_id": provider_id, "on": on}).first()


def agreements_of(provider_id: int) -> list[DiscountAgreement]:
    """Every agreement of a provider, the newest first."""
    statement = (
        select(DiscountAgreement)
        .where(DiscountAgreement.provider_id == provider_id)
        .order_by(DiscountAgreement.from_on.desc(), DiscountAgreement.id.desc())
    )
    return list(db.session.scalars(statement))


def agreement(provider_id: int, agreement_id: int) -> DiscountAgreement:
    """One agreement of this provider; NotThere when it is another's."""
    found = db.session.get(DiscountAgreement, agreement_id) if is_row_id(agreement_id) else None
    if found is None or found.provider_id != provider_id:
        raise NotThere
    return found


def activities_of(provider_id: int) -> list[Activity]:
    """Every activity of a provider, open and closed, by name."""
    statement = (
        select(Activity)
        .where(Activity.provider_id == provider_id)
        .order_by(Activity.sort_name, Activity.id)
    )
    return list(db.session.scalars(statement))


def provider_page(*, key: str | None = None) -> Page[Provider]:
    """All providers page by page, closed ones too, with their activities."""
    statement = select(Provider).options(selectinload(Provider.activities))
    return page_of(statement, [By(Provider.sort_name), By(Provider.id)], key=key)


def agreements_on(provider_ids: set[int], on: dt.date) -> dict[int, DiscountAgreement]:
    """The agreement of each of these providers that holds on a day."""
    statement = (
        select(DiscountAgreement)
        .where(DiscountAgreement.provider_id.in_(provider_ids), holding(on))
        .order_by(DiscountAgreement.from_on, DiscountAgreement.id)
    )
    return {row.provider_id: row for row in db.session.scalars(statement)}


def open_activities(on: dt.date) -> Select[Activity]:
    """Activities that can be asked for on a day; the provider comes along."""
    return (
        select(Activity)
        .join(Activity.provider)
        .where(
            or_(Activity.closed_on.is_(None), Activity.closed_on > on),
            or_(Provider.closed_on.is_(None), Provider.closed_on > on),
        )
    )


def _begins(asked: str) -> ColumnElement[bool]:
    return and_(Activity.sort_name >= asked, Activity.sort_name < asked + "\U0010ffff")


def holds(asked: str) -> ColumnElement[bool]:
    """Each word begins a word: an offer has hundreds of rows, so it is read whole."""
    return and_(
        true(),
        *(
            or_(
                Activity.sort_name.startswith(word, autoescape=True),
                Activity.sort_name.contains(f" {word}", autoescape=True),
            )
            for word in asked.split()[:MOST_WORDS]
        ),
    )
