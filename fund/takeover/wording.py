"""The words of takeovers: kinds, states, counts. It decides nothing."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString, ngettext
from flask_babel import lazy_gettext as _l

from fund.takeover.columns import CLIENTS, GRANTS, OFFER, TOTALS
from fund.takeover.models import Takeover

KIND_WORDS: Final[Mapping[str, LazyString]] = {
    CLIENTS: _l("Clients and households"),
    OFFER: _l("Providers and offer"),
    GRANTS: _l("Grants of this year"),
    TOTALS: _l("Totals of earlier years"),
}
LEADS: Final[Mapping[str, LazyString]] = {
    CLIENTS: _l("One row for each person, with the household and the statuses."),
    OFFER: _l("One row for each activity, with its provider."),
    GRANTS: _l("One row for each grant. Clients come first: a grant needs a known person."),
    TOTALS: _l("One row for each year, as a document published it. The coordinator sees them."),
}
STATE_WORDS: Final[Mapping[str, tuple[LazyString, str]]] = {
    "open": (_l("Not stored yet"), "amber"),
    "storing": (_l("Being stored"), "blue"),
    "done": (_l("Taken over"), "green"),
    "dropped": (_l("Dropped"), "neutral"),
}


def counts_of(new: int, known: int) -> str:
    """312 new, 4 known already."""
    first = ngettext("%(num)s is new", "%(num)s are new", new)
    second = ngettext("%(num)s is known already", "%(num)s are known already", known)
    return f"{first}, {second}."


def state_of(takeover: Takeover) -> tuple[str, str]:
    """The word and the tone of what became of an upload."""
    words, tone = STATE_WORDS[takeover.state]
    return str(words), tone
