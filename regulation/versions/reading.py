"""What the page that reads a rule shows, in the regulation room. It asks no database."""

from typing import Any

from core.words import say as _
from regulation.judge.rules import RuleSet
from regulation.sentences.lists import long_day
from regulation.sentences.page import pages_of
from regulation.versions.models import RuleVersion


def shown(rules: RuleSet | None, version: RuleVersion | None) -> dict[str, Any]:
    """The values of read.html; without a rule its page says so."""
    if rules is None or version is None:
        return {"rules": None}
    return {"rules": rules, "pages": pages_of(rules), "lead": _lead(version)}


def _lead(version: RuleVersion) -> str:
    number = _("Version %(version)s", version=version.version)
    if version.valid_from is None:
        return _("%(version)s. The text does not say from when it holds.", version=number)
    from_on = long_day(version.valid_from)
    if version.valid_until is None:
        return _("%(version)s, from %(day)s.", version=number, day=from_on)
    until = long_day(version.valid_until)
    return _("%(version)s, from %(day)s to %(until)s.", version=number, day=from_on, until=until)
