"""What the page that reads a rule shows, in the regulation room. It asks no database."""

from typing import Any

from core.pages.words import say as _
from regulation.sentences.lists import long_day
from regulation.sentences.page import pages_of
from regulation.versions.models import RuleVersion
from regulation.vocabulary.rules import RuleSet


def shown(rules: RuleSet, lead: str, **more: Any) -> dict[str, Any]:
    """The values of read.html."""
    return {"rules": rules, "pages": pages_of(rules), "lead": lead, **more}


def lead_of(version: RuleVersion) -> str:
    """Which version it is, and for which days."""
    number = _("Version %(version)s", version=version.version)
    if version.valid_from is None:
        return _("%(version)s. The text does not say from when it holds.", version=number)
    from_on = long_day(version.valid_from)
    if version.valid_until is None:
        return _("%(version)s, from %(day)s.", version=number, day=from_on)
    until = long_day(version.valid_until)
    return _("%(version)s, from %(day)s to %(until)s.", version=number, day=from_on, until=until)
