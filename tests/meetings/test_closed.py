"""Who is in conflict over an item, or stepped back, reads nothing of the request by another door; in lists its
number stands for the name."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from accounts.queries import account_by_username
from core.db import db, transaction
from fund.meetings.models import ItemAbsence, Seat
from tests.counting import queries_of
from tests.fund import desk
from tests.fund.many import many_open
from tests.fund.test_query_counts import WORKLIST
from tests.fund.test_step_back import steps_back
from tests.fund.test_worklist import numbers
from tests.letters import desk as post
from tests.meetings.desk import (
    BODY,
    committee,
    convened,
    done,
    item,
    item_of,
    opened,
    persons,
    planned,
    press,
    send,
)

THERE = ("mia", "mo", "max", "bert")


@pytest.fixture
def sara(app, world, sign_in):
    post.settle(app)
    committee(app, chair="bert")
    return sign_in("sara")


def sits_out(app, sara, item_id, who, out="conflict"):
    form = sara.page(f"/meetings/items/{item_id}").form(f"/meetings/items/{item_id}/sit-out")
    typed = form | {"person": persons(app, who)[0], "out": out}
    return sara.post(f"/meetings/items/{item_id}/sit-out", data=typed)


@pytest.fixture
def agenda(app, world, sara):
    """Of two requests on an agenda Bert, approver and chair, is in conflict over the first, Noor's."""
    meeting_id, items = convened(app, world, sara, "noor", "emir")
    done(sits_out(app, sara, items[0], "bert"))
    return meeting_id, items, [item(app, one, "request_id")[0] for one in items]


def closed(app, sara, agenda):
    """The same once the meeting granted both, and closed."""
    meeting_id, items, requests = agenda
    opened(app, sara, meeting_id, *THERE)
    for one in items:
        done(press(sara, one, "vote"))
    done(send(sara, meeting_id, "close"))
    return requests


def test_no_page_of_the_request_opens_and_for_others_all_do(app, agenda, sign_in):
    _meeting, _items, (mine, other) = agenda
    paths = ("/worklist/{}", "/requests/{}", "/requests/{}/form", "/requests/{}/form.pdf")
    for path in (*paths, "/requests/{}/evidence", "/requests/{}/hearing"):
        assert sign_in("bert").get(path.format(mine)).status_code == 404, path
        assert sign_in("bert").get(path.format(other)).status_code == 200, path
        assert sign_in("boris").get(path.format(mine)).status_code == 200, path


def test_no_list_of_open_requests_holds_it(app, agenda, sign_in):
    for who, listed, words in (
        ("bert", ["2026-0002"], "Alles open 1"),
        ("boris", ["2026-0001", "2026-0002"], "Alles open 2"),
    ):
        page = sign_in(who).page("/worklist?state=all")
        assert numbers(page) == listed
        assert words in page.text()
    assert "Noor Peeters" not in sign_in("bert").page("/requests").text()


def test_what_was_decided_is_no_list_of_names_either(app, sara, agenda, sign_in):
    with desk.days_later(9):
        (mine, other), bert = closed(app, sara, agenda), sign_in("bert")
        for path in ("/worklist/{}", "/decisions/{}/record", "/requests/{}/letter.pdf"):
            assert bert.get(path.format(mine)).status_code == 404, path
            assert bert.get(path.format(other)).status_code == 200, path
        for path in ("/decided", "/letters"):
            assert "Noor Peeters" not in bert.page(path).text(), path
            assert "Noor Peeters" in sign_in("boris").page(path).text(), path
        listed = bert.page("/letters")
        assert "2026-0001 niet voor u" in " ".join(listed.text(listed.by_id("letters")).split())
        letter_id = post.letter_id(app, mine)
        assert f"/letters/{letter_id}" not in listed.html
        assert bert.get(f"/letters/{letter_id}").status_code == 404
        minutes = bert.page(f"/meetings/{agenda[0]}/minutes").text()
        assert "Punt 1: aanvraag 2026-0001 Uitkomst aangenomen Punt 2" in minutes


