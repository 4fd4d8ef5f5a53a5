"""What the offer knows of an activity that was picked, for the form of a filing. It changes nothing."""

from typing import Any

from core.money import write_cents
from intake.filing.lines import Typed
from offer import queries as offer
from offer.models import Activity


def known_of(activity: Activity | None) -> dict[str, Any]:
    """By the names of the form's fields, for a form that nothing was typed in yet."""
    if activity is None:
        return {}
    return {
        "what": activity.name,
        "activity_id": activity.id,
        "cost": activity.price_cents,
        "category": activity.category,
        "provider_name": activity.provider.name,
    }


def take(typed: Typed, prefix: str, activity_id: int | None) -> None:
    """Fill it in as if it were typed, but for a price of one's own."""
    if activity_id is None:
        return
    known = known_of(offer.activity(activity_id))
    price_cents = known.pop("cost")
    for name, value in known.items():
        typed[f"{prefix}{name}"] = str(value)
    if not (typed.get(f"{prefix}cost") or "").strip():
        typed[f"{prefix}cost"] = write_cents(price_cents)
