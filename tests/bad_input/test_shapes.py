"""Forms that no browser would send: too little, too much, twice, of another kind."""

import json
from io import BytesIO

import pytest

from tests.access.matrix import Case, address_of
from tests.access.table import ABOUT_A_CLIENT, PEOPLE, ROWS
from tests.bad_input.places import CHOICES, FILING, NEW_CLIENT, REQUEST, TEXTS, Place, blamed
from tests.inspector import Page

POSTS = [row for row in ROWS.values() if row.method == "POST"]
# All that is stored is read before and after: once for so many routes.
BATCH = 12
BATCHES = [POSTS[at : at + BATCH] for at in range(0, len(POSTS), BATCH)]
# Buttons: nothing is typed there, so that an empty form is a whole one.
ACTS = {303, 200, 409}


@pytest.mark.parametrize("place", CHOICES, ids=str)
def test_what_was_not_offered_cannot_be_chosen(scene, nothing_stored, place):
    for value in ("nonsense", "\x00", "9" * 400, "é🎉", "<b>", "-1", str(2**63)):
        page = place.send(scene, value)
        if place.name == "client_id" and page.status == 404:
            continue  # a number, but of nobody whose file one may open
        assert page.status == 422, value
        assert page.title.startswith("Fout: ")
        assert page.by_id("error-summary") is not None


@pytest.mark.parametrize("place", TEXTS, ids=str)
def test_fields_that_are_missing_altogether_are_said(scene, nothing_stored, place):
    """The token alone."""
    action = place.action.format(
        **{name: held["own"] for name, held in scene.ids.items() if "own" in held}
    )
    form = {"opened_for": scene.ids["client"]["own"]} if action == "/filings" else {}
    page = Page(scene.browsers[place.person].send("POST", action, form))
    assert page.status == 422
    assert page.title.startswith("Fout: ")


def test_a_field_that_comes_twice_counts_once(scene):
    place = Place(*FILING, "cost", REQUEST)
    for values in (["40,00", "99999"], ["40", "gratis"]):
        assert place.send(scene, values).status == 303
    assert blamed(place.send(scene, ["gratis", "40"]), "cost")
    twice = Place(*FILING, "client_id", REQUEST).send(
        scene, [str(scene.ids["client"]["other"]), str(scene.world.clients["noor"])]
    )
    assert twice.status == 404


@pytest.mark.parametrize("rows", BATCHES, ids=lambda rows: rows[0].rule)
def test_three_megabytes_are_refused_on_every_route(scene, nothing_stored, rows):
    for row in rows:
        too_large(scene, row)


def too_large(scene, row) -> None:
    person = next(one for one, word in zip(PEOPLE, row.words, strict=True) if word != "-")
    address = address_of(scene, Case("POST", row.rule, person, "own" if "<" in row.rule else ""))
    body = (
        b"csrf_token=" + scene.browsers[person].token.encode() + b"&name=" + b"x" * 3 * 1024 * 1024
    )
    kind = "application/x-www-form-urlencoded"
    answer = scene.browsers[person].post(address, data=body, content_type=kind)
    assert answer.status_code == 413, row.rule
    assert "te groot" in Page(answer).h1.casefold()


def test_a_thousand_fields_too_many_are_refused(scene, nothing_stored):
    body = "&".join(f"f{number}=x" for number in range(100_000))
    kind = "application/x-www-form-urlencoded"
    answer = scene.browsers["an"].post("/clients/new", data=body, content_type=kind)
    assert answer.status_code in {400, 413}


def test_a_file_where_words_are_asked_is_not_words(scene, nothing_stored):
    an = scene.browsers["an"]
    for name in ("given_name", "csrf_token", "extra", "members-0-role"):
        form = {"csrf_token": an.token, **NEW_CLIENT} | {name: (BytesIO(b"Tine"), "a.txt")}
        answer = an.post("/clients/new", data=form, content_type="multipart/form-data")
        assert answer.status_code == 400, name


def test_a_form_for_a_file_takes_it_in_that_field_only(scene, nothing_stored):
    hilde, path = scene.browsers["hilde"], "/regulation/versions/new"
    for name, status in (("file", 422), ("text", 400), ("csrf_token", 400), ("extra", 400)):
        form = {"csrf_token": hilde.token} | {name: (BytesIO(b"format = 1"), "a.toml")}
        answer = hilde.post(path, data=form, content_type="multipart/form-data")
        assert answer.status_code == status, name


def test_more_members_than_the_form_has_room_for_are_not_stored(scene, stored):
    many = {f"members-{at}-given_name": f"Kind {at}" for at in range(300)}
    many |= {f"members-{at}-birth_on": "01/01/2015" for at in range(300)}
    before = len(stored()["client"])
    assert (
        scene.browsers["an"].send("POST", "/clients/new", {**NEW_CLIENT, **many}).status_code == 303
    )
    assert len(stored()["client"]) == before + 1 + 12


@pytest.mark.parametrize("row", POSTS, ids=lambda row: row.rule)
def test_no_form_at_all_is_no_error_of_ours(scene, row):
    person = next(one for one, word in zip(PEOPLE, row.words, strict=True) if word != "-")
    address = address_of(scene, Case("POST", row.rule, person, "own" if "<" in row.rule else ""))
    about = {"opened_for": "１２"} if row.rule in ABOUT_A_CLIENT else {}
    if row.rule != "/sign-out":
        answer = scene.browsers[person].send("POST", address, about)
        assert answer.status_code in {422, 404, *ACTS}


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/xml", "text/json"])
def test_a_body_that_is_no_form_is_refused_also_with_a_good_token(scene, nothing_stored, kind):
    an = scene.browsers["an"]
    for body in (
        {**NEW_CLIENT},
        {**NEW_CLIENT, "given_name": ["x"]},
        {**NEW_CLIENT, "birth_on": 7},
        [],
        "x",
    ):
        text = json.dumps({"csrf_token": an.token, **body} if isinstance(body, dict) else body)
        for headers in ({}, {"X-CSRFToken": an.token}):
            answer = an.post("/clients/new", data=text, content_type=kind, headers=headers)
            assert answer.status_code == 400
