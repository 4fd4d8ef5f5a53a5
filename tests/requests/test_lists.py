"""The lists: mine and my team's, by state, page by page; never another team's."""

from __future__ import annotations

import pytest

from core.db import db, transaction
from core.pages import paging
from intake.requests.models import Request
from tests.requests.steps import act, approve, discount, file_it, filed, said


def numbers(page):
    return [page.text(th.find("a")) for th in page.all("th") if th.find("a") is not None]


def test_each_state_has_its_list_and_each_open_one_its_count(sign_in, world):
    an = sign_in("an")
    ids = [filed(an, world, cost=f"{n}0") for n in range(1, 5)]
    approve(sign_in, ids[1], "ask", question="Welke?")
    approve(sign_in, ids[2], "grant")
    act(an, ids[3], "withdraw", why="Gaat niet door")
    expected = {
        "open": ["2026-0001", "2026-0002"],
        "for_me": ["2026-0002"],
        "with_approver": ["2026-0001"],
        "decided": ["2026-0004", "2026-0003"],
    }
    for state, wanted in expected.items():
        assert numbers(an.page(f"/requests?state={state}")) == wanted, state
    words = said(an.page("/requests"))
    for chip in ("Open 2", "Wacht op mij 1", "Wacht op anderen 1", "Beslist 2", "Concepten 0"):
        assert chip in words


def test_who_must_act_now_and_how_long_still(sign_in, world):
    an = sign_in("an")
    filed(an, world)
    granted = file_it(an, discount(an, world))
    approve(sign_in, granted, "grant")
    words = said(an.page("/requests"))
    assert "nog 30 dagen" in words
    assert "de beslisser" in words
    assert "An Aerts, om het bewijs mee te geven" in said(an.page("/requests?state=decided"))


def test_the_teams_list_holds_a_colleagues_requests_and_ones_own_does_not(sign_in, world, app):
    request_id = filed(sign_in("an"), world)
    with app.app_context(), transaction():
        db.session.get_one(Request, request_id).worker_id = world.people["hilde"]
    an = sign_in("an")
    assert numbers(an.page("/requests")) == []
    assert numbers(an.page("/requests?who=team")) == ["2026-0001"]


@pytest.mark.parametrize("address", ["/requests", "/requests?who=team", "/requests?who=all"])
@pytest.mark.parametrize("state", ["open", "decided"])
def test_another_teams_requests_are_in_no_list(sign_in, world, address, state):
    approve(sign_in, filed(sign_in("an"), world), "grant")
    filed(sign_in("an"), world)
    page = sign_in("arne").page(address + ("&" if "?" in address else "?") + f"state={state}")
    assert "Noor" not in page.html
    assert "2026-" not in "".join(numbers(page))


def test_the_head_reads_all_teams(sign_in, world):
    filed(sign_in("an"), world)
    assert numbers(sign_in("hilde").page("/requests")) == ["2026-0001"]


@pytest.mark.parametrize("who", ["fien", "carla", "dirk", "bea"])
def test_who_reads_no_requests_finds_no_list(sign_in, who):
    assert sign_in(who).get("/requests").status_code == 404


@pytest.mark.parametrize("query", ["state=x", "who=x", "state=%01", "who=team&state=open"])
def test_an_unknown_filter_shows_the_first_one(sign_in, query):
    assert "Hier staan geen aanvragen." in said(sign_in("an").page(f"/requests?{query}"))


@pytest.mark.parametrize("key", ["x", "%00", "A" * 3000])
def test_an_unknown_page_is_not_there(sign_in, key):
    assert sign_in("an").get(f"/requests?key={key}").status_code == 404


def test_page_by_page_each_request_comes_once(sign_in, world, many, monkeypatch):
    many(7)
    monkeypatch.setattr(paging.page_of, "__kwdefaults__", {"key": None, "size": 3})
    an, seen, address = sign_in("an"), [], "/requests"
    while address:
        page = an.page(address)
        seen += numbers(page)
        links = [a.get("href") for a in page.all("a") if a.get("rel") == "next"]
        address = links[0] if links else ""
    assert sorted(seen) == ["2026-0001", *(f"T-{n:04}" for n in range(2, 8))]
    assert seen[0] == "2026-0001"


def test_the_household_has_its_own_list(sign_in, world):
    an = sign_in("an")
    for who in ("noor", "lena", "zoë"):
        filed(an, world, who)
    page = an.page(f"/clients/{world.clients['emir']}/requests")
    assert numbers(page) == ["2026-0002", "2026-0001"]
    assert sign_in("arne").get(f"/clients/{world.clients['emir']}/requests").status_code == 404
