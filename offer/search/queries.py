"""Reading the offer as somebody wants it. Changes nothing."""

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, cast, func, literal, or_, select

from core.pages.paging import PAGE_SIZE, By, Page, page_of
from offer.favourites.queries import is_favourite_of
from offer.models import Activity, DiscountAgreement, Provider
from offer.queries import asked_for, holding, holds, open_activities
from offer.search.wanted import Wanted


def page_of_offer(
    wanted: Wanted,
    on: dt.date,
    *,
    team_id: int | None,
    key: str | None = None,
    size: int = PAGE_SIZE,
    only: Collection[int] = (),
) -> Page[Activity]:
    """The open offer that fits, page by page, by name; `only` leaves those with these numbers."""
    statement = open_activities(on).where(*_narrowed(wanted, on))
    if wanted.favourite:
        statement = statement.where(is_favourite_of(team_id))
    if only:
        statement = statement.where(Activity.id.in_(only))
    return page_of(statement, [By(Activity.sort_name), By(Activity.id)], key=key, size=size)


def _narrowed(wanted: Wanted, on: dt.date) -> list[ColumnElement[bool]]:
    conditions: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "words": lambda words: holds(asked_for(words)),
        "category": lambda code: Activity.category == code,
        "theme": lambda code: Activity.theme == code,
        "neighbourhood": lambda name: Provider.neighbourhood == name,
        "day": lambda code: Activity.days.contains(code, autoescape=True),
        "age": _for_age,
        "most_cents": lambda cents: _client_pays(on) <= cents,
        "step_free": lambda _on: _has("step_free"),
        "no_names": lambda _on: Provider.names_asked.is_(False),
    }
    return [conditions[name](value) for name, value in wanted.filled.items() if name in conditions]


def _for_age(years: int) -> ColumnElement[bool]:
    """Within the bounds; an activity without bounds is for every age."""
    return or_(Activity.age_from.is_(None), Activity.age_from <= years) & or_(
        Activity.age_until.is_(None), Activity.age_until >= years
    )


def _has(facility: str) -> ColumnElement[bool]:
    spaced = literal(" ") + Provider.facilities + literal(" ")
    return spaced.contains(f" {facility} ", autoescape=True)


def _client_pays(on: dt.date) -> ColumnElement[int]:
    """As DiscountAgreement.client_pays, in the database; without an agreement the whole price."""
    price = cast(Activity.price_cents, BigInteger)  # a hundred times it is past an integer
    left = (
        price
        - price * DiscountAgreement.provider_percent // 100
        - price * DiscountAgreement.network_percent // 100
    )
    after_discount = (
        select(left)
        .where(DiscountAgreement.provider_id == Activity.provider_id, holding(on))
        .order_by(DiscountAgreement.from_on.desc(), DiscountAgreement.id.desc())
        .limit(1)
        .correlate(Activity)
        .scalar_subquery()
    )
    return func.coalesce(after_discount, price)
