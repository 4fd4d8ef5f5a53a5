"""On what a fund rests and who decides: which belong together. Settings of the setup; nothing is stored here."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from core import settings

INDIVIDUAL_AID, COUNCIL_RULE = "individual_aid", "council_rule"

BASES: Final[Mapping[str, LazyString]] = {
    INDIVIDUAL_AID: _l("Individual aid, decided by the special committee"),
    COUNCIL_RULE: _l("A rule of the council, carried out by the administration"),
}
BODIES: Final[Mapping[str, LazyString]] = {
    "committee": _l("The special committee for the social service (BCSD)"),
    "subcommittee": _l("A subcommittee of it"),
    "head": _l("The head of the social service"),
    "staff": _l("A member of staff whom the rule names"),
}
# The law gives individual files to the committee alone, which may delegate to its own subcommittee;
# under a rule of the council decides whom the rule names.
BELONG: Final[Mapping[str, tuple[str, ...]]] = {
    INDIVIDUAL_AID: ("committee", "subcommittee"),
    COUNCIL_RULE: ("head", "staff", "committee"),
}

BASIS = settings.Key("fund.basis", default="", choices=("", *BASES))
BODY = settings.Key("fund.body", default="", choices=("", *BODIES))
