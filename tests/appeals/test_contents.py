"""What the file for the court holds: what the client got, what was decided and said, and who looked."""

import datetime as dt

import pytest
from sqlalchemy import select

from core.db import db, transaction
from core.letters.letters import pdf_of
from core.letters.sheets import in_dutch
from fund.appeals.models import Appeal
from fund.appeals.posted import letters_of
from fund.letters.actions import make_ready, new_letter
from fund.letters.models import Dispatch
from fund.meetings.models import Item
from tests.appeals.desk import archive_of, came_in, made, read, told_and_contested
from tests.counting import queries_of
from tests.fund import desk
from tests.meetings import desk as meetings
from tests.meetings.test_urgent import in_session, urgently


@pytest.fixture
def appeal_id(app, world, sign_in):
    """Against a grant that was told, after one that was undone."""
    return told_and_contested(app, world, sign_in)


def test_it_holds_every_document_with_a_list(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        names = archive_of(appeal_id).namelist()
    assert names == [
        "0-inhoud.pdf",
        "1-beroep.pdf",
        "2-aanvraag.pdf",
        "3-brief-01-receipt.pdf",
        "3-brief-02-grant.pdf",
        "4-beslissing-01-ongedaan.pdf",
        "4-beslissing-02.pdf",
        "6-horen-01.pdf",
        "7-verloop.pdf",
        "8-logboek.pdf",
        "9-bewijs-01-invoice.pdf",
        "SHA256SUMS",
    ]


def test_a_letter_is_there_as_it_left_with_its_day_and_its_way(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        said = read(appeal_id, "3-brief-02-grant.pdf")
        sent = db.session.scalars(select(Dispatch).where(Dispatch.stage == "sent")).one()
        assert archive_of(appeal_id).read("3-brief-02-grant.pdf") == pdf_of(sent.letter)
        listed = read(appeal_id, "0-inhoud.pdf")
    assert "Arbeidsrechtbank Antwerpen" in said
    assert "24/11/2026, Aangetekende brief (RR123456785BE)" in listed
    assert "Beslissing 1, later ongedaan gemaakt" in listed


def test_what_the_client_never_got_is_no_letter_but_stands_in_the_log(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        void = db.session.scalars(select(Dispatch).where(Dispatch.stage == "void")).one()
        assert void.letter is not None
        assert "3-brief-03" not in " ".join(archive_of(appeal_id).namelist())
        assert "brief vervallen" in read(appeal_id, "8-logboek.pdf")


def test_the_record_and_the_hearing_are_those_of_the_house(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        record, heard = (
            read(appeal_id, f"{name}.pdf") for name in ("4-beslissing-02", "6-horen-01")
        )
    for words in ("SHA-256 van het dossierstuk", "Vrij nadien", "Het reglement, versie"):
        assert words in record
    for words in ("23 november 2026", "Lena en An", "Noor zwemt graag."):
        assert words in heard


def test_the_log_names_who_did_something_and_numbers_who_looked(app, appeal_id, sign_in):
    number = 1
    for who in ("boris", "boris", "hilde"):
        sign_in(who).get(f"/requests/{number}").close()
    with app.app_context():
        made(appeal_id)
        log = read(appeal_id, "8-logboek.pdf")
    assert "Bert Bex" in log
    assert "medewerker 2" in log
    assert "Boris" not in log


def test_what_a_meeting_decided_is_there_as_its_extract(app, world, sign_in):
    meetings.committee(app)
    sara = sign_in("sara")
    meeting_id, (own, other) = meetings.convened(app, world, sara, "noor", "emir")
    with desk.days_later(9):
        meetings.opened(app, sara, meeting_id)
        for item_id in (own, other):
            meetings.done(meetings.press(sara, item_id, "vote"))
        meetings.done(meetings.send(sara, meeting_id, "close"))
        with app.app_context():
            request_id = db.session.get_one(Item, own).request_id
            appeal_id = came_in(request_id, on=meetings.DAY)[0]
            made(appeal_id)
            extracts = [one for one in archive_of(appeal_id).namelist() if one[0] == "5"]
            said = read(appeal_id, "5-uittreksel-01.pdf")
    assert extracts == ["5-uittreksel-01.pdf"]
    assert "Uittreksel uit de beslissingen" in said
    assert "2026-0001" in said
    assert "2026-0002" not in said


def test_what_was_said_on_an_urgent_grant_is_there_too(app, world, sign_in):
    meetings.committee(app, chair="bert")
    request_id = desk.filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    bert, sara = sign_in("bert"), sign_in("sara")
    meetings.done(urgently(bert, request_id))
    meeting_id, item_id = in_session(app, sara, request_id)
    with desk.days_later(9):
        meetings.done(meetings.press(sara, item_id, "vote"))
        meetings.done(meetings.send(sara, meeting_id, "close"))
        with app.app_context():
            appeal_id = came_in(request_id, on=meetings.DAY)[0]
            made(appeal_id)
            said = read(appeal_id, "5-uittreksel-01.pdf")
    assert "bekrachtigd" in said


def test_where_nothing_was_decided_the_report_stands_by_itself(app, world):
    number, late = desk.filed(app, world), dt.date(2026, 12, 28)
    with desk.days_later(34), app.app_context():
        appeal_id = came_in(number, on=late)[0]
        made(appeal_id)
        decided = [name for name in archive_of(appeal_id).namelist() if name[0] == "4"]
        said = read(appeal_id, "4-verslag.pdf")
        against = read(appeal_id, "1-beroep.pdf")
    assert decided == ["4-verslag.pdf"]
    assert "Speelt veel alleen." in said
    assert "het verlopen van de termijn" in against


def test_five_letters_more_ask_nothing_more_of_the_database(app, appeal_id):
    before = statements(app, appeal_id)
    with app.app_context(), transaction() as session:
        request = session.get_one(Appeal, appeal_id).request
        for _time in range(5):
            more = new_letter(request, "appeal_info", decision=desk.decision_of(request.id))
            assert make_ready(more)
            more.stage, more.sent_on, more.way = "sent", dt.date(2026, 11, 24), "post"
    assert statements(app, appeal_id) == before + 5 * ["a letter"]


def statements(app, appeal_id):
    """What is asked to list the letters, then a word for each of them."""
    with app.app_context(), in_dutch():
        request = db.session.get_one(Appeal, appeal_id).request
        with queries_of(app) as asked:
            listed = list(letters_of(request))
    return asked + len(listed) * ["a letter"]
