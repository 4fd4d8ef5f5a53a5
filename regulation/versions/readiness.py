"""Why a version cannot enter into force, whatever day is chosen; in the regulation room. It changes nothing."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext as _n

from accounts.same_person.queries import same_as
from core.errors import Words
from regulation.judge.trial import differences
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set


def reasons_against(version: RuleVersion, person_id: int) -> Iterator[Words]:
    """A sentence for each: already in force, the same two eyes, no first day, a failing example."""
    if version.in_force_at is not None:
        yield _("This version is in force already.")
        return
    if version.brought_in_by_id in same_as(person_id):
        yield _("You brought this version in. Someone else puts it into force.")
    if version.valid_from is None:
        yield _("This version has no first day. It cannot enter into force.")
    failing = list(dict.fromkeys(one.case for one in differences(rule_set(version))))
    if failing:
        yield _n(
            "This example does not come out: %(name)s.",
            "%(num)s examples do not come out. The first one: %(name)s.",
            len(failing),
            name=failing[0],
        )
