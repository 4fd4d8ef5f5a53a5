"""Every route x method x person x object: what the table expects, what the house answers, where they differ."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flask import Flask
from werkzeug.routing import Rule

from tests.access.browser import browser_of
from tests.access.scene import CLIENTS, MISSING_ID, MISSING_KEY, OWNERS, Scene
from tests.access.table import (
    ABOUT_A_CLIENT,
    ALREADY_IN,
    BEGINS,
    OPEN_ROWS,
    PEOPLE,
    ROWS,
    SHADOWS,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# Never signed in; disabled; signed out; a role taken away, which ends the session.
STRANGERS = ("anonymous", "dora", "elke", "rik")
# Signed in, without any role.
BARE = "ward"
EVERYBODY = (*STRANGERS, BARE, *PEOPLE)
TEAMS = {"an": "Noord", "nina": "Noord", "arne": "Zuid"}
KINDS = ("own", "team", "other", "missing", "malformed", "crossed")
SIGN_OUT, THROW_AWAY = "/sign-out", "/filings/drafts/<uuid:draft_id>/delete"
# Each has one's own: the number stands by the person.
PERSONAL = {"session", "search", "replay", "takeover", "view", "worklist_view", "notice", "batch"}
PARAMETER = re.compile(r"<(?:(?P<shape>[a-z]+)(?:\([^)]*\))?:)?(?P<name>[a-z_]+)>")


class Case(NamedTuple):
    """One question to the house."""

    method: str
    rule: str
    person: str
    kind: str  # "" where the address names no object


class Mismatch(NamedTuple):
    """An answer that is not the table's."""

    case: Case
    address: str
    expected: int
    answered: int


def rules_of(app: Flask) -> dict[str, list[Rule]]:
    """The addresses of the house, with what hangs on them."""
    found: dict[str, list[Rule]] = {}
    for rule in app.url_map.iter_rules():
        found.setdefault(rule.rule, []).append(rule)
    return found


def cases_of(app: Flask, person: str) -> Iterator[Case]:
    """All of one person. Where the answer comes before any object is looked for (a stranger's
    questions, methods that do not exist at the address), one kind of object stands for all."""
    for rule, found in rules_of(app).items():
        exist = {method for one in found for method in one.methods} - {"OPTIONS"}
        for kind in KINDS if "<" in rule else ("",):
            for method in METHODS:
                reaches_objects = method in exist and person not in STRANGERS
                if reaches_objects or kind in {"", "own"} or is_open(rule):
                    yield Case(method, rule, person, kind)


def all_cases(app: Flask) -> Iterator[Case]:
    """Everybody's."""
    return (case for person in EVERYBODY for case in cases_of(app, person))


def expected(case: Case) -> int:
    """What the table says."""
    read = "GET" if case.method == "HEAD" else case.method
    asked = (read, case.rule)
    if asked not in ROWS and (read, SHADOWS.get(case.rule)) in ROWS:
        return expected(case._replace(rule=SHADOWS[case.rule], kind="missing"))
    if is_open(case.rule):
        return _expected_where_open(case, asked)
    if case.person in STRANGERS:
        return 303 if read == "GET" else 401
    words = {row.method: row.word_of(case.person) for row in _rows_at(case.rule, case.person)}
    if case.kind == "malformed" or set(words.values()) <= {"-"}:
        return 404
    if read not in words:
        return 405
    return ROWS[asked].answer if _reaches(words[read], asked, case) else 404


def is_open(rule: str) -> bool:
    """Whether everybody may come there."""
    return any(rule == open_rule for _method, open_rule in OPEN_ROWS)


def _expected_where_open(case: Case, asked: tuple[str, str]) -> int:
    if asked not in OPEN_ROWS:
        return 405
    if case.kind == "missing":
        return 404
    if case.person not in STRANGERS and asked in ALREADY_IN:
        return ALREADY_IN[asked]
    return OPEN_ROWS[asked].answer


def _rows_at(rule: str, person: str) -> list:
    return [] if person == BARE else [row for row in ROWS.values() if row.rule == rule]


