"""A letter of the fund to look at: as it was frozen, or as it would be made now. Changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from flask_babel import force_locale
from flask_babel import gettext as _

from core import clock
from core.letters import letters
from core.letters.letters import LANGUAGE, Annex, Content
from fund.letters.annexing import annexes_for
from fund.letters.gathering import fields_of
from fund.letters.kinds import KINDS, TEMPLATE
from fund.letters.models import Dispatch
from fund.letters.texts import texts_now

LISTS: Final = frozenset(
    {"addressee", "address", "sender_lines", "contact", "signatories", "delegation", "court_address",
     "invoice_lines", "reasons"}
)  # fmt: skip


def content_of(dispatch: Dispatch) -> Content:
    """What was frozen, else a draft that shows where something is missing."""
    if dispatch.letter is not None:
        return letters.content_of(dispatch.letter)
    texts = texts_now()
    fields = fields_of(dispatch, texts)
    return draft(dispatch.kind, fields, annexes_for(dispatch, fields, texts))


def draft(code: str, fields: Mapping[str, Any], annexes: Sequence[Annex] = ()) -> Content:
    """A letter with these fields, marked as a draft; what is missing stands in brackets."""
    kind = KINDS[code]
    with force_locale(LANGUAGE):
        empty = _("[to be confirmed]")
        lacking = letters.empty_fields(kind, fields)
        shown = {**fields, **{name: _standing_in(name, empty) for name in lacking}}
        content = letters.composed(kind, shown, clock.now(), annexes)
        return replace(content, title=_("Draft: %(title)s", title=content.title))


def pdf_of(dispatch: Dispatch) -> bytes:
    """The same on paper."""
    if dispatch.letter is not None:
        return letters.pdf_of(dispatch.letter)
    return letters.pdf_of_content(content_of(dispatch), TEMPLATE, clock.now())


def _standing_in(name: str, empty: str) -> Any:
    if name == "calculation":
        return [[empty, empty]]
    return [empty] if name in LISTS else empty
