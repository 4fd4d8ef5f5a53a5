"""No personal value reaches who has no business with it: by no address, no form, no error, no log."""

import logging
import random
import re

import pytest

from core.logs import JsonFormatter
from intake.people import routes as people_routes
from tests.access.canaries import TOLD as CONFIDED
from tests.access.canaries import confide, found_in, said
from tests.access.matrix import PARAMETER, rules_of
from tests.access.scene import MISSING_ID, MISSING_KEY
from tests.access.table import ROWS
from tests.database import SERVER
from tests.portion import few, spread

FIRST_NUMBERS = range(1, 4)
WITHOUT_CLIENTS = ("carla", "bea", "dirk", "fien")
TRIPLES = few(100, 500) if SERVER else 500
# On the second engine each of them asks her own part of the addresses.
ONE_IN = 4 if SERVER else 1
SEED = 20261124


@pytest.fixture(scope="module")
def told(scene):
    return confide(scene)


@pytest.fixture
def lines(caplog):
    """What was logged, as it is written outside."""
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(JsonFormatter())
    return lambda: "\n".join(caplog.handler.format(record) for record in caplog.records)


def numbers_of(scene, told, name: str) -> set:
    """Every number that exists under this name, and a few that exist somewhere."""
    thing = name.removesuffix("_id")
    held = set(scene.ids.get(thing, {}).values()) | set(FIRST_NUMBERS)
    held |= set(told.clients.values()) if thing == "client" else set()
    for known in (told.requests, told.filings):
        if known is getattr(told, f"{thing}s", None):
            held |= {number for numbers in known.values() for number in numbers}
    held |= set(scene.ids["proof"].values()) if thing == "request" else set()
    return held


def addresses(scene, told) -> list[str]:
    """Every address of the house with every number there is, and what may stand behind a `?`."""
    found = []
    for rule in rules_of(scene.app):
        names = [match["name"] for match in PARAMETER.finditer(rule)]
        if not names:
            found.append(rule)
            continue
        last = numbers_of(scene, told, names[-1] if names[-1] != "act" else names[-2])
        for number in last:
            fixed = {"act": "disable", "filename": "site.css", "token": "none"}
            firsts = {
                name: scene.ids.get(name.removesuffix("_id"), {}).get("own", 1) for name in names
            }
            values = firsts | {names[-1]: number} | {n: fixed[n] for n in names if n in fixed}
            found.append(PARAMETER.sub(lambda match, v=values: str(v[match["name"]]), rule))
    clients = told.clients.values()
    found += [f"/filings/new?client={number}" for number in clients]
    found += [f"/access-log?kind=client&number={number}" for number in clients]
    found += [f"/clients/new?search={key}" for key in scene.ids["search"].values()]
    return sorted({*found, "/requests?state=all", "/statistics?year=2026", "/nothing/Zwaluwbek"})


def test_the_canaries_sing_where_they_may(scene, told):
    page = scene.browsers["an"].get(f"/clients/{told.clients['an']}")
    assert found_in(said(page), told.of["an"]) >= {"Quirine", "Zwaluwbek", "Kwartelstraat 77"}
    request = scene.browsers["bert"].get(f"/worklist/{told.requests['arne'][-2]}")
    assert {"Balthazar", "Mijnheer drinkt en zoekt daarvoor hulp."} <= found_in(
        said(request), told.of["arne"]
    )
    assert len(set(told.all())) > 60


@pytest.mark.every_engine
@pytest.mark.parametrize("person", WITHOUT_CLIENTS)
def test_who_has_no_clients_reads_nothing_of_one_anywhere(scene, told, person, lines):
    browser, heard = scene.browsers[person], {}
    turn = WITHOUT_CLIENTS.index(person)
    for address in spread(addresses(scene, told), one_in=ONE_IN, turn=turn):
        typed = address == "/nothing/Zwaluwbek"
        leaks = found_in(said(browser.get(address)), told.all()) - (
            {"Zwaluwbek"} if typed else set()
        )
        if leaks:
            heard[address] = leaks
    assert heard == {}
    assert found_in(lines(), told.all()) == set()


