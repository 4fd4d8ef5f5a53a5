"""A committee that the setup does not know: a rule in force names it, or somebody sends a request on to it."""

import pytest

from core import settings
from core.db import transaction
from fund.meetings.choices import AGENDA
from fund.setup.choices import BODY as BODY_OF_CENTRE
from tests.fund import desk, rule
from tests.fund.test_send_on import BY_AMOUNT, COUNCIL, sent
from tests.meetings.desk import BODY, done, item, item_of, newcomer, planned, send
from tests.meetings.test_nobody_alone import NOTED, pressed

DEVIATES = f'{COUNCIL}\ndeviation_body = "{BODY}"'


@pytest.fixture
def sara(app, world, sign_in):
    """Its secretary, where the setup says that an approver decides and nobody chose where agendas are."""
    with app.app_context(), transaction():
        settings.put(BODY_OF_CENTRE, "staff", by=None)
        newcomer("sara", "Sara Smet", "secretary")
    return sign_in("sara")


def sees_meetings(browser) -> bool:
    return any(one.get("href") == "/meetings" for one in browser.page("/account").all("a"))


def test_above_its_amount_no_approver_decides_and_a_meeting_does(app, world, sign_in, sara):
    rule.says(app, COUNCIL, more=BY_AMOUNT, many=True, body=BODY)
    small, large = desk.filed(app, world, cost_cents=4_000), desk.filed(app, world)
    bert = sign_in("bert")
    page = bert.page(f"/worklist/{large}")
    assert NOTED in page.text()
    assert page.by_id("grant") is None
    assert pressed(bert, large, "grant").status_code == 422
    assert desk.grant(bert, small).status_code == 303
    assert sees_meetings(sara)
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "items", requests=[str(large)]))
    assert item(app, item_of(app, large), "meeting_id") == [meeting_id]


def test_a_committee_for_who_deviates_is_one_too(app, world, sara):
    assert not sees_meetings(sara)
    rule.says(app, DEVIATES)
    assert sees_meetings(sara)


def test_a_committee_to_which_somebody_sends_a_request_on_is_one_too(app, world, sign_in, sara):
    rule.says(app, COUNCIL)
    request_id, bert = desk.filed(app, world), sign_in("bert")
    assert not sees_meetings(sara)
    done(sent(bert, request_id, BODY))
    assert sees_meetings(sara)
    assert bert.page(f"/worklist/{request_id}").by_id("grant") is None


def test_who_chose_to_keep_no_meetings_keeps_none(app, world, sign_in, sara):
    rule.says(app, COUNCIL, more=BY_AMOUNT, many=True, body=BODY)
    rule.keeps_no_meetings(app)
    assert not sees_meetings(sara)
    assert desk.grant(sign_in("bert"), desk.filed(app, world)).status_code == 303


def test_what_waits_for_a_second_person_goes_back_once_a_meeting_decides(app, world, sign_in, sara):
    rule.says(app, f"{COUNCIL}\nsecond_above = 80", body=BODY)
    rule.keeps_no_meetings(app)
    request_id, boris = desk.filed(app, world), sign_in("boris")
    desk.grant(sign_in("bert"), request_id)
    assert boris.page(f"/worklist/{request_id}").by_id("confirm") is not None
    with app.app_context(), transaction():
        settings.put(AGENDA, "elsewhere", by=None)
    page = boris.page(f"/worklist/{request_id}")
    assert page.by_id("confirm") is None
    assert "Een zitting beslist hier nu over. Stuur terug" in page.text()
    assert pressed(boris, request_id, "confirm").status_code == 422
    done(desk.press(boris, request_id, "send-back", why="Voor de zitting."))
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "items", requests=[str(request_id)]))
