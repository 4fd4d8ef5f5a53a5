"""The annex to a letter in another language, from approved sentences and the letter's own facts. Changes nothing."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from flask_babel import force_locale
from flask_babel import gettext as _

from core import clock
from core.clock import long_date, show_date
from core.letters.letters import LANGUAGE, Annex
from fund.letters.composing import meeting_slots, until_slot
from fund.letters.filling import filled
from fund.letters.gathering import days_of
from fund.letters.kinds import DECIDING
from fund.letters.models import Dispatch
from fund.letters.recipients import recipient_of
from fund.letters.remedy import appeal_slots
from fund.letters.slot import (
    APPEAL_INFO,
    GRANT,
    NOT_RATIFIED,
    QUESTION,
    RECOVERY,
    REFUSAL,
    TO_PROVIDERS,
)  # fmt: skip
from fund.letters.texts import Texts, texts_now
from fund.letters.translated_slots import KNOWN, RIGHT_TO_LEFT
from fund.letters.translations import approved_words, held_now

# Around a value that runs from the left, within words that run from the right.
FROM_LEFT, ENDED = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
BODIES: Final[Mapping[str, str]] = {"bcsd": "committee", "subcommittee": "subcommittee"}


def annexes_for(dispatch: Dispatch, fields: Mapping[str, Any], texts: Texts) -> tuple[Annex, ...]:
    """The annexes that go along: in the languages that are wanted, what somebody has approved."""
    said = _wanted(dispatch, texts)
    if not said:
        return ()
    days = days_of(dispatch)
    return tuple(
        annex_of(dispatch.kind, one, words, fields, days) for one, words in said.items() if words
    )


def without_annex(dispatch: Dispatch) -> tuple[str, ...]:
    """The languages that are wanted, and whose translation nobody has approved."""
    return tuple(one for one, words in _wanted(dispatch, texts_now()).items() if not words)


def _wanted(dispatch: Dispatch, texts: Texts) -> dict[str, dict[str, str]]:
    """By language the approved sentences; none for a provider, who reads Dutch."""
    if dispatch.kind in TO_PROVIDERS:
        return {}
    languages = recipient_of(dispatch.request, clock.today()).languages
    known = held_now(texts) if languages else {}
    return {one: approved_words(one, dispatch.kind, texts, known) for one in languages}


def annex_of(
    kind: str,
    language: str,
    words: Mapping[str, str],
    fields: Mapping[str, Any],
    days: Mapping[str, dt.date],
) -> Annex:
    """One annex. What somebody wrote in Dutch for this client alone is not in it: it says so."""
    given = _in(language, words, fields, days)

    def say(slot: str) -> str:
        return filled(words[slot], given, KNOWN)

    with force_locale(LANGUAGE):
        title = str(_("Translation"))
    return Annex(
        language=language,
        runs="rtl" if language in RIGHT_TO_LEFT else "ltr",
        title=title,
        word=words["word"],
        notice=say("counts"),
        heading=say("title"),
        intro=tuple(map(say, _intro(kind, fields))),
        amounts=tuple((words[slot], given[name]) for slot, name in _amounts(kind)),
        sections=tuple(
            (words[heading], tuple(line for slot in slots for line in say(slot).split("\n")), ())
            for heading, slots in _parts(kind, fields)
        ),
        closing=(say("closing"),),
    )


def _intro(kind: str, fields: Mapping[str, Any]) -> Iterator[str]:
    """The slots above all else, in the order of the Dutch letter."""
    first = "replaces_letter" if kind == RECOVERY else "replaces"
    if fields.get(first):
        yield first
    yield "opening"
    if kind in DECIDING and fields.get("nothing_back"):
        yield "nothing_back"


def _amounts(kind: str) -> tuple[tuple[str, str], ...]:
    if kind == RECOVERY:
        return (("we_ask_back", "total"),)
    return (("we_grant", "amount"),) if kind in DECIDING and kind != REFUSAL else ()


def _parts(kind: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings and sentences by slot, in the order of the Dutch letter."""
    if kind == QUESTION:
        yield "heading_ask", ("own_question",)
        yield "heading_answer", ("answer", "reach")
        return
    if kind == APPEAL_INFO:
        yield "heading_until", (until_slot(fields),)
        yield "heading_where", appeal_slots(fields)
        yield "heading_questions", ("questions", "reach")
        return
    yield from _of_the_decision(kind, fields)
    yield "heading_questions", ("questions", "reach", "file_right")
    yield "heading_appeal", appeal_slots(fields)


def _of_the_decision(kind: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if kind in DECIDING:
        is_own = kind != GRANT or fields.get("has_own_words")
        yield "heading_why", ("own_words" if is_own else "why",)
        if fields.get("payment_slot"):
            yield "heading_pay", (fields["payment_slot"],)
    elif kind == RECOVERY:
        yield "heading_found", ("own_words",)
        yield "heading_prescription", ("prescription",)
        yield "heading_difficult", ("waiver", "spread")
    else:
        if kind == NOT_RATIFIED:
            yield "heading_why", ("own_words",)
        yield "heading_means", meeting_slots(fields)


def _in(
    language: str,
    words: Mapping[str, str],
    fields: Mapping[str, Any],
    days: Mapping[str, dt.date],
) -> dict[str, Any]:
    """The facts of the letter as this language writes them: days, terms, bodies."""
    given = dict(fields)
    given |= {name: _day(day, language) for name, day in days.items()}
    given["letter_on"] = _day(clock.today(), language)
    given["appeal_term"] = _term(fields.get("appeal_span", (0, 0)), words)
    if fields.get("body_code") in BODIES:
        given["body"] = words[BODIES[fields["body_code"]]]
    if language not in RIGHT_TO_LEFT:
        return given
    theirs = {"appeal_term", "body"}
    return {name: one if name in theirs else _from_left(one) for name, one in given.items()}


def _from_left(value: Any) -> Any:
    """Names, numbers and addresses keep their order, whatever stands beside them."""
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    return f"{FROM_LEFT}{value}{ENDED}" if isinstance(value, str) and value else value


def _day(day: dt.date, language: str) -> str:
    """Written out; in Arabic in figures, for the names of months differ from land to land."""
    return show_date(day) if language in RIGHT_TO_LEFT else long_date(day, language)


def _term(span: Any, words: Mapping[str, str]) -> str:
    months, days = span
    if months == 1:
        return words["one_month"]
    slot, count = ("months", months) if months else ("days", days)
    return filled(words[slot], {"count": str(count)}, KNOWN) if count else ""
