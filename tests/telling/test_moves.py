"""Who hears what when a request moves; and who is no longer called for what is done."""

import datetime as dt

from accounts.queries import account_by_username
from core.db import transaction
from intake.people.models import Absence
from tests.fund import desk
from tests.notices.test_inside import opens
from tests.requests.steps import act
from tests.telling.desk import unread


def test_the_worker_hears_of_the_decision_and_goes_to_it(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "grant")
    assert unread(app, "an") == ["Aanvraag 2026-0001 is beslist."]
    assert opens(sign_in("an"), "is beslist").location == f"/requests/{number}"
    assert unread(app, "bert") == []


def test_a_refusal_is_heard_in_the_same_words(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "refuse", reason_code="other", reasons="Al betaald.")
    assert unread(app, "an") == ["Aanvraag 2026-0001 is beslist."]


def test_what_is_undone_was_not_decided(app, world, sign_in):
    number = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, number)
    desk.undo(bert, number)
    assert unread(app, "an") == ["Aanvraag 2026-0001: de beslissing is ongedaan gemaakt."]
    desk.grant(bert, number)
    assert unread(app, "an") == ["Aanvraag 2026-0001 is beslist."]


def test_a_question_calls_the_worker_and_its_answer_who_asked(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    assert unread(app, "an") == ["Aanvraag 2026-0001: een vraag wacht op uw antwoord."]
    assert act(sign_in("an"), number, "answer", text="De welpen.").status_code == 303
    assert unread(app, "an") == []
    assert unread(app, "bert") == ["Aanvraag 2026-0001: uw vraag is beantwoord."]
    assert unread(app, "boris") == []


def test_who_decides_needs_no_longer_hear_of_the_answer(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    act(sign_in("an"), number, "answer", text="De welpen.")
    desk.grant(sign_in("boris"), number)
    assert unread(app, "bert") == []


def test_what_is_withdrawn_calls_nobody(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    act(sign_in("an"), number, "withdraw", why="Verhuisd.")
    assert unread(app, "an") == []


def test_who_stands_in_hears_it_too(app, world, sign_in):
    number = desk.filed(app, world)
    with app.app_context(), transaction() as session:
        an, arne = world.people["an"], world.people["arne"]
        day = dt.date(2026, 11, 24)
        session.add(
            Absence(
                person_id=an, stand_in_id=arne, from_on=day, until_on=day, made_by_id=an,
                made_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
            )
        )  # fmt: skip
    desk.grant(sign_in("bert"), number)
    assert unread(app, "arne") == ["Aanvraag 2026-0001 is beslist."]


def test_a_decision_that_does_not_happen_is_told_to_nobody(app, world, sign_in):
    number = desk.filed(app, world)
    desk.set_room(app, 100)
    assert desk.press(sign_in("bert"), number, "grant").status_code == 422
    assert unread(app, "an") == []


def test_nothing_of_a_notice_leads_to_a_name(app, world, sign_in):
    desk.grant(sign_in("bert"), desk.filed(app, world))
    text = " ".join(unread(app, "an"))
    assert not {"Noor", "Peeters", "Lidgeld"} & set(text.replace(".", " ").split())
    with app.app_context():
        assert account_by_username("an").person.name not in text
