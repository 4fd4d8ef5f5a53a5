"""Numbers of rows that are unknown, foreign, deleted or no numbers, in addresses and in hidden fields."""

import pytest

from tests.access.matrix import PARAMETER
from tests.access.table import PEOPLE, ROWS
from tests.bad_input.places import FILING, REQUEST, Place, scene_path
from tests.inspector import Page

NO_NUMBERS = ("0", "-1", "9223372036854775807", "9223372036854775808", "9" * 40, "abc", "１２", "1.5",
              "%00", "1%20", "0x1", "+1", "%D9%A1", "")  # fmt: skip
HIDDEN = (
    "987654",
    "0",
    "-1",
    str(2**63 - 1),
    str(2**63),
    "9" * 4400,
    "abc",
    "１２",
    "1e3",
    "1.0",
    "\x00",
)
# As a browser writes them in an address.
BEHIND = ("", "0", "-1", "9" * 30, "%00", "%F0%9F%8E%89", "a" * 3000, "'\"><b>", "%E2%80%AE", "%FF")
NO_KEYS = ("", "abc", "00000000-0000-4000-8000", "{}", "１" * 36, "z" * 36, "\x00", "9" * 5000)


def who_may(row) -> str:
    return next(person for person, word in zip(PEOPLE, row.words, strict=True) if word != "-")


NUMBERED = [row for row in ROWS.values() if "<int:" in row.rule]
# All that is stored is read before and after: once for so many routes.
BATCH = 12
BATCHES = [NUMBERED[at : at + BATCH] for at in range(0, len(NUMBERED), BATCH)]


@pytest.mark.parametrize("rows", BATCHES, ids=lambda rows: f"{rows[0].method} {rows[0].rule}")
def test_an_address_with_no_such_number_is_a_calm_404(scene, nothing_stored, rows):
    for row in rows:
        answered = {number: answer_to(scene, row, number) for number in NO_NUMBERS}
        assert set(answered.values()) == {(404, True)}, (row.method, row.rule, answered)


def answer_to(scene, row, number: str) -> tuple[int, bool]:
    address = PARAMETER.sub(
        lambda match: number if match["shape"] == "int" else "disable", row.rule
    )
    answer = scene.browsers[who_may(row)].send(row.method, address)
    return answer.status_code, b"<h1>" in answer.data or row.method == "HEAD"


def test_the_digits_of_other_scripts_are_no_numbers(scene):
    """`１` is a digit to Python, and would open the file of client 1."""
    own = str(scene.ids["client"]["own"])
    wide = own.translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    assert scene.browsers["an"].get(f"/clients/{own}").status_code == 200
    assert scene.browsers["an"].get(f"/clients/{wide}").status_code == 404


@pytest.mark.parametrize(
    "address", ["/search/{}", "/filings/drafts/{}", "/first-run/{}", "/static/{}"]
)
def test_an_address_with_no_such_key_is_a_calm_404(scene, address):
    for key in (*NO_KEYS[1:], "%00", "..%2f..", "0" * 32, "'--"):
        assert scene.browsers["an"].get(address.format(key)).status_code == 404, key[:20]


def calm_for(value: str) -> set[int]:
    """NUL is in no question that a database can answer."""
    return {404} if value == "%00" else {200, 404}


@pytest.mark.parametrize("path", [
    "/requests?key={}", "/requests?state={}", "/requests?who={}", "/decided?key={}", "/decided?by={}",
    "/worklist?key={}", "/worklist?state={}", "/clients/{client}/requests?key={}",
    "/filings/new?client={}", "/clients/new?search={}",
])  # fmt: skip
@pytest.mark.parametrize("person", ["an", "bert"])
def test_whatever_stands_behind_the_question_mark_is_no_error(scene, path, person):
    opened = scene_path(scene, path.replace("{}", "@@"))
    for value in BEHIND:
        answer = scene.browsers[person].get(opened.replace("@@", value))
        assert answer.status_code in calm_for(value), (path, value)
        assert b"'\"><b>" not in answer.data


