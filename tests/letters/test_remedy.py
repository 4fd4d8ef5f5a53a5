"""Where one goes who does not agree follows from the rule and its basis: the letter says no other place."""

import datetime as dt

import pytest

from core.letters import letters
from tests.fund import desk, rule
from tests.inspector import Page
from tests.letters import desk as post

COURT = "Arbeidsrechtbank Antwerpen, afdeling Voorbeeld"
SENT = {"way": "registered", "tracking": "RR123456785BE"}


def limits(remedy, more=""):
    return f'[schemes.cultuurfonds.time_limits]\nappeal_to = "{remedy}"\n{more}\n'


def made(app, world, sign_in):
    request_id = post.refused(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    return request_id, post.words_of(post.says(app, request_id))


def test_individual_aid_goes_to_the_labour_court(app, world, sign_in):
    post.settle(app, remedy_name="de ombudsdienst", remedy_lines=["Plein 1"])
    rule.says(app, 'rests_on = "individual_aid"', body="bcsd")
    rule.keeps_no_meetings(app)
    _request_id, words = made(app, world, sign_in)
    assert COURT in words
    assert "binnen 3 maanden" in words
    assert "Artikel 728" in words
    assert "ombudsdienst" not in words


def test_a_council_rule_that_names_the_council_of_state_gives_sixty_days(app, world, sign_in):
    post.settle(app, remedy_lines=["Voorbeeldstraat 33", "1000 Brussel"])
    rule.says(app, 'rests_on = "council_rule"', more=limits("council_of_state"))
    request_id, words = made(app, world, sign_in)
    assert "aan de Raad van State, Voorbeeldstraat 33, 1000 Brussel" in words
    assert "binnen 60 dagen" in words
    assert COURT not in words
    assert "728" not in words
    post.send(sign_in("bert"), post.letter_id(app, request_id), **SENT)
    with app.app_context():
        # 60 days after 24 November is a Saturday.
        assert desk.request_of(request_id).appeal_until_on == dt.date(2027, 1, 25)


def test_a_complaint_at_the_town_has_the_term_that_the_rule_gives(app, world, sign_in):
    post.settle(app, remedy_lines=["Stadsplein 1", "3600 Genk"])
    rule.says(app, 'rests_on = "council_rule"', more=limits("town", "appeal_months = 2"))
    _request_id, words = made(app, world, sign_in)
    assert "terecht bij de gemeente, Stadsplein 1, 3600 Genk" in words
    assert "binnen 2 maanden" in words


def test_where_no_term_is_named_none_is_said_and_no_day_is_noted(app, world, sign_in):
    post.settle(app, remedy_lines=["Plein 1"])
    rule.says(app, 'rests_on = "council_rule"', more=limits("governor"))
    request_id, words = made(app, world, sign_in)
    assert "terecht bij de gouverneur van de provincie, Plein 1" in words
    assert "maanden" not in words
    post.send(sign_in("bert"), post.letter_id(app, request_id), **SENT)
    with app.app_context():
        assert desk.request_of(request_id).appeal_until_on is None


def test_where_nobody_says_where_to_go_the_letter_stays_in(app, world, sign_in):
    post.settle(app)
    rule.says(app, 'rests_on = "council_rule"')
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    page = bert.page("/letters")
    said = page.text(page.by_id("lacking"))
    assert "waar iemand terechtkan die niet akkoord gaat" in said
    post.printed(app, bert)
    assert post.stage_of(app, request_id) == "waiting"
    letter = bert.page(f"/letters/{post.letter_id(app, request_id)}")
    assert "het adres van die instantie" in letter.text(letter.by_id("lacking"))
    post.settle(app, remedy_name="de ombudsdienst van Genk", remedy_lines=["Plein 1"])
    post.printed(app, bert)
    assert "de ombudsdienst van Genk, Plein 1" in post.words_of(post.says(app, request_id))


def test_who_goes_elsewhere_need_not_set_the_court(app, world, sign_in):
    post.settle(app, court_name="", court_lines=[], remedy_lines=["Plein 1"])
    rule.says(app, 'rests_on = "council_rule"', more=limits("town", "appeal_months = 1"))
    request_id, _words = made(app, world, sign_in)
    with app.app_context():
        assert letters.pdf_of(post.letters_of(request_id)[-1].letter).startswith(b"%PDF")


@pytest.mark.parametrize(("days", "said"), [(5, "nog 5 dagen"), (8, "nog 8 dagen")])
def test_the_badge_counts_the_days_of_the_rule(app, world, sign_in, days, said):
    post.settle(app)
    own = f"[schemes.cultuurfonds.time_limits]\nnotify_days = {days}\n"
    rule.says(app, 'rests_on = "council_rule"', more=own)
    post.granted(app, world, sign_in)
    answer = sign_in("bert").get("/letters")
    assert said in Page(answer).text()