# Who sends letters reads those of the whole house.
LETTERS = "/letters"


@pytest.mark.parametrize("person", ["sara", "mia"])
def test_who_works_for_a_committee_reads_of_nobody_who_is_on_no_agenda(scene, told, person, lines):
    """On its agendas stand things of An's: whatever one of another team's file is told is too much."""
    browser, heard = scene.browsers[person], {}
    closed = told.of["arne"] + list(CONFIDED["an"].values())
    for address in addresses(scene, told):
        if address == "/nothing/Zwaluwbek" or address.startswith(LETTERS):
            continue
        if leaks := found_in(said(browser.get(address)), [one for one in closed if one]):
            heard[address] = leaks
    assert heard == {}
    assert found_in(said(browser.get(f"/requests/{scene.ids['request']['own']}")), ["Lena"])
    assert found_in(lines(), told.all()) == set()


def test_the_coordinator_posts_everywhere_and_learns_nothing(scene, told, lines):
    carla, heard = scene.browsers["carla"], {}
    form = {"q": "quirine", "opened_for": told.clients["an"], "version": 1, "known": 1}
    for address in spread(addresses(scene, told), one_in=ONE_IN):
        if address != "/sign-out":
            leaks = found_in(said(carla.send("POST", address, form)), told.all())
            heard |= {address: leaks} if leaks else {}
    assert heard == {}
    assert found_in(lines(), told.all()) == set()


def test_an_error_quotes_nobody_on_the_page_or_in_the_log(scene, told, lines, monkeypatch):
    def fail(*_anything):
        raise ValueError("Quirine Zwaluwbek, Kwartelstraat 77")

    monkeypatch.setattr(people_routes.queries, "client_for", fail)
    answer = scene.browsers["an"].get(f"/clients/{told.clients['an']}")
    assert answer.status_code == 500
    assert found_in(said(answer), told.all()) == set()
    assert "ValueError" in lines()
    assert found_in(lines(), told.all()) == set()


def test_a_working_week_leaves_no_personal_value_in_the_log(scene, told, lines):
    an = scene.browsers["an"]
    an.send("POST", "/search", {"q": "quirine zwaluwbek 30/07/1985"})
    an.send("POST", "/search/suggest", {"q": "zwaluw"}, headers={"HX-Request": "true"})
    an.send("POST", "/clients/new", {"given_name": "Quirine", "family_name": "Zwaluwbek"})
    an.get(f"/clients/{told.clients['an']}")
    an.get("/nothing?q=Zwaluwbek")
    scene.browsers["bert"].get(f"/worklist/{told.requests['an'][0]}")
    assert found_in(lines(), told.all()) == set()


# -- what is another team's, and what is not there at all

# A number in the address, behind the `?`, or in the form. `#` is the number that is asked for,
# `@` a number of one's own: (method, address, form, kind of number).
QUESTIONS = (
    *(
        (row.method, row.rule, {}, name)
        for row in ROWS.values()
        if "team" in row.words or "own" in row.words
        if (row.method, row.rule) != ("POST", "/filings/drafts/<uuid:draft_id>")
        for name in ("rule",)
    ),
    ("GET", "/filings/new?client=#", {}, "client"),
    ("GET", "/clients/new?search=#", {}, "search"),
    ("GET", "/search/#", {}, "search"),
    ("POST", "/account/sessions/#/end", {}, "session"),
    ("POST", "/filings", {"opened_for": "#"}, "client"),
    ("POST", "/filings", {"opened_for": "@", "client_id": "#"}, "client"),
    ("POST", "/filings/assess", {"opened_for": "#"}, "client"),
    ("POST", "/filings/assess", {"opened_for": "@", "client_id": "#", "cost": "10"}, "client"),
    ("POST", "/filings/activities", {"opened_for": "#", "what": "chiro"}, "client"),
    ("POST", "/filings/drafts/<own>", {"opened_for": "#", "report": "x"}, "client"),
    ("POST", "/clients/@/members/new", {"known": "#", "given_name": "A", "family_name": "B",
                                        "birth_on": "01/01/2010"}, "client"),
    ("POST", "/clients/@/statuses/#/end", {"until_on": "24/11/2026"}, "status"),
)  # fmt: skip


