"""How the fields of a block are written in a rule file: told once, for reader, schema and editor."""

import datetime as dt
from dataclasses import MISSING, dataclass, field, fields, replace
from enum import StrEnum
from functools import cache
from typing import Any

MAX_TEXT = 4_000
MAX_EUROS = 1_000_000


class Form(StrEnum):
    """What stands behind a word of the file."""

    TEXT = "text"
    FLAG = "flag"
    WHOLE = "whole"
    EUROS = "euros"
    PERCENT = "percent"
    DATE = "date"
    CHOICE = "choice"
    # one or several words of a list in `terms`, or of the file's own words
    CODE = "code"
    CODES = "codes"
    # the name of something else in the file, or several
    NAME = "name"
    NAMES = "names"
    BOUNDS = "bounds"
    DAY = "day"
    ARTICLE = "article"
    BLOCK = "block"
    BLOCKS = "blocks"
    # blocks that each have a name of their own
    NAMED = "named"


@dataclass(frozen=True)
class Spec:
    """One field of a block: its word in the file, and what may stand there.

    `of` is the list of words, the enum, the block or the unit that the form speaks of.
    """

    form: Form
    key: str = ""
    of: Any = None
    required: bool = False
    least: int = 0
    most: int = 0
    # does the order in which words stand say something?
    ordered: bool = False


def _field(spec: Spec, default: Any = MISSING, factory: Any = MISSING) -> Any:
    if factory is not MISSING:
        return field(default_factory=factory, metadata={"spec": spec})
    return field(default=default, metadata={"spec": spec})


def text(key: str = "", *, required: bool = False, most: int = MAX_TEXT) -> Any:
    """Words, between quotes."""
    return _field(Spec(Form.TEXT, key, required=required, most=most), "")


def flag(key: str = "") -> Any:
    """true or false; false where nothing stands."""
    return _field(Spec(Form.FLAG, key), False)


def whole(
    key: str = "",
    *,
    required: bool = False,
    least: int = 0,
    most: int = 150,
    default: int | None = None,
) -> Any:
    """A whole number within bounds."""
    return _field(Spec(Form.WHOLE, key, required=required, least=least, most=most), default)


def euros(key: str = "", *, required: bool = False) -> Any:
    """An amount in euro in the file, in cents in the block."""
    return _field(Spec(Form.EUROS, key, required=required, most=MAX_EUROS), None)


def percent(key: str = "", *, required: bool = False, most: int = 100) -> Any:
    """A percentage, as it is printed."""
    return _field(Spec(Form.PERCENT, key, required=required, most=most), None)


def date(key: str = "", *, required: bool = False) -> Any:
    """A day of the calendar."""
    return _field(Spec(Form.DATE, key, of=dt.date, required=required), None)


def choice(of: type[StrEnum], key: str = "", *, default: StrEnum | None = None) -> Any:
    """One word of a closed list of the judge."""
    spec = Spec(Form.CHOICE, key, of=of, required=default is None)
    return _field(spec, MISSING if default is None else default)


def maybe(of: type[StrEnum], key: str = "") -> Any:
    """One word of a closed list of the judge, or nothing."""
    return _field(Spec(Form.CHOICE, key, of=of), None)


def code(of: str, key: str = "", *, required: bool = False) -> Any:
    """One word of a list of the field's terms."""
    return _field(Spec(Form.CODE, key, of=of, required=required), "")


def codes(of: str, key: str = "", *, required: bool = False, ordered: bool = False) -> Any:
    """Words of a list of the field's terms."""
    spec = Spec(Form.CODES, key, of=of, required=required, ordered=ordered)
    return _field(spec, factory=tuple if ordered else frozenset)


def name(of: str, key: str = "", *, required: bool = False) -> Any:
    """The name of a condition, scheme, question or series of the same file."""
    return _field(Spec(Form.NAME, key, of=of, required=required), None)


def names(of: str, key: str = "", *, required: bool = False, ordered: bool = True) -> Any:
    """Names of conditions or schemes of the same file."""
    spec = Spec(Form.NAMES, key, of=of, required=required, ordered=ordered)
    return _field(spec, factory=tuple if ordered else frozenset)


def bounds(of: str, key: str = "", *, required: bool = False) -> Any:
    """lt, lte, gt and gte, in years, euros or a plain number."""
    return _field(Spec(Form.BOUNDS, key, of=of, required=required), None)


def day(key: str = "", *, required: bool = False) -> Any:
    """A day that comes every year: month and day."""
    return _field(Spec(Form.DAY, key, required=required), None)


def article() -> Any:
    """The name of an article of the same file."""
    return _field(Spec(Form.ARTICLE), None)


def block(of: type, key: str = "", *, required: bool = False) -> Any:
    """Another block, under a heading of its own."""
    return _field(Spec(Form.BLOCK, key, of=of, required=required), None)


def filled(of: type, key: str = "") -> Any:
    """Another block that says something even where the file does not name it."""
    return _field(Spec(Form.BLOCK, key, of=of), factory=of)


def blocks(of: type, key: str = "", *, required: bool = False) -> Any:
    """Several blocks of a kind, in order."""
    return _field(Spec(Form.BLOCKS, key, of=of, required=required), ())


def named(of: type, key: str = "") -> Any:
    """Several blocks, each with a name of its own."""
    return _field(Spec(Form.NAMED, key, of=of), ())


@cache
def specs_of(kind: type) -> dict[str, Spec]:
    """The fields of a block that a file may write, each with its word."""
    told = {}
    for one in fields(kind):
        spec: Spec | None = one.metadata.get("spec")
        if spec is not None:
            told[one.name] = spec if spec.key else replace(spec, key=one.name)
    return told
