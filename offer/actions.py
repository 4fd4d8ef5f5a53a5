"""Changing providers, activities and agreements; nothing is deleted. Commits nothing."""

import datetime as dt
from dataclasses import asdict, dataclass

from flask_babel import gettext as _

from core import audit
from core.clock import today
from core.db import db
from core.errors import RuleBroken
from core.names import folded
from offer.models import Activity, DiscountAgreement, Provider
from offer.queries import activities_of, agreements_of, provider_named

LONGEST_PROVIDER = 160
LONGEST_ACTIVITY = 330


@dataclass(frozen=True)
class Shares:
    """What client, provider and network each pay, in whole percents."""

    client_percent: int
    provider_percent: int
    network_percent: int


@dataclass(frozen=True)
class Place:
    """Where a provider is found, and what it is like to come there."""

    neighbourhood: str = ""
    address: str = ""
    contact: str = ""
    names_asked: bool | None = None
    facilities: str = ""


@dataclass(frozen=True)
class Setting:
    """What an activity is about, for whom and when, and since when that is known."""

    theme: str = ""
    age_from: int | None = None
    age_until: int | None = None
    days: str = ""
    times: str = ""
    checked_on: dt.date | None = None


NOWHERE, UNTOLD = Place(), Setting()


def add_provider(name: str, provider_type: str, place: Place = NOWHERE) -> Provider:
    """A provider with a name that nobody else has."""
    _refuse_known_name(name)
    provider = Provider(
        name=name,
        sort_name=folded(name)[:LONGEST_PROVIDER],
        provider_type=provider_type,
        **asdict(place),
    )
    db.session.add(provider)
    db.session.flush()
    audit.record("provider.add", kind="provider", object_id=provider.id)
    return provider


def change_provider(provider: Provider, name: str, provider_type: str, place: Place) -> None:
    """Another name, type or place; its activities are found under the new name."""
    _refuse_known_name(name, besides=provider.id)
    provider.name, provider.sort_name = name, folded(name)[:LONGEST_PROVIDER]
    provider.provider_type = provider_type
    _tell(provider, place)
    for activity in activities_of(provider.id):
        activity.sort_name = sort_name_of(activity.name, provider)
    audit.record("provider.change", kind="provider", object_id=provider.id)


def close_provider(provider: Provider) -> None:
    """From today nothing of it can be asked for; what was asked stays."""
    provider.closed_on = today()
    audit.record("provider.close", kind="provider", object_id=provider.id)


def open_provider(provider: Provider) -> None:
    """It can be asked for again."""
    provider.closed_on = None
    audit.record("provider.open", kind="provider", object_id=provider.id)


def add_activity(
    provider: Provider, name: str, category: str, price_cents: int, setting: Setting = UNTOLD
) -> Activity:
    """Something to do at a provider."""
    _check_ages(setting)
    activity = Activity(
        provider_id=provider.id,
        name=name,
        sort_name=sort_name_of(name, provider),
        category=category,
        price_cents=price_cents,
        **asdict(setting),
    )
    db.session.add(activity)
    db.session.flush()
    audit.record("activity.add", kind="activity", object_id=activity.id)
    return activity


def change_activity(
    activity: Activity, name: str, category: str, price_cents: int, setting: Setting
) -> None:
    """Another name, category, price or setting: for requests to come, those filed keep theirs."""
    _check_ages(setting)
    activity.name, activity.sort_name = name, sort_name_of(name, activity.provider)
    activity.category, activity.price_cents = category, price_cents
    _tell(activity, setting)
    audit.record("activity.change", kind="activity", object_id=activity.id)


def check_activities(provider: Provider) -> None:
    """Somebody asked the provider today, and all that can be asked for there is as it stands here."""
    for activity in activities_of(provider.id):
        if activity.closed_on is None:
            activity.checked_on = today()
    audit.record("provider.check", kind="provider", object_id=provider.id)


def close_activity(activity: Activity) -> None:
    """From today it cannot be asked for."""
    activity.closed_on = today()
    audit.record("activity.close", kind="activity", object_id=activity.id)


def open_activity(activity: Activity) -> None:
    """It can be asked for again."""
    activity.closed_on = None
    audit.record("activity.open", kind="activity", object_id=activity.id)


def add_agreement(
    provider: Provider, shares: Shares, from_on: dt.date, until_on: dt.date | None = None
) -> DiscountAgreement:
    """What client, provider and network pay from a day on. Two never hold on one day."""
    _check_shares(shares)
    if until_on is not None and until_on < from_on:
        raise RuleBroken(_("The end lies before the beginning."), "until_on")
    for known in agreements_of(provider.id):
        starts_before_it_ends = known.until_on is None or from_on <= known.until_on
        if starts_before_it_ends and (until_on is None or until_on >= known.from_on):
            raise RuleBroken(
                _("Another agreement holds in that period. End that one first."), "from_on"
            )
    agreement = DiscountAgreement(
        provider_id=provider.id,
        client_percent=shares.client_percent,
        provider_percent=shares.provider_percent,
        network_percent=shares.network_percent,
        from_on=from_on,
        until_on=until_on,
    )
    db.session.add(agreement)
    db.session.flush()
    audit.record("agreement.add", kind="agreement", object_id=agreement.id)
    return agreement


def end_agreement(agreement: DiscountAgreement, *, on: dt.date) -> None:
    """The last day of an agreement; other shares are another agreement."""
    if on < agreement.from_on:
        raise RuleBroken(_("The end lies before the beginning."), "until_on")
    agreement.until_on = on
    audit.record("agreement.end", kind="agreement", object_id=agreement.id)


def sort_name_of(name: str, provider: Provider) -> str:
    """How an activity sorts and is found: its own name, then its provider's."""
    return folded(f"{name} {provider.name}")[:LONGEST_ACTIVITY]


def _tell(row: Provider | Activity, told: Place | Setting) -> None:
    for name, value in asdict(told).items():
        setattr(row, name, value)


def _check_ages(setting: Setting) -> None:
    youngest, oldest = setting.age_from, setting.age_until
    if youngest is not None and oldest is not None and oldest < youngest:
        raise RuleBroken(_("The oldest age lies below the youngest."), "age_until")


def _check_shares(shares: Shares) -> None:
    parts = (shares.client_percent, shares.provider_percent, shares.network_percent)
    if sum(parts) != 100:
        raise RuleBroken(
            _("The three shares together are %(sum)s %%. They must be 100 %%.", sum=sum(parts)),
            "client_percent",
        )


def _refuse_known_name(name: str, *, besides: int = 0) -> None:
    if not any(letter.isalnum() for letter in name):
        raise RuleBroken(_("A name has at least one letter."), "name")
    if provider_named(name, besides=besides) is not None:
        raise RuleBroken(_("There is already a provider with this name."), "name")
