"""What a letter with a decision says: all that the law asks, literally, to the right person."""

import pytest

from core.letters import letters
from core.money import show_cents
from fund.letters.gathering import fields_of
from fund.letters.kinds import KINDS
from fund.letters.lacking import LACKS
from fund.letters.texts import texts_now
from tests.fund import desk
from tests.fund.test_revise import revised
from tests.letters import desk as post

HOSTILE = '#panic("x") $a$ {{ 7*7 }} {rechtbank} <b>vet</b> \\{{ @label *x* _y_ // 😀'


def made(app, world, sign_in, request_id):
    post.printed(app, sign_in("bert"))
    return post.words_of(post.says(app, request_id))


def test_a_grant_says_what_how_much_why_and_how_it_is_paid(app, world, sign_in):
    post.settle(app)
    words = made(app, world, sign_in, post.granted(app, world, sign_in))
    for said in ("Lidgeld Chiro, werkjaar", "Noor Peeters", "24 november 2026", show_cents(10_000),
                 "90 % van wat overblijft (art. 4 §1)", "Voorbeeldreglement Cultuurfonds, versie 1",
                 "besluit 2019/184 van 10 december 2019", "aan Chiro Kris Kas, binnen 30 dagen"):  # fmt: skip
        assert said in words, said


def test_every_decision_says_whom_to_ask_and_how_to_appeal(app, world, sign_in):
    post.settle(app)
    words = made(app, world, sign_in, post.refused(app, world, sign_in))
    for said in ("2026-0001", "20178", "An Aerts", "089 65 36 00", "uw dossier in te kijken",
                 "Arbeidsrechtbank Antwerpen, afdeling Voorbeeld, Voorbeeldlaan 1, 3500 Hasselt",
                 "binnen 3 maanden", "verzoekschrift", "Artikel 728", "Artikel 1017",
                 "Bij delegatie van het bijzonder comité", "Hilde Hox\nhoofd van de sociale dienst"):  # fmt: skip
        assert said in words, said


def test_a_refusal_gives_the_reason_in_rule_and_in_fact(app, world, sign_in):
    post.settle(app)
    words = made(app, world, sign_in, post.refused(app, world, sign_in, "Het kamp was voorbij."))
    assert "De aanvraag kwam te laat. (art. 7)\nHet kamp was voorbij." in words
    assert "Wij betalen" not in words


def test_a_partial_grant_says_what_the_rule_gave_and_why_less(app, world, sign_in):
    post.settle(app)
    request_id = desk.filed(app, world)
    desk.press(sign_in("bert"), request_id, "amount", amount="30", reasons="De school betaalt mee.")
    words = made(app, world, sign_in, request_id)
    assert f"Het reglement geeft\n{show_cents(10_000)}\nWij betalen\n{show_cents(3_000)}" in words
    assert "De school betaalt mee." in words


def test_a_childs_letter_goes_to_the_grown_ups_at_home(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    made(app, world, sign_in, request_id)
    to = post.says(app, request_id).body.addressee
    assert to == ("Lena Peeters", "Winterslagstraat 1", "3600 Genk")


def test_the_window_names_nobody_who_helps(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    made(app, world, sign_in, request_id)
    assert post.says(app, request_id).body.sender_line == "Vrije tijd Genk · Postbus 12 · 3600 Genk"


def test_where_no_post_may_come_the_letter_bears_no_address(app, world, sign_in):
    post.settle(app)
    post.no_post(app, world, "lena")
    request_id = post.granted(app, world, sign_in)
    made(app, world, sign_in, request_id)
    assert post.says(app, request_id).body.addressee == ("Lena Peeters", "Persoonlijk af te geven")


def test_whatever_was_typed_comes_out_as_it_was_typed(app, world, sign_in):
    post.settle(app)
    request_id = post.refused(app, world, sign_in, HOSTILE, "zoë")
    assert HOSTILE in made(app, world, sign_in, request_id)
    with app.app_context():
        letter = post.letters_of(request_id)[-1].letter
        assert letters.pdf_of(letter).startswith(b"%PDF-1.7")


def asked_to_the_client(sign_in, request_id):
    typed = {"question": HOSTILE, "to_whom": "client", "answer_by": "4/12/2026"}
    return desk.press(sign_in("bert"), request_id, "ask", **typed)


def granted_in_part(sign_in, request_id):
    typed = {"amount": "50,00", "reasons": HOSTILE}
    return desk.press(sign_in("bert"), request_id, "amount", **typed)


@pytest.mark.parametrize("does", [asked_to_the_client, granted_in_part])
def test_so_does_a_question_and_a_reason_for_less(app, world, sign_in, does):
    post.settle(app)
    request_id = desk.filed(app, world)
    assert does(sign_in, request_id).status_code == 303
    assert HOSTILE in made(app, world, sign_in, request_id)
    with app.app_context():
        letter = post.letters_of(request_id)[-1].letter
        assert letters.pdf_of(letter).startswith(b"%PDF-1.7")


def test_so_does_the_reason_of_a_revision(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    post.send(bert, post.letter_id(app, request_id), way="post")
    typed = {"ruling": "grant", "amount": "60,00", "reasons": HOSTILE}
    assert revised(bert, request_id, **typed).status_code == 303
    assert HOSTILE in made(app, world, sign_in, request_id)


def test_five_thousand_words_of_reasons_fit(app, world, sign_in):
    post.settle(app)
    reasons = "\n".join(["Dit is een zin van zes woorden."] * 150)
    request_id = post.refused(app, world, sign_in, reasons)
    made(app, world, sign_in, request_id)
    with app.app_context():
        assert b"pdfuaid:part>1<" in letters.pdf_of(post.letters_of(request_id)[-1].letter)


@pytest.mark.parametrize(("code", "name"), [(c, n) for c, k in KINDS.items() for n in k.required])
def test_an_empty_field_is_named_whichever_it_is(words, code, name):
    kind = KINDS[code]
    full = dict.fromkeys(kind.required, "x")
    assert letters.empty_fields(kind, full) == ()
    assert letters.empty_fields(kind, {**full, name: ""}) == (name,)
    assert name in LACKS


def test_all_that_a_kind_requires_is_gathered(app, world, sign_in):
    post.settle(app)
    for request_id in (post.granted(app, world, sign_in), post.refused(app, world, sign_in)):
        with app.app_context():
            dispatch = post.letters_of(request_id)[-1]
            gathered = fields_of(dispatch, texts_now())
            assert letters.empty_fields(KINDS[dispatch.kind], gathered) == ()
