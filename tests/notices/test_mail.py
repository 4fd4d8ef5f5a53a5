"""Mail about notices: how many and where, nothing else; never lost, and not twice."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import select

from accounts.notices import jobs, mailing
from accounts.notices.models import Notice, NoticeChoice
from core import clock, mail
from core.db import db, transaction
from core.mail import MailServer
from core.work import outbox
from core.work.outbox import OutboxMessage, deliver_due
from tests.notices.conftest import SLOW

DAY = dt.timedelta(days=1)


def delivers(app) -> int:
    """The worker's turn, until nothing is due."""
    with app.app_context():
        return sum(iter(deliver_due, 0))


def again(app) -> None:
    """Let the wait after a failure be over."""
    with app.app_context(), transaction():
        for one in db.session.scalars(select(OutboxMessage)):
            one.due_at = clock.machine_now() - dt.timedelta(seconds=1)
    delivers(app)


def goes_round(app, at: str = "2026-11-25T07:30:00+01:00") -> None:
    """The daily round at an instant, and what the worker then does."""
    with app.app_context(), clock.at(dt.datetime.fromisoformat(at)):
        jobs.daily_round()
    delivers(app)


def test_who_wants_mail_at_once_gets_it(app, post_office, chooses, told):
    chooses("an", "once")
    told("an")
    delivers(app)
    letter = post_office.went[0]
    assert (letter["To"], letter["From"]) == ("an@example.org", "fonds@example.org")
    assert letter["Subject"] == "Cultuurfonds: er wacht 1 melding op u"
    assert "https://fonds.example.org/notices" in letter.get_content()


def test_it_says_nothing_of_what_it_is_about(app, post_office, chooses, told):
    chooses("an", "once")
    told("an", 7)
    delivers(app)
    whole = post_office.went[0].as_string()
    assert "2026-00007" not in whole
    assert "Aerts" not in whole
    assert "proef" not in whole


def test_who_wants_a_mail_a_day_gets_one_for_all(app, post_office, chooses, told):
    chooses("an", "daily")
    for number in (7, 8, 9):
        told("an", number)
    delivers(app)
    assert post_office.went == []
    goes_round(app)
    goes_round(app)
    assert [one["Subject"] for one in post_office.went] == [
        "Cultuurfonds: er wachten 3 meldingen op u"
    ]


def test_who_chose_nothing_gets_nothing(app, post_office, told, chooses):
    told("an")
    chooses("arne", "never")
    told("arne")
    goes_round(app)
    assert post_office.conversations == 0


def test_what_was_read_in_time_is_not_mailed(app, post_office, chooses, told, world):
    chooses("an", "daily")
    told("an")
    with app.app_context(), transaction():
        db.session.scalars(select(Notice)).one().read_at = clock.now()
    goes_round(app)
    assert post_office.conversations == 0


@pytest.mark.parametrize("at", ["2026-11-25T06:59:00+01:00", "2026-11-28T08:00:00+01:00"])
def test_the_round_comes_on_working_days_from_seven(app, post_office, chooses, told, at):
    chooses("an", "daily")
    told("an")
    goes_round(app, at)
    assert post_office.went == []


def test_a_clock_that_is_set_back_brings_nothing_twice(app, post_office, chooses, told):
    chooses("an", "daily")
    told("an")
    goes_round(app, "2026-11-26T08:00:00+01:00")
    goes_round(app, "2026-11-25T08:00:00+01:00")
    goes_round(app, "2026-11-26T08:00:00+01:00")
    assert len(post_office.went) == 1


def test_what_is_for_the_round_does_not_go_at_once(app, post_office, chooses, told):
    chooses("an", "once")
    told("an", 7, SLOW)
    delivers(app)
    assert post_office.went == []
    goes_round(app)
    assert len(post_office.went) == 1


def test_a_burst_is_two_mails_and_not_ten(app, post_office, chooses, told):
    chooses("an", "once")
    for number in range(1, 11):
        told("an", number)
        delivers(app)
    assert len(post_office.went) == 1
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=11), tick=True):
        delivers(app)
    assert [one["Subject"] for one in post_office.went] == [
        "Cultuurfonds: er wacht 1 melding op u",
        "Cultuurfonds: er wachten 10 meldingen op u",
    ]


def test_a_server_that_is_down_loses_nothing(app, post_office, chooses, told, monkeypatch):
    chooses("an", "once")
    told("an")
    up = app.config["MAIL"]
    app.config["MAIL"] = MailServer("127.0.0.1", 9, "none", up.sender)
    assert delivers(app) == 0
    app.config["MAIL"] = up
    again(app)
    assert len(post_office.went) == 1


