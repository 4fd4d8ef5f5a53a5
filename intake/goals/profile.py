"""Whether the centre works with the full assistance plan; without it a request has one line for its goal."""

from typing import Final

from core import settings

FULL_PLAN: Final = settings.Key("assistance_plan", default=False)


def has_plan() -> bool:
    """Off means: no page, no link, no field of it."""
    return settings.get(FULL_PLAN)
