"""What was chosen from the offer, or typed freely, by intake's requests. It changes nothing."""

import datetime as dt
from dataclasses import dataclass

from flask_babel import gettext as _

from core.errors import NotThere, RuleBroken
from core.names import folded
from intake.asking.asked import RequestInput
from offer import queries as offer
from offer.models import Activity, DiscountAgreement, Provider
from terms.lists import CATEGORIES


@dataclass(frozen=True)
class Choice:
    """An activity of the offer, or words of one's own; the agreement that holds on the date."""

    activity: Activity | None
    provider: Provider | None
    provider_name: str
    category: str | None
    agreement: DiscountAgreement | None

    @property
    def provider_type(self) -> str:
        """A provider that we do not know is of no type."""
        return self.provider.provider_type if self.provider else "other"

    @property
    def provider_local(self) -> bool | None:
        """In the municipality, as its neighbourhood tells; without one it is not known."""
        return True if self.provider and self.provider.neighbourhood else None


def choice_of(asked: RequestInput) -> Choice:
    """What the worker means. Raises RuleBroken when the activity is not in the offer any more."""
    activity = _activity(asked)
    provider = activity.provider if activity else _provider_named(asked.provider_name)
    category = activity.category if activity else asked.category
    return Choice(
        activity=activity,
        provider=provider,
        provider_name=provider.name if provider else asked.provider_name,
        category=category if category in CATEGORIES else None,
        agreement=offer.agreement_on(provider.id, asked.cost_on) if provider else None,
    )


def _activity(asked: RequestInput) -> Activity | None:
    """The activity picked, as long as the text still begins with its name; else the text counts."""
    if asked.activity_id is None:
        return None
    try:
        activity = offer.activity(asked.activity_id)
    except NotThere as error:
        raise RuleBroken(_gone(), field="what") from error
    if not folded(asked.what).startswith(folded(activity.name)):
        return None
    if _closed(activity.closed_on, asked.cost_on) or _closed(
        activity.provider.closed_on, asked.cost_on
    ):
        raise RuleBroken(_gone(), field="what")
    return activity


def _provider_named(name: str) -> Provider | None:
    return offer.provider_named(name) if folded(name) else None


def _closed(closed_on: dt.date | None, on: dt.date) -> bool:
    return closed_on is not None and closed_on <= on


def _gone() -> str:
    return str(_("This activity is no longer in the offer. Pick another one."))
