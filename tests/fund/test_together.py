"""Many clean requests at once: one look each, exclusions, and each with its own decision."""

import pytest
from sqlalchemy import select

from core.db import db, transaction
from core.work import jobs, outbox
from fund.models import Decision
from fund.together import actions
from fund.together.models import Batch, BatchLine
from intake.requests.life import GRANTED, SUBMITTED
from intake.requests.models import OtherPayerPart, Request
from tests.fund import desk
from tests.inspector import Page

SEEN = {"evidence_seen": ("invoice",)}


@pytest.fixture
def five(app, world):
    """Three that are clean; one over the cap, and one of which no invoice was seen."""
    people = ("noor", "emir", "zoë")
    clean = [desk.filed(app, world, who, cost_cents=1_000, **SEEN) for who in people]
    capped = desk.filed(app, world, "lena", **SEEN)
    return [*clean, capped, desk.filed(app, world, "karim", by="arne", cost_cents=1_000)]


def begun(browser, address="/worklist/together"):
    """The page of a new batch, once the worker has looked through the list."""
    form = browser.page("/worklist/together").form("/worklist/together")
    where = browser.post(address, data=form).location
    work(browser)
    return where


def work(browser):
    with browser.application.app_context():
        outbox.deliver_due()


def decided(browser, where, leave_out=()):
    """Press the button with these requests unticked."""
    page = browser.page(where)
    token = page.form(f"{where}/decide")["csrf_token"]
    kept = [
        one.get("value") for one in page.all("input")
        if one.get("name") == "kept" and not any(n in label(page, one) for n in leave_out)
    ]  # fmt: skip
    answer = browser.post(f"{where}/decide", data={"csrf_token": token, "kept": kept})
    work(browser)
    return answer


def label(page, box):
    return page.text(next(one for one in page.all("label") if one.get("for") == box.get("id")))


def states(app, ids):
    with app.app_context():
        return [db.session.get(Request, one).status for one in ids]


def test_only_the_clean_ones_stand_there_with_what_they_come_to(five, sign_in):
    bert = sign_in("bert")
    page = bert.page(begun(bert))
    numbers = [page.text(a) for a in page.all("a") if (a.get("id") or "").startswith("request-")]
    assert numbers == ["2026-0001", "2026-0002", "2026-0003"]
    said = page.text(page.by_id("look"))
    assert "3 aanvragen, samen € 27,00." in said
    assert "3 brieven" in said


def test_what_was_changed_or_awaits_an_answer_is_not_clean(five, sign_in, app):
    with app.app_context(), transaction() as session:
        session.get(Request, five[0]).corrected_at = session.get(Request, five[0]).submitted_at
        awaited = OtherPayerPart(request_id=five[1], payer="school", answer="asked", amount_cents=0)
        session.add(awaited)
    bert = sign_in("bert")
    assert "1 aanvraag, samen" in bert.page(begun(bert)).text()


def test_what_one_steps_back_from_leaves_the_page_of_a_batch_that_runs(five, sign_in):
    bert = sign_in("bert")
    where = begun(bert)
    desk.press(bert, five[0], "step-back")
    bert.page("/worklist")  # it says so once
    shown = bert.page(where).text()
    assert "2026-0001" not in shown
    assert "2 aanvragen, samen € 18,00." in shown
    assert decided(bert, where).status_code == 303
    assert "2026-0001" not in bert.page(where).text()


def test_each_that_is_ticked_gets_its_own_decision(five, sign_in, app):
    bert = sign_in("bert")
    where = begun(bert)
    assert decided(bert, where, leave_out=["2026-0002"]).status_code == 303
    assert states(app, five) == [GRANTED, SUBMITTED, GRANTED, SUBMITTED, SUBMITTED]
    with app.app_context():
        made = db.session.scalars(select(Decision)).all()
        assert [(one.granted_cents, one.decided_by.name) for one in made] == [(900, "Bert Bex")] * 2
    assert "2 toegekend, 1 weggelaten." in bert.page(where).text()


def test_one_that_changed_meanwhile_does_not_stop_the_rest(five, sign_in, app):
    bert, boris = sign_in("bert"), sign_in("boris")
    where = begun(bert)
    desk.press(boris, five[0], "refuse", reason_code="other", reasons="Al betaald.")
    decided(bert, where)
    assert states(app, five[1:3]) == [GRANTED, GRANTED]
    page = bert.page(where)
    assert "2 toegekend, 1 niet beslist." in page.text()


def test_what_does_not_fit_the_budget_stays_open(five, sign_in, app):
    desk.set_room(app, 2_000)
    bert = sign_in("bert")
    where = begun(bert)
    assert "niet genoeg voor allemaal" in bert.page(where).text()
    decided(bert, where)
    assert states(app, five[:3]) == [GRANTED, GRANTED, SUBMITTED]


def test_a_second_click_decides_nothing_twice(five, sign_in, app):
    bert = sign_in("bert")
    where = begun(bert)
    first = bert.page(where).form(f"{where}/decide")
    decided(bert, where)
    again = bert.post(f"{where}/decide", data={**first, "kept": "1"})
    assert again.status_code == 409
    with app.app_context():
        assert len(db.session.scalars(select(Decision)).all()) == 3


def test_nothing_ticked_is_said(five, sign_in):
    bert = sign_in("bert")
    where = begun(bert)
    token = bert.page(where).form(f"{where}/decide")["csrf_token"]
    answer = bert.post(f"{where}/decide", data={"csrf_token": token})
    assert answer.status_code == 422
    assert "Vink minstens één aanvraag aan." in Page(answer).text()


def test_ones_own_requests_are_never_among_them(app, world, five, sign_in):
    with app.app_context(), transaction():
        desk.second_account(world.people["an"], "an2", "approver")
    an = sign_in("an2")
    assert "Geen aanvraag is in orde" in an.page(begun(an)).text()


def test_a_filter_that_is_on_narrows_them(five, sign_in):
    bert = sign_in("bert")
    where = begun(bert, "/worklist/together?sort=newest&kind=discount")
    assert "Geen aanvraag is in orde" in bert.page(where).text()


def test_nobody_sees_a_colleagues_list(five, sign_in):
    where = begun(sign_in("bert"))
    assert sign_in("boris").get(where).status_code == 404


def test_after_a_kill_it_goes_on_where_it_was(five, sign_in, app, monkeypatch):
    bert, done = sign_in("bert"), []
    where = begun(bert)
    monkeypatch.setattr(actions, "decide_line", stops_after(actions.decide_line, done, 1))
    with pytest.raises(KeyboardInterrupt):
        decided(bert, where)
    monkeypatch.undo()
    with app.app_context():
        line = db.session.scalars(select(BatchLine)).first()
        jobs.run(resumed(line))
    assert states(app, five[:3]) == [GRANTED] * 3


def stops_after(act, done, count):
    def once(line, account):
        if len(done) == count:
            raise KeyboardInterrupt
        done.append(line.id)
        act(line, account)

    return once


def resumed(line):
    """The job as the worker finds it at its next start."""
    with transaction():
        job = db.session.get(Batch, line.batch_id).job
        job.state = "waiting"
        return job.id
