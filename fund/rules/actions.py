"""The verb of the fund's rules: put a version into force. It commits nothing and renders nothing."""

import datetime as dt

from flask_babel import gettext as _
from flask_babel import ngettext as _n

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core import clock, settings
from core.errors import NotThere, RuleBroken
from fund.bodies.deciding import LEFT_OPEN
from fund.rules.queries import disappearing
from fund.setup.choices import BASIS
from intake.requests.in_use import requests_since
from regulation.versions.actions import CouncilDecision, put_into_force
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set
from regulation.versions.readiness import reasons_against
from regulation.versions.succession import first_day
from terms.deciding import may_belong
from terms.lists import label_of
from terms.rule_lists import BODIES


def enact(version: RuleVersion, *, by: Account, from_on: dt.date, council: CouncilDecision) -> None:
    """Let a version judge the requests from a day on. No old decision and no filed request changes.

    Raises RuleBroken on all that `put_into_force` refuses, where requests of those days were judged
    already, and where a status or category in use would give no right any more.
    """
    if not may(by, Permission.REGULATION_ENACT):
        raise NotThere
    for reason in reasons_against(version, by.person_id):
        raise RuleBroken(reason)
    first_day(version, from_on)  # before it is looked up: what lies outside the text's own days
    _refuse_what_the_basis_forbids(version)
    _refuse_days_judged_already(from_on)
    _refuse_what_disappears(version, from_on)
    put_into_force(version, by=by, from_on=from_on, council=council)


def _refuse_what_the_basis_forbids(version: RuleVersion) -> None:
    """Where the text leaves its basis open the setup's counts, and not every body decides on each."""
    centre = settings.get(BASIS)
    for scheme in rule_set(version).schemes.values():
        stated = scheme.basis.rests_on if scheme.basis else None
        for one in scheme.decide if stated is None and not scheme.payer else ():
            if one.body not in LEFT_OPEN and not may_belong(centre, one.body):
                words = label_of(BODIES, one.body)
                raise RuleBroken(
                    _("On the basis in the setup this body cannot decide: %(body)s.", body=words)
                )


def _refuse_days_judged_already(from_on: dt.date) -> None:
    """A request is judged by the version in force on its date: that cannot be another one later."""
    judged = requests_since(from_on)
    if judged:
        raise RuleBroken(
            _n(
                "%(num)s request of this day or later was judged already. Choose a later day.",
                "%(num)s requests of this day or later were judged already. Choose a later day.",
                judged,
            ),
            "from_on",
        )


def _refuse_what_disappears(version: RuleVersion, from_on: dt.date) -> None:
    lost = disappearing(version, from_on, on=clock.today()).words
    if lost:
        raise RuleBroken(
            _("In use, and without a right in this version: %(words)s.", words=", ".join(lost))
        )