@pytest.mark.parametrize(("person", "path"), [
    ("carla", "/statistics?year={}"), ("dirk", "/access-log?kind={}"), ("dirk", "/access-log?number={}"),
    ("dirk", "/access-log?key={}"), ("carla", "/offer?words={}"), ("carla", "/offer?category={}"),
    ("carla", "/offer?key={}"), ("carla", "/offer/providers?key={}"), ("bea", "/staff?key={}"),
    ("fien", "/budgets?key={}"), ("anonymous", "/sign-in?next={}"),
])  # fmt: skip
def test_nor_anywhere_else(scene, person, path):
    for value in BEHIND:
        answer = scene.browsers[person].get(path.format(value))
        assert answer.status_code in calm_for(value), (path, value)
        assert b"'\"><b>" not in answer.data


@pytest.mark.parametrize("name", ["opened_for", "client_id", "activity_id", "picked_id"])
def test_a_hidden_number_of_nothing_files_nothing(scene, nothing_stored, name):
    """Unknown, foreign, no number; one that was deleted is one that is unknown by now."""
    foreign = [str(scene.ids["client"]["other"])] if name in {"opened_for", "client_id"} else []
    for value in (*HIDDEN, *foreign):
        page = Place(*FILING, name, REQUEST).send(scene, value)
        assert page.status in {404, 422}, value[:20]
        assert page.status == 404 or page.title.startswith("Fout: ")


def test_a_draft_that_was_thrown_away_is_not_there_any_more(scene):
    an = scene.browsers["an"]
    form = Page(an.get(scene_path(scene, FILING[1]))).form("/filings")
    draft = f"/filings/drafts/{form['draft_id']}"
    assert an.post(draft, data=form).status_code == 303
    assert an.get(draft).status_code == 200
    assert an.post(f"{draft}/delete", data=form).status_code == 303
    assert an.get(draft).status_code == 404
    assert an.post(f"{draft}/delete", data=form).status_code in {303, 404}


def test_a_form_without_a_key_of_its_own_is_not_filed(scene, nothing_stored):
    for value in NO_KEYS:
        page = Place(*FILING, "draft_id", REQUEST).send(scene, value)
        assert page.status == 422, value[:20]
        assert "formulier" in page.text(page.by_id("error-summary"))


@pytest.mark.parametrize(
    ("person", "page", "action", "name", "good"),
    [
        ("bert", "/worklist/{request}", "/worklist/{request}/grant", "version", {}),
        ("bert", "/worklist/{request}", "/worklist/{request}/grant", "shown_cents", {}),
        ("bert", "/worklist/{request}", "/worklist/{request}/refuse", "version",
         {"reason_code": "other", "reasons": "Daarom."}),
        ("bert", "/worklist/{request}", "/worklist/{request}/ask", "version", {"question": "Wat?"}),
        ("an", "/requests/{request}", "/requests/{request}/withdraw", "seen_version", {"why": "x"}),
        ("bea", "/budgets/shares/{share}", "/budgets/shares/{share}", "seen_version", {}),
        ("bea", "/staff/{person}", "/staff/{person}", "seen_version", {}),
    ],
)  # fmt: skip
def test_a_version_that_nobody_saw_changes_nothing(
    scene, nothing_stored, person, page, action, name, good
):
    for value in (*HIDDEN, ""):
        answer = Place(person, page, action, name, good).send(scene, value)
        assert answer.status in {409, 422}, value[:20]


def test_another_teams_client_cannot_be_brought_into_ones_household(scene, nothing_stored):
    action = "/clients/{client}/members/new"
    good = {"given_name": "Bo", "family_name": "Maes", "birth_on": "01/01/2015"}
    for value in (str(scene.ids["client"]["other"]), "123456", str(2**63 - 1)):
        assert Place("an", action, action, "known", good).send(scene, value).status == 404


def test_a_file_is_given_to_nobody_who_is_no_worker(scene, nothing_stored):
    action = scene_path(scene, "/clients/{client}/worker")
    for value in (scene.world.people["carla"], 0, -1, 2**63, "abc"):
        answer = Page(scene.browsers["an"].send("POST", action, {"worker": str(value)}))
        assert answer.status == 422
