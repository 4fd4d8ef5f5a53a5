"""Every form of every page, every field of it, nasty values: never an error of ours, and all kept."""

import html
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.access.browser import form_on
from tests.bad_input.pages import pages_of
from tests.bad_input.places import fresh_request
from tests.database import SERVER
from tests.inspector import Page
from tests.portion import WHOLE, spread

MARKUP, EMOJI = "<script>alert(1)</script>", "👨‍👩‍👧 🏖️"
NASTY = ("", "x" * 20_000, "\x00", EMOJI, "\u202eשלום", MARKUP, "{{7*7}}${7*7}", "-1", "9" * 30, "1e3",
         "'; DROP TABLE client;--", "１２")  # fmt: skip
# What an engine may take otherwise than another; the rest is for the pages, and tried on the first one.
FOR_ENGINES = ("x" * 20_000, "\x00", EMOJI, "\u202eשלום", "9" * 30, "'; DROP TABLE client;--")
VALUES = FOR_ENGINES if SERVER else NASTY
# Of these each field gets its turn's: fields beside each other get others.
TURNS = len(VALUES)
# On every page; what they do is tested by name.
AROUND = {"/sign-out", "/language", "/session/extend"}
CALM = {200, 303, 404, 409, 422}
# What a request allows once.
MOVES = re.compile(r"(/(?:worklist|requests)/)\d+(/\w+)$")
FEWEST = {"an": 50, "bert": 7, "bea": 50}


@dataclass
class Form:
    """What a browser would send from it, and the names of its fields: those to type in apart."""

    sent: dict[str, str]
    names: set[str] = field(default_factory=set)
    typed: set[str] = field(default_factory=set)


def forms_of(scene, person) -> dict[str, Form]:
    """By address."""
    forms: dict[str, Form] = {}
    for path in pages_of(scene, person):
        answer = scene.browsers[person].get(path)
        page = Page(answer) if answer.mimetype == "text/html" and answer.data else None
        for one in page.all("form") if page and answer.status_code == 200 else ():
            action = urlsplit(one.get("action") or path).path
            if one.get("method") == "post" and action not in AROUND | set(forms):
                forms[action] = read(page, action, one)
    return forms


def read(page, action, element) -> Form:
    form = Form(form_on(page, action))
    for control in element.iter():
        name = control.get("name")
        if name and name != "csrf_token":
            form.names.add(name)
            if control.tag == "textarea" or control.get("type") == "text":
                form.typed.add(name)
    return form


def wrong_with(answer, value, *, is_typed) -> str | int | None:
    """None when the answer is as it should be."""
    said, refused = answer.get_data(as_text=True), answer.status_code == 422
    if answer.status_code not in CALM:
        return answer.status_code
    if refused and not re.search(r"<title>\s*Fout: ", said):
        return "no Fout in the title"
    if MARKUP in said or "Traceback" in said:
        return "told as it came"
    if refused and is_typed and value in {MARKUP, EMOJI} and html.escape(value) not in said:
        return "not kept"
    return None


def asked_anew(scene, person, action) -> tuple[str, Form]:
    """The same form for another request: the one before has moved on, and would be a conflict."""
    action = MOVES.sub(rf"\g<1>{fresh_request(scene)}\g<2>", action)
    page = Page(scene.browsers[person].get(action.rsplit("/", 1)[0]))
    element = next(one for one in page.all("form") if one.get("action") == action)
    return action, read(page, action, element)


def answers(scene, person) -> Iterator[tuple[str, str, str, bool, Any]]:
    """To nasty values in every field: (address, field, value, whether it is typed, answer)."""
    turn = itertools.count()
    for action, form in forms_of(scene, person).items():
        for name, value in (
            (name, value)
            for name in sorted(form.names)
            for value in spread(VALUES, one_in=TURNS, turn=next(turn))
        ):
            answer = scene.browsers[person].post(action, data=form.sent | {name: value})
            yield action, name, value, name in form.typed, answer
            if answer.status_code == 303 and MOVES.match(action):
                action, form = asked_anew(scene, person, action)


@pytest.mark.every_engine
@pytest.mark.parametrize("person", ["an", "bert", "hilde", "bea", "carla"])
def test_no_value_in_any_field_is_an_error_of_ours(scene, person):
    wrong, statuses = {}, []
    for action, name, value, is_typed, answer in answers(scene, person):
        statuses.append(answer.status_code)
        if told := wrong_with(answer, value, is_typed=is_typed):
            wrong[action, name, value[:20]] = told
    assert wrong == {}
    fewest = FEWEST.get(person, 1) * len(VALUES) // (1 if WHOLE else TURNS)
    assert len(statuses) >= fewest, len(statuses)


def test_the_sign_in_form_too(scene):
    """Last: who fails too often is slowed."""
    stranger, right = scene.browsers["anonymous"], {"username": "an", "passphrase": "neen"}
    for name in ("username", "passphrase", "next"):
        for value in NASTY:
            answer = stranger.send("POST", "/sign-in", right | {name: value})
            assert wrong_with(answer, value, is_typed=name == "username") is None, (name, value)
            assert answer.status_code == 422
