"""The words of the access log in the accounts room for why, or what of it, somebody looked. They open nothing."""

from typing import Final

from flask_babel import lazy_gettext as _l

from core.errors import Words

REASONS: Final[dict[str, Words]] = {
    "mine": _l("own ones"),
    "team": _l("of the team"),
    "all": _l("all"),
    "search": _l("found by a full match"),
    "urgent": _l("urgent, colleague out of reach"),
    "at_desk": _l("client at the desk"),
    "same_person": _l("perhaps the same person"),
    "other": _l("another reason"),
    "notes": _l("its notes"),
    "plan": _l("its assistance plan"),
    "open": _l("not begun"),
    "going_on": _l("going on"),
    "reached": _l("reached"),
    "stopped": _l("stopped"),
    "internal": _l("internal"),
    "confidential": _l("confidential"),
    "stand_in": _l("as a stand-in"),
    "opened": _l("opened with a reason"),
    "went": _l("went or not"),
    "helped": _l("helped or not"),
    "hindrance": _l("what stood in the way"),
    "twin": _l("warned of a second file"),
    "form": _l("to print"),
    "file": _l("the file itself"),
    "year": _l("the page for the client"),
    "central": _l("for the central file"),
    "record": _l("record of the decision"),
    "agenda": _l("its agenda"),
    "decisions": _l("its list of decisions"),
    "minutes": _l("its minutes"),
    "extract": _l("extract of the decision"),
    "conflict": _l("conflict of interest"),
    "away": _l("away for a moment"),
}
