"""The kinds of letter of the fund: what each must hold, and how it is put together. Reads no row."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

import core.letters
from core.letters import letters
from core.letters.letters import Body, LetterKind, Rows, Section
from fund.letters.filling import filled
from fund.letters.slots import GRANT, PARTIAL, PROVIDER, QUESTION, REFUSAL

TEMPLATE: Final = Path(core.letters.__file__).with_name("office.typ")

_EVERY = ("addressee", "address", "service", "sender_lines", "window_line", "file_number",
          "request_number", "asked_on", "person", "what", "worker", "contact", "signatories",
          "opening", "closing")  # fmt: skip
_DECISION = (*_EVERY, "decided_on", "decided_by", "reasons", "rule", "delegation", "questions",
             "file_right", "appeal", "court_name", "court_address")  # fmt: skip
_GRANT = (*_DECISION, "amount", "calculation", "payment")
_PROVIDER = ("addressee", "window_line", "person", "what", "amount", "request_number",
             "invoice_lines", "opening", "answer", "closing")  # fmt: skip


def _said(fields: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """The sentences of these slots with their values, those that there are."""
    return tuple(filled(fields[name], fields) for name in names if fields.get(name))


def _rows(fields: Mapping[str, Any]) -> Rows:
    return (
        (_("Request"), fields["request_number"]),
        (_("Your file"), fields["file_number"]),
        (_("Social worker"), fields["worker"]),
    )


def _dear(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return (_("Dear %(names)s,", names=_(" and ").join(fields["addressee"])),)


def _decision(fields: Mapping[str, Any]) -> Body:
    return Body(
        addressee=(*fields["addressee"], *fields["address"]),
        intro=(*_dear(fields), *_said(fields, "replaces", "opening")),
        rows=_rows(fields),
        amounts=((_("We grant"), fields["amount"]),) if fields.get("amount") else (),
        sections=tuple(_sections(fields)),
        closing=_said(fields, "closing"),
        **_frame(fields),
    )


def _sections(fields: Mapping[str, Any]) -> Iterator[Section]:
    if fields.get("calculation"):
        yield _("How we calculated this"), (), tuple(map(tuple, fields["calculation"]))
    yield _("Why we decide this"), (*fields["reasons"], fields["rule"], fields["decided_by"]), ()
    if fields.get("payment"):
        yield _("How and when we pay"), _said(fields, "payment"), ()
    asks = (*_said(fields, "questions"), *_contact(fields), *_said(fields, "file_right"))
    yield _("Do you have questions?"), asks, ()
    yield _("Do you not agree?"), tuple(_said(fields, "appeal")[0].split("\n")), ()


def _contact(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return (_("You reach us: %(how)s.", how=", ".join(fields["contact"])),)


def _question(fields: Mapping[str, Any]) -> Body:
    asked = (_("What we ask"), tuple(fields["question"].split("\n")), ())
    answer = (_("Your answer"), (*_said(fields, "answer"), *_contact(fields)), ())
    return Body(
        addressee=(*fields["addressee"], *fields["address"]),
        intro=(*_dear(fields), *_said(fields, "opening")),
        rows=_rows(fields),
        sections=(asked, answer),
        closing=_said(fields, "closing"),
        **_frame(fields),
    )


def _provider(fields: Mapping[str, Any]) -> Body:
    """Half a page that tells no more than what is paid: no word of who the participant is to us."""
    where = "\n".join(fields["invoice_lines"])
    return Body(
        addressee=(*fields["addressee"], *fields.get("address", ())),
        intro=_said(fields, "opening"),
        rows=((_("Our reference"), fields["request_number"]),),
        amounts=(
            (_("Participant"), fields["person"]),
            (_("Activity"), fields["what"]),
            (_("We pay at most"), fields["amount"]),
        ),
        sections=((_("Where to send the invoice"), (where, *_said(fields, "answer")), ()),),
        closing=_said(fields, "closing"),
        sender_line=fields["window_line"],
    )  # fmt: skip


def _frame(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What stands around every letter to a client."""
    return {
        "sender_line": fields["window_line"],
        "capacity": tuple(fields.get("delegation") or ()),
        "signed_by": tuple(_signed(name) for name in fields["signatories"]),
        "logo_id": fields.get("logo_id", 0),
    }


def _signed(line: str) -> str:
    """ "Name, function" as two lines under the signature."""
    name, _comma, function = line.partition(",")
    return f"{name.strip()}\n{function.strip()}" if function else name.strip()


def _kind(
    code: str,
    title: LazyString,
    required: tuple[str, ...],
    compose: Callable[[Mapping[str, Any]], Body],
    *,
    neutral: bool = False,
) -> LetterKind:
    kind = LetterKind(f"fund.{code}", title, required, compose, neutral=neutral, template=TEMPLATE)
    return letters.register(kind)


KINDS: Final[Mapping[str, LetterKind]] = {
    GRANT: _kind(GRANT, _l("We pay what you asked"), _GRANT, _decision),
    PARTIAL: _kind(PARTIAL, _l("We pay a part of what you asked"), _GRANT, _decision),
    REFUSAL: _kind(REFUSAL, _l("We cannot pay what you asked"), _DECISION, _decision),
    QUESTION: _kind(
        QUESTION, _l("A question about your request"), (*_EVERY, "question", "answer_by", "answer"), _question
    ),
    PROVIDER: _kind(PROVIDER, _l("Confirmation of payment"), _PROVIDER, _provider, neutral=True),
}  # fmt: skip
# Letters that tell the client what was decided: with them the terms run.
DECIDING: Final = (GRANT, PARTIAL, REFUSAL)
