"""From a file of facts in JSON to plain tables, or one clear error, in the regulation room. It reads no meaning."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from flask_babel import lazy_gettext as _

from regulation.files.table import RuleFileError

LARGEST_FILE = 1_000_000


def read_json_file(path: Path) -> Any:
    """What stands in a file of facts, its decimals as they are printed; raises RuleFileError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RuleFileError("", _("This file is larger than one megabyte."))
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise RuleFileError("", _("This file cannot be read.")) from error
    except UnicodeDecodeError as error:
        place = _("line %(number)s", number=error.object[: error.start].count(b"\n") + 1)
        raise RuleFileError(place, _("This file is not written in UTF-8. Save it so.")) from error
    return _plain(text)


def _plain(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, object_pairs_hook=_once)
    except RecursionError as error:
        raise RuleFileError("", _("This file is nested too deep.")) from error
    except json.JSONDecodeError as error:
        message = _(
            "This is not JSON. Names and texts stand between straight double quotes, with a comma "
            "after each but the last, and what opens must close."
        )
        raise RuleFileError(_("line %(number)s", number=error.lineno), message) from error
    except ValueError as error:
        raise RuleFileError("", _("A number in this file is too long to be read.")) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a name that stands twice nobody knows which is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RuleFileError(twice[:80], _("This name stands here twice. Take one away."))
    return found
