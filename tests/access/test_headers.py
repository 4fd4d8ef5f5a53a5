"""The headers of every answer there is: pages, errors, files, redirects. Written out here by hand."""

from collections import Counter

import pytest
from sqlalchemy.exc import OperationalError

from accounts import queries
from tests.access.matrix import Case, address_of, rules_of
from tests.database import SERVER
from tests.portion import WHOLE

STRICT = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
TELLTALE = ("Server", "X-Powered-By", "Access-Control-Allow-Origin", "Via")


def wrong_headers(answer) -> list[str]:
    """What is missing, changed, said twice or told too much."""
    strict = dict(STRICT)
    if "Content-Disposition" in answer.headers:  # a file
        strict["Content-Security-Policy"] += "; sandbox"
    wrong = [name for name, value in strict.items() if answer.headers.getlist(name) != [value]]
    wrong += [name for name in TELLTALE if name in answer.headers]
    if not answer.request.path.startswith("/static/"):
        wrong += (
            ["Cache-Control"] if answer.headers.getlist("Cache-Control") != ["no-store"] else []
        )
    if answer.data and "charset" not in answer.headers.get("Content-Type", "charset"):
        wrong += ["charset"] if answer.mimetype.startswith("text/") else []
    return wrong


PEOPLE = ("anonymous", "an", "bert", "bea", "carla")
# Each question is put to two of the five; on the second engine one in eleven to each.
ONE_IN = 11 if SERVER else 5


def questions(app, turn):
    """(method, rule, kind of number): every route and method, of which each person takes a part."""
    everywhere = [
        (method, rule, kind)
        for rule in rules_of(app)
        for kind in (("own", "missing", "malformed") if "<" in rule else ("",))
        for method in ("GET", "HEAD", "POST", "PUT", "OPTIONS")
    ]
    if WHOLE:
        return everywhere
    return [
        one for at, one in enumerate(everywhere) if (at + at // ONE_IN + turn) % ONE_IN in {0, 1}
    ]


def test_two_of_them_are_asked_each_question(scene):
    asked = Counter(one for turn in range(ONE_IN) for one in questions(scene.app, turn))
    assert len(asked) >= 5 * len(rules_of(scene.app))
    assert WHOLE or set(asked.values()) == {2}


@pytest.mark.every_engine
@pytest.mark.parametrize("person", PEOPLE)
def test_they_stand_on_every_route_and_method(scene, person):
    wrong, statuses = {}, set()
    for method, rule, kind in questions(scene.app, PEOPLE.index(person)):
        address = address_of(scene, Case("GET", rule, person, kind))
        if address is None:
            continue
        answer = scene.browsers[person].open(address, method=method)
        statuses.add(answer.status_code)
        if found := wrong_headers(answer):
            wrong[method, address] = found
    assert wrong == {}
    assert statuses >= ({303, 401, 405} if person == "anonymous" else {200, 400, 404, 405})


def test_they_stand_on_a_form_that_is_refused_one_that_is_done_and_a_conflict(scene):
    an, bert = scene.browsers["an"], scene.browsers["bert"]
    for answer, status in (
        (an.send("POST", "/clients/new"), 422),
        (an.send("POST", "/search", {"q": "x"}), 303),
        (an.send("POST", "/session/extend", headers={"HX-Request": "true"}), 204),
        (bert.send("POST", f"/worklist/{scene.ids['request']['own']}/grant"), 409),
        (an.post("/search", data=b"x" * (3 * 1024 * 1024)), 413),
    ):
        assert (answer.status_code, wrong_headers(answer)) == (status, [])


@pytest.mark.parametrize(
    ("error", "status"), [(ValueError("x"), 500), (OperationalError("x", {}, Exception()), 503)]
)
def test_they_stand_on_what_went_wrong_with_us(scene, monkeypatch, error, status):
    def fail(*_anything):
        raise error

    monkeypatch.setattr(queries, "sessions_of", fail)
    answer = scene.browsers["an"].get("/account")
    assert (answer.status_code, wrong_headers(answer)) == (status, [])


def test_they_stand_on_files_for_the_browser_and_for_people(scene):
    an = scene.browsers["an"]
    paths = ["/static/site.css", "/static/site.css?v=1", "/static/none.css", "/static/../app.py"]
    paths += [f"/filings/{scene.ids['filing']['own']}/receipt.pdf"]
    paths += [f"/proofs/{scene.ids['proof']['own']}.pdf"]
    for path in paths:
        assert wrong_headers(an.get(path)) == [], path
    assert an.get(paths[-2]).mimetype == "application/pdf"
    assert an.get(paths[-2]).headers["Cache-Control"] == "no-store"


def test_the_cookie_is_of_this_host_alone_and_closed_to_scripts(scene):
    cookies = scene.browsers["an"].send("POST", "/language", {"language": "nl"})
    cookies = scene.browsers["anonymous"].get("/sign-in").headers.getlist("Set-Cookie")
    cookies += scene.browsers["an"].get("/account").headers.getlist("Set-Cookie")
    for cookie in cookies:
        parts = {part.strip() for part in cookie.split(";")[1:]}
        assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= parts
        assert not any(part.lower().startswith("domain") for part in parts)


def test_over_https_the_browser_is_told_to_stay_there(scene, monkeypatch):
    monkeypatch.setitem(scene.app.config, "SECURE_COOKIES", True)
    for path in ("/sign-in", "/nothing", "/static/site.css"):
        answer = scene.browsers["anonymous"].get(path)
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_signing_out_makes_the_browser_forget(scene):
    elke = scene.browsers["elke"]
    assert "Clear-Site-Data" not in elke.get("/sign-in").headers
    sara = scene.browsers["sara"]
    assert sara.send("POST", "/sign-out").headers["Clear-Site-Data"] == '"cache"'
