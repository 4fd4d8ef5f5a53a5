"""From what a partner told to the fields of a request's form. It keeps and files nothing."""

from intake.people.models import Client
from intake.referrals.told import Told

LONGEST_WHAT = 160


def typed_of(told: Told, organisation: str, client: Client) -> dict[str, str]:
    """The wish as the partner's words, and who brought the client; what is too long stands in the report."""
    wish = " ".join(told.wish.split())
    fits = len(wish) <= LONGEST_WHAT
    return {
        "opened_for": str(client.id),
        "client_id": str(client.id),
        "what": wish if fits else "",
        "report": "" if fits else told.wish,
        "guide_organisation": organisation,
        "guide_name": told.guide_name,
    }
