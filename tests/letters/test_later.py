"""Letters after a decision: the urgent grant was ratified or not, how to appeal, money is asked back."""

import datetime as dt

import pytest

from core.db import transaction
from core.errors import RuleBroken
from core.letters import letters
from core.money import show_cents
from fund.letters.example import example_of
from fund.letters.later import issue_ratification
from fund.letters.texts import texts_now, words_of
from fund.queries import decision_needed
from tests.fund import desk
from tests.inspector import Page
from tests.letters import desk as post

HELD_ON = dt.date(2026, 11, 23)
SENT = {"way": "registered", "tracking": "RR123456785BE"}
COURT = "Arbeidsrechtbank Antwerpen, afdeling Voorbeeld, Voorbeeldlaan 1, 3500 Hasselt"


def ratified(app, world, sign_in, **said):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    with app.app_context(), transaction():
        decision = decision_needed(desk.request_of(request_id))
        issue_ratification(decision, body="bcsd", held_on=HELD_ON, **said)
    post.printed(app, sign_in("bert"))
    return request_id, post.words_of(post.says(app, request_id))


def test_a_ratified_grant_stays_as_it_was(app, world, sign_in):
    _id, words = ratified(app, world, sign_in, ratified=True, kept_cents=10_000)
    for said in ("Op 24 november 2026 kende de voorzitter u dringend hulp toe", show_cents(10_000),
                 "door het bijzonder comité voor de sociale dienst. Dat is gebeurd op 23 november 2026",
                 "Voor u verandert er niets.", COURT, "Artikel 728", "An Aerts"):  # fmt: skip
        assert said in words, said
    assert "Waarom wij dit beslissen" not in words
    assert "betalen wij niet meer" not in words


def test_one_that_is_not_says_why_what_stays_and_what_is_freed(app, world, sign_in):
    money = {"kept_cents": 4_000, "freed_cents": 6_000}
    _id, words = ratified(
        app, world, sign_in, ratified=False, reasons="Er was geen nood.\n#panic()", **money
    )
    for said in ("Op 23 november 2026 is dat niet gebeurd", "Er was geen nood.\n#panic()",
                 f"Wat al uitgegeven is, {show_cents(4_000)}, mag u houden",
                 f"Wat nog niet uitgegeven is, {show_cents(6_000)}, betalen wij niet meer", COURT):  # fmt: skip
        assert said in words, said


def test_where_nothing_was_spent_nothing_is_said_to_stay(app, world, sign_in):
    money = {"kept_cents": 0, "freed_cents": 10_000}
    _id, words = ratified(app, world, sign_in, ratified=False, reasons="Geen nood.", **money)
    assert "mag u houden" not in words
    assert "betalen wij niet meer" in words


@pytest.mark.parametrize(("said", "day"), [(True, 2), (False, 1)])
def test_the_eight_days_run_anew_from_what_the_body_did_not_ratify(app, world, sign_in, said, day):
    """The chair granted on 24 November, the body said so on the 23rd."""
    money = {"kept_cents": 0, "freed_cents": 0 if said else 10_000}
    request_id, _words = ratified(app, world, sign_in, ratified=said, reasons="Geen nood.", **money)
    with app.app_context():
        assert desk.request_of(request_id).notify_due_on == dt.date(2026, 12, day)


def test_no_ratification_without_a_reason(app, world, sign_in):
    with pytest.raises(RuleBroken):
        ratified(app, world, sign_in, ratified=False, reasons=" ")


def test_a_letter_of_ratification_moves_no_request(app, world, sign_in):
    request_id, _words = ratified(app, world, sign_in, ratified=True, kept_cents=10_000)
    bert = sign_in("bert")
    assert post.send(bert, post.letter_id(app, request_id), **SENT).status_code == 303
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.notified_on) == ("granted", None)
        assert [one.stage for one in post.letters_of(request_id)] == ["ready", "sent"]


def explained(client, request_id):
    path = f"/requests/{request_id}/appeals"
    form = client.page(path).form(f"{path}/letter")
    return client.post(f"{path}/letter", data=form)


def told(app, world, sign_in, **how):
    post.settle(app)
    request_id = post.refused(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    post.send(bert, post.letter_id(app, request_id), **how)
    return request_id


@pytest.mark.parametrize(
    ("how", "until"),
    [(SENT, "tot en met 24 februari 2027"), ({"way": "post"}, "De laatste dag is niet zeker")],
)
def test_the_client_reads_where_how_and_until_when_to_appeal(app, world, sign_in, how, until):
    request_id = told(app, world, sign_in, **how)
    an = sign_in("an")
    assert "ligt klaar bij de brieven" in desk.seen(an, explained(an, request_id)).text()
    post.printed(app, sign_in("bert"))
    words = post.words_of(post.says(app, request_id))
    for said in (until, COURT, "binnen 3 maanden", "Artikel 1017", "24 november 2026", "An Aerts"):
        assert said in words, said


def test_asked_twice_it_is_one_letter(app, world, sign_in):
    request_id = told(app, world, sign_in, **SENT)
    an = sign_in("an")
    explained(an, request_id)
    explained(an, request_id)
    with app.app_context():
        kinds = [one.kind for one in post.letters_of(request_id)]
        assert kinds == ["refusal", "appeal_info"]


def test_before_the_decision_is_told_its_own_letter_says_it(app, world, sign_in):
    post.settle(app)
    request_id = post.refused(app, world, sign_in)
    an = sign_in("an")
    path = f"/requests/{request_id}/appeals"
    assert an.page(path).by_id("explain") is None
    form = an.page(path).form(path)
    answer = an.post(f"{path}/letter", data=form)
    assert answer.status_code == 422
    assert "is nog niet vertrokken" in Page(answer).text()


def test_a_recovery_holds_all_that_the_law_asks(inside):
    words = post.words_of(example_of("recovery", words_of("recovery", texts_now()), texts_now()))
    for said in ("Wij stelden vast dat er te veel betaald is", "Op grond van: geld dat een ander",
                 f"Wij vragen terug\n{show_cents(3_000)}", "tot 5 jaar", "af te zien", "in schijven",
                 "Artikel 728"):  # fmt: skip
        assert said in words, said


def test_each_is_tagged_and_archivable(app, world, sign_in):
    request_id, _words = ratified(app, world, sign_in, ratified=True, kept_cents=10_000)
    with app.app_context():
        made = letters.pdf_of(post.letters_of(request_id)[-1].letter)
    assert b"pdfaid:part>2<" in made
    assert b"pdfuaid:part>1<" in made
