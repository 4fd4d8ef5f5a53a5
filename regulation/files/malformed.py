"""What is wrong with a text that is not TOML, in words for who writes rules, not programmes. No reading."""

import re
from typing import Final

from flask_babel import lazy_gettext as _

from regulation.files.table import LONGEST_SHOWN, RuleFileError

AT: Final = re.compile(r"\(at line (\d+), column \d+\)")
TWICE: Final = re.compile(r"overwrite|twice|[Dd]uplicate|immutable")
DAY: Final = re.compile(r"[Ii]nvalid date|out of range|day is")


def malformed(text: str, said: str) -> RuleFileError:
    """The line that cannot be read, and what to look for; `said` is what the reader of TOML met."""
    at = AT.search(said)
    if at is None and "end of document" not in said:
        # Without a place only a number was met that no computer takes.
        return RuleFileError("", _("A number in this file is too long to be read."))
    lines = text.splitlines()
    number = int(at[1]) if at else len(lines)
    place = _("line %(number)s", number=number)
    if TWICE.search(said):
        return RuleFileError(place, _("This name stands here twice. Take one away."))
    if DAY.search(said):
        return RuleFileError(place, _("This day does not exist. Write one such as 2026-01-31."))
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    message = _(
        "“%(line)s” is not well written. A text stands between quotes; a number has a point, no "
        "comma, and no sign behind it; a day is year-month-day; what opens must close.",
        line=line[:LONGEST_SHOWN],
    )
    return RuleFileError(place, message)