@pytest.mark.parametrize("answer", [{"RCPT": "451 later"}, {"DATA": "451"}, {"TEXT": "452 full"}])
def test_what_is_not_taken_now_goes_later(app, post_office, chooses, told, answer):
    chooses("an", "once")
    told("an")
    post_office.answers = answer
    assert delivers(app) == 0
    post_office.answers = {}
    again(app)
    assert len(post_office.went) == 1


def test_an_address_that_is_no_good_is_said_on_ones_page(app, post_office, chooses, told, sign_in):
    chooses("an", "once")
    told("an")
    post_office.answers = {"RCPT": "550 nobody here"}
    delivers(app)
    again(app)
    assert post_office.conversations == 1
    assert "komt mail naar dit adres terug" in sign_in("an").page("/account").text()


def test_a_connection_that_breaks_after_the_text_sends_nothing_twice(
    app, post_office, chooses, told
):
    chooses("an", "once")
    told("an")
    post_office.hangs_up = "TAKES"
    delivers(app)
    post_office.hangs_up = ""
    again(app)
    assert len(post_office.went) == 1


def test_what_may_have_been_lost_is_counted_the_next_day(app, post_office, chooses, told):
    chooses("an", "once")
    told("an")
    post_office.hangs_up = "TEXT"
    delivers(app)
    post_office.hangs_up = ""
    goes_round(app)
    assert post_office.went == []
    with time_machine.travel(dt.datetime.now(dt.UTC) + DAY, tick=True):
        goes_round(app, "2026-11-26T08:00:00+01:00")
    assert len(post_office.went) == 1


def test_killed_between_sending_and_noting_it_is_not_sent_again(
    app, post_office, chooses, told, monkeypatch
):
    chooses("an", "once")
    told("an")

    class Killed(BaseException):
        pass

    def kill(*_rest):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(mailing, "_sent", kill)
        with pytest.raises(Killed):
            delivers(app)
    again(app)
    assert len(post_office.went) == 1


def test_two_workers_send_one(app, post_office, chooses, told, monkeypatch):
    chooses("an", "once")
    told("an")
    real = mail.send

    def meanwhile(*args, **named):
        assert deliver_due() == 0  # another worker looks while this one sends
        real(*args, **named)

    monkeypatch.setattr(mail, "send", meanwhile)
    delivers(app)
    assert len(post_office.went) == 1


def test_no_transaction_is_open_while_the_server_is_talked_to(
    app, post_office, chooses, told, monkeypatch
):
    chooses("an", "once")
    told("an")
    real, was_open = mail.send, []

    def watched(*args, **named):
        was_open.append(db.session().in_transaction())
        real(*args, **named)

    monkeypatch.setattr(mail, "send", watched)
    delivers(app)
    assert was_open == [False]


def test_who_has_no_account_any_more_gets_no_mail(app, post_office, chooses, told):
    chooses("an", "once")
    told("an")
    with app.app_context(), transaction() as session:
        choice = session.scalars(select(NoticeChoice)).one()
        from_person = choice.person_id
        for account in session.scalars(select(mailing.Account).filter_by(person_id=from_person)):
            account.disabled_at = clock.now()
    delivers(app)
    assert post_office.conversations == 0


def test_without_a_server_nothing_is_kept_to_be_sent(app, told, chooses):
    chooses("an", "once")
    told("an")
    with app.app_context():
        kept = select(OutboxMessage).where(OutboxMessage.kind == "notice.mail")
        assert db.session.scalars(kept).all() == []


def test_what_is_wrong_with_a_mail_stands_in_no_log(app, post_office, chooses, told, caplog):
    chooses("an", "once")
    told("an")
    post_office.answers = {"RCPT": "451 an@example.org is busy"}
    delivers(app)
    assert "an@example.org" not in caplog.text


def test_the_worker_keeps_old_ones_for_a_while(app, told):
    told("an", 7)
    told("an", 8)
    with app.app_context(), transaction():
        first = db.session.scalars(select(Notice).order_by(Notice.id)).first()
        first.read_at = clock.now() - dt.timedelta(days=91)
    with app.app_context():
        jobs.forget_notices()
        assert [one.subject_id for one in db.session.scalars(select(Notice))] == [8]


def test_the_handler_may_run_twice(app, post_office, chooses, told, world):
    chooses("an", "once")
    told("an")
    with app.app_context():
        for _time in range(2):
            mailing.deliver(world.people["an"])
    assert len(post_office.went) == 1
    assert dt.timedelta(seconds=4 * mail.TIMEOUT_SECONDS) < outbox.LEASE