def _reaches(word: str, asked: tuple[str, str], case: Case) -> bool:
    if word == "-" or case.kind == "crossed":
        return False
    if case.kind == "missing":
        return asked in BEGINS
    if case.kind == "" or word == "all":
        return True
    owner = OWNERS[case.kind]
    if word == "team":
        return TEAMS[case.person] == TEAMS[owner]
    if word == "none":
        return False
    return case.kind == "own" if word in {"mine", "item"} else case.person == owner


def address_of(scene: Scene, case: Case) -> str | None:
    """The address with its numbers filled in; None where there is no such object."""
    names = [(m["name"], m["shape"]) for m in PARAMETER.finditer(case.rule)]
    values = {}
    for place, (name, shape) in enumerate(names):
        value = _value(scene, case, name, shape, is_first=place == 0)
        if value is None:
            return None
        values[name] = value
    if case.kind == "crossed" and len(names) < 2:
        return None
    return PARAMETER.sub(lambda match: str(values[match["name"]]), case.rule)


def _value(scene: Scene, case: Case, name: str, shape: str | None, *, is_first: bool):
    thing = name.removesuffix("_id")
    if name == "act":
        return "disable"
    if case.kind == "malformed":
        return "abc" if shape in {"int", "uuid"} else None
    if case.kind == "missing":
        return _missing(case, thing)
    if thing == "filename":
        return "site.css" if case.kind == "own" else None
    if thing in PERSONAL:
        return _of_person(scene, thing, case)
    if thing == "request" and (
        case.rule.startswith(("/proofs", "/decisions"))
        or any(word in case.rule for word in ("/look-back", "/appeals", "/complaints"))
        or case.rule.endswith("/letter.pdf")
    ):
        thing = "proof"
    if "/extract" in case.rule:
        thing = f"spoken_{thing}"
    return _held(scene.ids.get(thing, {}), case.kind, is_first=is_first)


def _missing(case: Case, thing: str):
    if thing == "draft" and (case.method, case.rule) in BEGINS:
        return uuid.uuid5(uuid.NAMESPACE_DNS, f"new for {case.person}")
    return {"draft": MISSING_KEY, "search": "0" * 32}.get(thing, MISSING_ID)


def _held(held: dict, kind: str, *, is_first: bool):
    """The number; crossed, one of the two numbers in an address is of something else."""
    if kind == "crossed" and kind not in held:
        kind = "own" if is_first or len(held) == 1 else "other"
    return held.get(kind)


def _of_person(scene: Scene, thing: str, case: Case):
    held = scene.ids[thing]
    if case.kind == "own":
        return held.get(case.person) or next(iter(held.values()))
    others = (number for who, number in held.items() if who != case.person)
    return next(others, None) if case.kind == "other" else None


def ask(scene: Scene, case: Case, address: str) -> int:
    """Put the question. Who signs out does so in a further browser; a draft thrown away comes back."""
    signs_out = case.rule == SIGN_OUT and case.method == "POST" and case.person not in STRANGERS
    browser = scene.browsers[case.person]
    if signs_out and case.person != BARE:
        browser = browser_of(scene.app, case.person)
    form = _form(scene, case)
    answered = browser.send(case.method, address, form).status_code
    if case.rule == THROW_AWAY and case.method == "POST" and answered == 303:
        browser.send("POST", address.removesuffix("/delete"), form)
    return answered


def _form(scene: Scene, case: Case) -> dict[str, str]:
    """Empty, but where nothing can be said without whose file it is."""
    if case.rule not in ABOUT_A_CLIENT | {THROW_AWAY}:
        return {}
    return {"opened_for": str(scene.world.clients[CLIENTS.get(case.person, "lena")])}


def mismatches(scene: Scene, cases: Iterable[Case]) -> Iterator[Mismatch]:
    """Where the house does not do what the table says."""
    for case in cases:
        address = address_of(scene, case)
        if address is None:
            continue
        answered = ask(scene, case, address)
        if answered != expected(case):
            yield Mismatch(case, address, expected(case), answered)


def count_of(scene: Scene, cases: Iterable[Case]) -> int:
    """How many of them there are to ask."""
    return sum(address_of(scene, case) is not None for case in cases)
