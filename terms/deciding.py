"""On what a fund may rest, and which bodies may decide then: one table for rules and setup alike."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

INDIVIDUAL_AID, COUNCIL_RULE = "individual_aid", "council_rule"

BASES: Final[Mapping[str, LazyString]] = {
    INDIVIDUAL_AID: _l("Individual aid, decided by the special committee"),
    COUNCIL_RULE: _l("A rule of the council, carried out by the administration"),
}

# Codes of terms.rule_lists.BODIES. The law gives individual files to the committee alone, which may
# delegate to its own subcommittee; under a rule of the council decides whom the rule names. The
# worker who made the report is nobody's body: that is the counter route, which has bounds of its own.
BELONG: Final[Mapping[str, tuple[str, ...]]] = {
    INDIVIDUAL_AID: ("bcsd", "subcommittee"),
    COUNCIL_RULE: (
        *("head_of_service", "staff", "approver", "bcsd"),
        *("social_service", "town", "partner"),
    ),
}

# What the law sets for individual aid, in days and months: a rule may say less, never more.
DECIDE_DAYS, NOTIFY_DAYS, FORWARD_DAYS, APPEAL_MONTHS = 30, 8, 5, 3
LABOUR_COURT: Final = "labour_court"


def may_belong(basis: str, body: str) -> bool:
    """Whether this body may decide on that basis; all may where no basis is stated."""
    return not basis or body in BELONG[basis]
