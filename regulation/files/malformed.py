"""What is wrong with a text that is not TOML, in words for who writes rules, not programmes. No reading."""

import re
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from regulation.files.table import LONGEST_SHOWN, RuleFileError

AT: Final = re.compile(r"\(at line (\d+), column \d+\)")
TWICE: Final = re.compile(r"overwrite|twice|[Dd]uplicate|immutable")
DAY: Final = re.compile(r"[Ii]nvalid date|out of range|day is")
HEADING: Final = re.compile(r"(\[\[?)([\w.\-]+)\]")

# What a line looks like, and what to write instead; the first that fits is told.
SLIPS: Final[tuple[tuple[re.Pattern[str], LazyString], ...]] = (
    (
        re.compile(r"[\x00-\x08\x0b-\x1f\x7f]"),
        _("A sign that cannot be seen stands here. Type the line again."),
    ),
    (
        re.compile(r"^\ufeff"),
        _("The file begins with a sign that cannot be seen. Save it as UTF-8 without BOM."),
    ),
    (
        re.compile(r"=\s*\[?\s*[“”„‘’]"),
        _('Write straight quotes around a text: "such as this".'),
    ),
    (
        re.compile(r"^\[+[^\]\"]*[^\]\"\s.]\s+[^\]\"\s.][^\"]*\]"),
        _("A name in a heading has no spaces. Write _ in their place."),
    ),
    (re.compile(r"^\[[^\]]*$|^\[\[[^\]]*\]$"), _("A heading ends as it begins: [a] or [[a]].")),
    (
        re.compile(r"=\s*(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[/.]\d|\d{4}-\d{1,2}-\d{1,2}\b)"),
        _("Write a day as year-month-day, and one that exists: 2026-01-31."),
    ),
    (
        re.compile(r"=\s*\d[\d.]*,\d"),
        _("Write a point before the cents or the figures behind it: 12.50."),
    ),
    (
        re.compile(r"=\s*(€|\d[\d. ]*(%|€|euro\b|eur\b|jaar\b|;))", re.IGNORECASE),
        _("Write the number alone, without a sign or a word: 80."),
    ),
    (
        re.compile(r"=\s*(ja|nee|neen|yes|no|true|false|waar|onwaar)\s*$", re.IGNORECASE),
        _("Write true or false."),
    ),
    (
        re.compile(r'^[^"]*=\s*"[^"]*"\s*[^\s,#"]+.*"$'),
        _('A quote inside a text has a stroke before it: \\".'),
    ),
    (
        re.compile(r'^[^"]*"([^"]*"[^"]*")*[^"]*$'),
        _("A text begins and ends with a quote."),
    ),
    (re.compile(r"=\s*[^\W\d]"), _("A text stands between quotes.")),
)


def malformed(text: str, said: str) -> RuleFileError:
    """The line that cannot be read, and what to look for; `said` is what the reader of TOML met."""
    at = AT.search(said)
    if at is None and "end of document" not in said:
        # Without a place only a number was met that no computer takes.
        return RuleFileError("", _("A number in this file is too long to be read."))
    lines = text.splitlines()
    number = int(at[1]) if at else len(lines)
    place = _("line %(number)s", number=number)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    slip = next((words for looks, words in SLIPS if looks.search(line)), None)
    if TWICE.search(said):
        return RuleFileError(place, slip or _twice(line, text))
    if DAY.search(said):
        return RuleFileError(place, _("This day does not exist. Write one such as 2026-01-31."))
    shown = line[:LONGEST_SHOWN]
    if slip is not None and shown.isprintable():
        return RuleFileError(place, _("“%(line)s”: %(slip)s", line=shown, slip=slip))
    return RuleFileError(place, slip or _unknown(shown))


def _twice(line: str, text: str) -> LazyString:
    """A name that stands there already; a heading of several blocks has double brackets in each place."""
    heading = HEADING.match(line)
    other = f"[{heading[2]}]" if heading else ""
    if heading and (f"[{other}]" in text) and f"\n{other}" in f"\n{text}":
        return _("Of several such blocks each has double brackets: [%(heading)s].", heading=other)
    return _("This name stands here twice. Take one away.")


def _unknown(line: str) -> LazyString:
    return _(
        "“%(line)s” is not well written. A text stands between quotes; a number has a point, no "
        "comma, and no sign behind it; a day is year-month-day; what opens must close.",
        line=line,
    )
