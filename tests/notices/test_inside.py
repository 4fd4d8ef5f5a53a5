"""Notices inside the product: a count in the header, a page, and nobody reads another's."""

from sqlalchemy import func, select

from accounts.notices import actions, kinds
from accounts.notices.models import Notice
from accounts.notices.queries import unread_count
from core.db import db, transaction
from tests.inspector import Page
from tests.notices.conftest import KIND
from tests.test_house import CODE, ROOT


def opens(browser, words):
    """Press the notice with these words."""
    page = browser.page("/notices")
    button = next(b for b in page.all("button") if words in page.text(b))
    number = button.get("id").removeprefix("notice-")
    return browser.send(f"/notices/{number}/open", {})


def test_who_is_told_sees_how_many_wait_on_every_page(told, sign_in):
    told("an", 7)
    told("an", 8)
    assert "Meldingen 2 ongelezen" in sign_in("an").page("/requests").text()
    assert "ongelezen" not in sign_in("arne").page("/requests").text()


def test_opening_one_reads_it_and_leads_on(told, sign_in):
    told("an", 7)
    an = sign_in("an")
    assert opens(an, "Aanvraag 2026-00007: proef").location == "/account"
    assert "ongelezen" not in an.page("/requests").text()
    assert "gelezen" in an.page("/notices").text()
    assert "Niets ongelezen" in an.page("/notices?state=unread").text()


def test_a_second_click_leads_there_all_the_same(told, sign_in):
    told("an", 7)
    an = sign_in("an")
    assert [opens(an, "proef").status_code for _time in range(2)] == [303, 303]


def test_the_same_is_not_told_twice_while_it_is_unread(told, sign_in, app, world):
    told("an", 7)
    told("an", 7)
    an = sign_in("an")
    opens(an, "proef")
    told("an", 7)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Notice)) == 2
        assert unread_count(world.people["an"]) == 1


def test_what_is_rolled_back_is_told_to_nobody(inside, world):
    try:
        with transaction():
            actions.tell([world.people["an"]], KIND, 7)
            raise RuntimeError
    except RuntimeError:
        assert unread_count(world.people["an"]) == 0


def test_what_somebody_did_no_longer_calls_the_others(told, app, world):
    told("bert", 7)
    told("boris", 7)
    with app.app_context(), transaction():
        actions.settle([KIND], 7)
        assert unread_count(world.people["boris"]) == 0


def test_all_is_read_at_once_but_not_what_came_meanwhile(told, sign_in, app, world):
    told("an", 7)
    an = sign_in("an")
    form = an.page("/notices").form("/notices/read")
    told("an", 8)
    assert an.post("/notices/read", data=form).status_code == 303
    with app.app_context():
        assert unread_count(world.people["an"]) == 1


def test_a_colleagues_notice_is_not_there(told, sign_in, app):
    told("an", 7)
    with app.app_context():
        number = db.session.scalar(select(Notice.id))
    assert sign_in("arne").send(f"/notices/{number}/open", {}).status_code == 404


def test_a_long_list_goes_page_by_page(told, sign_in):
    for number in range(1, 53):
        told("an", number)
    an = sign_in("an")
    first = an.page("/notices")
    second = Page(an.get(first.link("Volgende")))
    assert "2026-00052" in first.text()
    assert "2026-00001" not in first.text()
    assert "2026-00001" in second.text()


def test_a_kind_that_no_room_knows_any_more_leads_back_to_the_list(told, sign_in, monkeypatch):
    told("an", 7)
    an = sign_in("an")
    an.page("/notices")
    monkeypatch.setitem(kinds._kinds, "test.notice", None)
    assert opens(an, "2026-00007").location == "/notices"


def test_no_notice_of_the_house_names_a_person(app):
    fields = [path for path in CODE if "kinds.Kind(" in path.read_text(encoding="utf-8")]
    for path in fields:
        text = path.read_text(encoding="utf-8")
        assert "given_name" not in text, path.relative_to(ROOT)
        assert ".name" not in text.replace("__name__", ""), path.relative_to(ROOT)
