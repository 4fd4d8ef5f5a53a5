"""How the letters of the fund are put together from their fields. Reads no row."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from core.letters.letters import Body, Rows, Section
from fund.letters.filling import filled


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


def decision(fields: Mapping[str, Any]) -> Body:
    return Body(
        addressee=(*fields["addressee"], *fields["address"]),
        intro=(*_dear(fields), *_said(fields, "replaces", "opening", "nothing_back")),
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
    yield from _rights(fields)


def _contact(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return (_("You reach us: %(how)s.", how=", ".join(fields["contact"])),)


def question(fields: Mapping[str, Any]) -> Body:
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


def provider(fields: Mapping[str, Any]) -> Body:
    """Half a page that tells no more than what is paid: no word of who the participant is to us."""
    where = "\n".join(fields["invoice_lines"])
    return Body(
        addressee=(*fields["addressee"], *fields.get("address", ())),
        intro=_said(fields, "replaces_letter", "opening"),
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


def provider_over(fields: Mapping[str, Any]) -> Body:
    """What was confirmed is not paid any more; why is not the provider's."""
    return Body(
        addressee=(*fields["addressee"], *fields.get("address", ())),
        intro=_said(fields, "opening"),
        rows=((_("Our reference"), fields["request_number"]),),
        amounts=((_("Participant"), fields["person"]), (_("Activity"), fields["what"])),
        closing=_said(fields, "closing"),
        sender_line=fields["window_line"],
    )


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


def meeting(fields: Mapping[str, Any]) -> Body:
    """What the body did with an urgent grant of the chair: what stays, and what is freed."""
    return Body(
        addressee=(*fields["addressee"], *fields["address"]),
        intro=(*_dear(fields), *_said(fields, "opening")),
        rows=_rows(fields),
        sections=(
            *((title, words, ()) for title, words in _why(fields)),
            (_("What does this mean for you?"), _said(fields, *meeting_slots(fields)), ()),
            *_rights(fields),
        ),
        closing=_said(fields, "closing"),
        **_frame(fields),
    )


def meeting_slots(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """What stays is said where something was spent, what is freed where something is."""
    freed = ("freed",) if fields.get("freed_cents") else ()
    return ("stays", *freed) if fields.get("kept_cents") or not freed else freed


def until_slot(fields: Mapping[str, Any]) -> str:
    """Whether the last day to appeal is known."""
    return "until_known" if fields.get("appeal_until") else "until_unknown"


def _why(fields: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if fields.get("why_not"):
        yield _("Why we decide this"), tuple(fields["why_not"].split("\n"))


def recovery(fields: Mapping[str, Any]) -> Body:
    """What must come back: why, how much, until when it may be asked, and how to be spared."""
    ground = _("On the ground of: %(ground)s.", ground=fields["ground"])
    figures = tuple(map(tuple, fields["calculation"]))
    return Body(
        addressee=(*fields["addressee"], *fields["address"]),
        intro=(*_dear(fields), *_said(fields, "replaces_letter", "opening")),
        rows=_rows(fields),
        amounts=((_("We ask back"), fields["total"]),),
        sections=(
            (_("What we found"), (fields["finding"], ground, fields["rule"]), ()),
            (_("How we calculated this"), (), figures),
            (_("Until when may we ask this?"), _said(fields, "prescription"), ()),
            (_("Is it difficult to pay this?"), _said(fields, "waiver", "spread"), ()),
            *_rights(fields),
        ),
        closing=_said(fields, "closing"),
        **_frame(fields),
    )


def appeal_info(fields: Mapping[str, Any]) -> Body:
    """How to appeal, for who asks: until when, where, how."""
    return Body(
        addressee=(*fields["addressee"], *fields["address"]),
        intro=(*_dear(fields), *_said(fields, "opening")),
        rows=_rows(fields),
        sections=(
            (_("Until when?"), _said(fields, until_slot(fields)), ()),
            (_("Where and how?"), tuple(_said(fields, "appeal")[0].split("\n")), ()),
            (_("Do you have questions?"), (*_said(fields, "questions"), *_contact(fields)), ()),
        ),
        closing=_said(fields, "closing"),
        **_frame(fields),
    )


def _rights(fields: Mapping[str, Any]) -> Iterator[Section]:
    """Whom to ask, the file, and where to go: at the end of each letter that decides."""
    asks = (*_said(fields, "questions"), *_contact(fields), *_said(fields, "file_right"))
    yield _("Do you have questions?"), asks, ()
    yield _("Do you not agree?"), tuple(_said(fields, "appeal")[0].split("\n")), ()