def test_a_print_run_shows_its_number_and_prints_it_for_others(app, sara, agenda, sign_in):
    with desk.days_later(9):
        requests = closed(app, sara, agenda)
        mine, other = (post.letter_id(app, one) for one in requests)
        where = post.printed(app, sign_in("boris"))
        for who, names in (("bert", 0), ("boris", 1)):
            browser = sign_in(who)
            page = browser.page(where)
            assert ("Noor Peeters" in page.text()) == bool(names)
            assert "2026-0001" in page.text()
            form = page.form(f"{where}/sent")
            assert (f"goes-{mine}" in form, f"goes-{other}" in form) == (bool(names), True)
            for path, count in ((f"{where}.pdf", 1 + names), (f"{where}/list.pdf", None)):
                text = words_of(browser.get(path).data)
                assert ("Noor Peeters" in text) == bool(names), path
                assert count is None or text.count("Beste ") == count
        bert = sign_in("bert")
        form = bert.page(where).form(f"{where}/sent") | {f"goes-{mine}": "y"}
        done(bert.post(f"{where}/sent", data=form))
        assert [post.stage_of(app, one) for one in requests] == ["ready", "sent"]


def words_of(pdf):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_beside_another_request_of_the_household_its_number_alone(app, agenda, sign_in):
    _meeting, _items, (mine, other) = agenda
    for who, is_read in (("bert", False), ("boris", True)):
        page = sign_in(who).page(f"/worklist/{other}")
        assert "2026-0001" in page.text()
        assert ("niet voor u" in page.text()) != is_read
        assert (f'"/worklist/{mine}"' in page.html) == is_read


@pytest.mark.parametrize("count", [9, 99])
def test_the_worklist_asks_as_often_however_long_it_is(app, agenda, sign_in, count):
    many_open(app, agenda[2][1], count)
    bert = sign_in("bert")
    bert.get("/worklist?state=all")
    with queries_of(app) as asked:
        assert bert.get("/worklist?state=all").status_code == 200
    # the account, and what is closed to it
    assert len(asked) == WORKLIST + 2, "\n".join(asked)


def test_another_account_of_the_same_one_opens_nothing_either(app, agenda, sign_in):
    with app.app_context(), transaction():
        bert = account_by_username("bert").person_id
        desk.second_account(bert, "bert-twee", "head")
    assert sign_in("bert-twee").get(f"/worklist/{agenda[2][0]}").status_code == 404


def test_let_back_in_it_opens_again(app, sara, agenda, sign_in):
    done(sits_out(app, sara, agenda[1][0], "bert", out=""))
    assert sign_in("bert").get(f"/worklist/{agenda[2][0]}").status_code == 200


def test_who_sits_out_because_she_works_on_it_goes_on_working_on_it(app, world, sara, sign_in):
    with app.app_context(), transaction():
        an, hilde = (account_by_username(one).person_id for one in ("an", "hilde"))
        seat = {"from_on": desk.clock.today(), "given_by_id": hilde, "is_chair": False}
        db.session.add(Seat(body=BODY, person_id=an, **seat))
    _meeting, (one,) = convened(app, world, sara, "noor")
    an = sign_in("an")
    assert an.get(f"/meetings/items/{one}").status_code == 404
    assert an.get(f"/requests/{item(app, one, 'request_id')[0]}").status_code == 200


def test_who_was_in_conflict_sits_out_on_the_next_agenda_too(app, sara, agenda):
    meeting_id, (first, _second), (mine, _other) = agenda
    with desk.days_later(9):
        opened(app, sara, meeting_id, *THERE)
        done(press(sara, first, "off", why="Er ontbreekt een attest."))
        later = planned(sara, day=desk.clock.today() + desk.dt.timedelta(20))
        done(send(sara, later, "items", requests=[str(mine)]))
        done(send(sara, later, "convene"))
        again = item_of(app, mine)
        with app.app_context():
            (out,) = db.session.query(ItemAbsence).filter_by(item_id=again)
            assert (out.person.name, out.why) == ("Bert Bex", "conflict")
        assert sits_out(app, sara, again, "bert", out="").status_code == 422


def test_of_a_stepped_back_head_an_agenda_shows_the_number(app, world, sara, sign_in):
    with app.app_context(), transaction():
        hilde = account_by_username("hilde").person_id
        desk.second_account(hilde, "hilde-beslist", "approver")
    request_id = desk.filed(app, world)
    done(steps_back(sign_in("hilde-beslist"), request_id))
    meeting_id = planned(sara)
    for who, shown in (("sara", "2026-0001 · Noor Peeters"), ("hilde", "2026-0001 · niet voor u")):
        page = sign_in(who).page(f"/meetings/{meeting_id}")
        assert shown in page.text(page.by_id("candidates"))
