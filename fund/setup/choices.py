"""Who decides by the setup's own words, and the basis of the fund. Settings of the setup; nothing is stored here."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from core import settings
from terms.deciding import BASES, may_belong

BODIES: Final[Mapping[str, LazyString]] = {
    "committee": _l("The special committee for the social service (BCSD)"),
    "subcommittee": _l("A subcommittee of it"),
    "head": _l("The head of the social service"),
    "staff": _l("A member of staff whom the rule names"),
}
# The same bodies as a rule names them.
AS_IN_RULES: Final[Mapping[str, str]] = {
    "committee": "bcsd",
    "subcommittee": "subcommittee",
    "head": "head_of_service",
    "staff": "staff",
}

BASIS = settings.Key("fund.basis", default="", choices=("", *BASES))
BODY = settings.Key("fund.body", default="", choices=("", *BODIES))


def belongs(basis: str, body: str) -> bool:
    """Whether this body of the setup may decide on that basis."""
    return may_belong(basis, AS_IN_RULES[body])


def body_of_centre() -> str:
    """Who decides by the setup, as a rule would name it; empty while nobody answered."""
    return AS_IN_RULES.get(settings.get(BODY), "")