def things_of(scene, told, who: str) -> dict[str, list]:
    """Numbers of another team's things."""
    kind = {"an": "own", "arne": "other"}[who]
    held = {
        name: [scene.ids[name][kind]]
        for name in ("client", "status", "draft", "filing", "paper", "absence")
    }
    held |= {name: [scene.ids[name][kind]] for name in ("appeal", "complaint")}
    held["client"].append(told.clients[who])
    held["filing"] += told.filings[who]
    held["request"] = told.requests[who]
    held |= {name: [scene.ids[name][who]] for name in ("session", "search")}
    held |= {name: [scene.ids[name][kind]] for name in ("referral", "link")}
    return held


def numbers_for(question, held) -> list:
    name = question[3]
    if name == "rule":
        name = PARAMETER.search(question[1])["name"].removesuffix("_id")
    return held.get(name, [])


def put(scene, who: str, question, number) -> object:
    """Ask it with this number in its place."""
    method, address, form, name = question
    own = scene.ids["client"]["own" if who == "an" else "other"]
    if name == "rule":
        parameters = [match["name"] for match in PARAMETER.finditer(address)]
        status = number if len(parameters) == 1 else MISSING_ID
        address = PARAMETER.sub(
            lambda match: str(number if match["name"] == parameters[0] else status), address
        )
    draft = scene.ids["draft"]["own" if who == "an" else "other"]
    address = address.replace("#", str(number)).replace("@", str(own)).replace("<own>", draft)
    typed = {
        key: str(value).replace("#", str(number)).replace("@", str(own))
        for key, value in form.items()
    }
    return scene.browsers[who].send(method, address, typed)


def no_number_like(question, number):
    """What nobody has, of the same shape."""
    if question[3] == "search" or "search" in question[1]:
        return "0" * 32
    return MISSING_KEY if "-" in str(number) else MISSING_ID


def bare(answer) -> str:
    """Status and page, without what is new in each: tokens, seconds left, the number of the form."""
    text = f"{answer.status_code} {answer.get_data().decode('utf-8', 'replace')}"
    text = re.sub(r'(name="(?:csrf_token|draft_id|opened_for)"[^>]*value)="[^"]*"', r"\1", text)
    text = re.sub(r"(/filings/drafts/)[0-9a-f-]{36}", r"\1", text)
    return re.sub(r'data-session-ends-in="\d+"', "", text)


def test_what_is_not_yours_answers_as_what_is_not_there(scene, told):
    chance, heard, differing = random.Random(SEED), {}, {}
    asked = [
        (who, question, number)
        for who, other in (("an", "arne"), ("arne", "an"))
        for question in QUESTIONS
        for number in numbers_for(question, things_of(scene, told, other))
    ]
    for who in ("an", "arne"):
        scene.browsers[who].get("/account")  # reads what was said of the week before
    not_there = {}
    for who, question, number in chance.choices(asked, k=TRIPLES):
        nothing = no_number_like(question, number)
        if (who, repr(question)) not in not_there:
            not_there[who, repr(question)] = bare(put(scene, who, question, nothing))
        answer = put(scene, who, question, number)
        if leaks := found_in(said(answer), told.of["arne" if who == "an" else "an"]):
            heard[who, question[:2]] = leaks
        if bare(answer) != not_there[who, repr(question)]:
            differing[who, question[:2]] = answer.status_code
    assert (heard, differing) == ({}, {})
    assert len(set(map(repr, asked))) > 100


def test_every_question_reached_something_to_ask_for(scene, told):
    asked = {
        question[:2]
        for question in QUESTIONS
        if numbers_for(question, things_of(scene, told, "an"))
    }
    assert asked == {question[:2] for question in QUESTIONS}
