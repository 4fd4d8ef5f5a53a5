"""The text in a file that was chosen or named, before anybody reads it as a rule. The regulation room."""

from flask_babel import lazy_gettext as _l

from regulation.files.table import RuleFileError


def decoded(content: bytes) -> str:
    """What stands in a file, to the letter; RuleFileError when it is not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RuleFileError("", _l("This file is not written in UTF-8. Save it so.")) from error
