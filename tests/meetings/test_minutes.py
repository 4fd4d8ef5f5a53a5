"""Minutes: what they say to whom, signed, and put right with trace."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from tests.fund.desk import days_later
from tests.meetings.desk import (
    convened,
    done,
    opened,
    persons,
    press,
    send,
)


def test_the_minutes_say_to_who_is_in_conflict_no_more_than_number_and_outcome(
    app, world, sara, sign_in
):
    meeting_id, items = convened(app, world, sara, "noor", "emir")
    (mo,) = persons(app, "mo")
    action = f"/meetings/items/{items[0]}/sit-out"
    form = sara.page(f"/meetings/items/{items[0]}").form(action)
    done(sara.post(action, data=form | {"person": mo, "out": "conflict"}))
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, items[0], "vote", remark="Zijn broer vroeg het."))
        done(press(sara, items[1], "vote", remark="Zonder meer."))
        done(send(sara, meeting_id, "close"))
        for who, reads in (("mo", False), ("mia", True), ("sara", True)):
            browser = sign_in(who)
            for kind in ("minutes", "decisions"):
                page = browser.page(f"/meetings/{meeting_id}/{kind}").text()
                made = BytesIO(browser.get(f"/meetings/{meeting_id}/{kind}.pdf").data)
                pdf = "".join(one.extract_text() for one in PdfReader(made).pages)
                for said in (page, pdf):
                    plain = said.replace("\xa0", " ")
                    assert ("Zijn broer" in plain) == (reads and kind == "minutes"), (who, kind)
                    assert plain.count("9,00") == (2 if reads else 1), (who, kind)
                    assert plain.count("aangenomen") == 2, (who, kind)


def test_minutes_are_signed_and_put_right_with_trace(app, world, sara):
    meeting_id, _items = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        done(send(sara, meeting_id, "close"))
        done(send(sara, meeting_id, "write", minutes="De voorzitter opent."))
        done(send(sara, meeting_id, "sign"))
        done(send(sara, meeting_id, "correct", words="Mo was er vanaf punt 2."))
        page = sara.page(f"/meetings/{meeting_id}/minutes")
        assert "Mo was er vanaf punt 2." in page.text()
        assert "De voorzitter opent." in page.text()
