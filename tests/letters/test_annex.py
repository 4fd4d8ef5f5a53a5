"""An annex in another language: only what somebody approved goes along, and only the Dutch letter counts."""

import datetime as dt
from io import BytesIO

import pytest
from pypdf import PdfReader

from core import clock
from core.db import db, transaction
from core.errors import RuleBroken
from core.letters import letters
from core.letters.letters import pdf_of_content
from core.money import show_cents
from fund.letters.example import example_of, kind_shown
from fund.letters.kinds import TEMPLATE
from fund.letters.later import issue_ratification
from fund.letters.texts import texts_now, words_of
from fund.letters.translated_slots import CODES, shipped, slots_of
from fund.letters.translation_actions import check_words
from fund.letters.translations import all_words
from fund.queries import decision_needed
from intake.people.models import Client
from terms.lists import ANNEXES
from tests.counting import queries_of
from tests.fund import desk
from tests.inspector import Page
from tests.letters import desk as post

FRENCH = "/letters/translations/fr/grant"
COUNTS = "Seule la lettre en néerlandais compte."


def speaks(app, world, who, language):
    with app.app_context(), transaction():
        db.session.get_one(Client, world.clients[who]).annex_language = language


def approve(client, language="fr", *codes):
    for code in codes or ("common", "grant", "refusal", "question"):
        path = f"/letters/translations/{language}/{code}"
        form = client.page(path).form(f"{path}/approve")
        assert client.post(f"{path}/approve", data=form).status_code == 303


def annexes(app, request_id):
    return post.says(app, request_id).annexes


def words_in(annex):
    sections = [
        word for title, paragraphs, _rows in annex.sections for word in (title, *paragraphs)
    ]
    amounts = [word for row in annex.amounts for word in row]
    parts = [annex.title, annex.word, annex.notice, annex.heading, *annex.intro]
    return "\n".join([*parts, *amounts, *sections, *annex.closing])


def settled(app, world, sign_in, language="fr", who="lena"):
    """Everything is set and approved, and this grown-up of Noor's household has a language."""
    post.settle(app)
    speaks(app, world, who, language)
    approve(sign_in("hilde"), language)


def test_the_grown_up_who_gets_the_letter_gets_the_annex(app, world, sign_in):
    settled(app, world, sign_in)
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    (annex,) = annexes(app, request_id)
    words = words_in(annex)
    for said in ("Vertaling\nTraduction", COUNTS, "notre lettre du 24 novembre 2026", "Noor Peeters",
                 "Lidgeld Chiro, werkjaar", f"Nous payons\n{show_cents(10_000)}", "An Aerts",
                 "dans un délai de 3 mois", "Article 1017", "089 65 36 00",
                 "Arbeidsrechtbank Antwerpen, afdeling Voorbeeld, Voorbeeldlaan 1, 3500 Hasselt"):  # fmt: skip
        assert said in words, said
    assert "Vous remplissez les conditions du règlement." in words
    assert "{" not in words


def test_what_somebody_wrote_stays_in_the_dutch_letter(app, world, sign_in):
    settled(app, world, sign_in)
    request_id = post.refused(app, world, sign_in, "Het kamp was voorbij.")
    post.printed(app, sign_in("bert"))
    words = words_in(annexes(app, request_id)[0])
    assert "Het kamp was voorbij." in post.words_of(post.says(app, request_id))
    assert "Het kamp" not in words
    assert "n'est pas traduit" in words


def test_a_question_says_by_when_to_answer(app, world, sign_in):
    settled(app, world, sign_in)
    request_id = desk.filed(app, world)
    desk.press(sign_in("bert"), request_id, "ask", to_whom="client", question="Welke club?",
               answer_by="01/12/2026")  # fmt: skip
    post.printed(app, sign_in("bert"))
    assert "Antwoord ons ten laatste op 1 december 2026" in post.words_of(
        post.says(app, request_id)
    )
    words = words_in(annexes(app, request_id)[0])
    assert "au plus tard le 1 décembre 2026" in words
    assert "Welke club?" not in words


def test_nobody_gets_one_unasked(app, world, sign_in):
    post.settle(app)
    approve(sign_in("hilde"))
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    assert annexes(app, request_id) == ()


@pytest.mark.parametrize("approved", [(), ("grant",), ("common",)])
def test_without_an_approval_the_letter_leaves_without_it_and_says_so(
    app, world, sign_in, approved
):
    post.settle(app)
    speaks(app, world, "lena", "fr")
    if approved:
        approve(sign_in("hilde"), "fr", *approved)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    page = bert.page(f"/letters/{post.letter_id(app, request_id)}")
    assert "een bijlage in: Frans" in page.text(page.by_id("without-annex"))
    post.printed(app, bert)
    assert post.stage_of(app, request_id) == "ready"
    assert annexes(app, request_id) == ()


def test_once_the_dutch_changes_the_approval_counts_no_more(app, world, sign_in):
    settled(app, world, sign_in)
    hilde = sign_in("hilde")
    form = hilde.page("/letters/texts/grant").form("/letters/texts/grant")
    form["closing-words"] = "Veel plezier ermee."
    hilde.post("/letters/texts/grant", data=form)
    page = hilde.page(FRENCH)
    assert "Het Nederlands is sindsdien veranderd" in page.text()
    assert "Veel plezier ermee." in page.text()
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    assert annexes(app, request_id) == ()


def test_a_changed_sentence_is_unverified_until_it_is_approved_again(app, world, sign_in):
    settled(app, world, sign_in)
    hilde = sign_in("hilde")
    form = hilde.page(FRENCH).form(FRENCH)
    form["closing-words"] = "Amusez-vous bien. #panic()"
    page = desk.seen(hilde, hilde.post(FRENCH, data=form))
    assert "Nog niet nagekeken" in page.text()
    first = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    assert annexes(app, first) == ()
    approve(hilde, "fr", "grant")
    second = post.granted(app, world, sign_in, "lena")
    post.printed(app, bert)
    assert annexes(app, second)[0].closing == ("Amusez-vous bien. #panic()",)
    page = hilde.page(FRENCH)
    assert page.text().count("Hilde Hox") >= 3


def test_approving_what_changed_meanwhile_is_refused(app, world, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    stale = bea.page(FRENCH).form(f"{FRENCH}/approve")
    form = hilde.page(FRENCH).form(FRENCH)
    hilde.post(FRENCH, data=form)
    answer = bea.post(f"{FRENCH}/approve", data=stale)
    assert answer.status_code == 409
    assert "Iemand anders heeft deze vertaling intussen veranderd." in Page(answer).text()


@pytest.mark.parametrize(
    ("slot", "words", "said"),
    [("closing", "", "Deze zin kan niet leeg zijn."), ("opening", "Le {wat}.", "{beslisdatum}"),
     ("opening", "{wat} {beslisdatum} {secret}", "{secret} bestaat niet")],
)  # fmt: skip
def test_what_would_not_hold_is_refused(app, world, sign_in, slot, words, said):
    hilde = sign_in("hilde")
    form = hilde.page(FRENCH).form(FRENCH)
    answer = hilde.post(FRENCH, data={**form, f"{slot}-words": words})
    assert answer.status_code == 422
    assert said in Page(answer).text()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_list_asks_as_often_whatever_was_approved(app, world, sign_in, language):
    hilde, path = sign_in("hilde"), f"/letters/translations?language={language}"
    hilde.get(path)
    with queries_of(app) as before:
        hilde.get(path)
    approve(hilde, language)
    with queries_of(app) as after:
        page = hilde.page(path)
    assert len(before) == len(after) <= 6, "\n".join(after)
    assert "4/9" in page.text()


def test_looking_first_changes_nothing(app, world, sign_in):
    hilde = sign_in("hilde")
    form = hilde.page(FRENCH).form(FRENCH)
    answer = hilde.post(FRENCH, data={**form, "closing-words": "À bientôt.", "act": "look"})
    assert "À bientôt." in Page(answer).text()
    assert "À bientôt." not in hilde.page(FRENCH).text()


def test_arabic_runs_from_the_right_and_keeps_its_tags(app, world, sign_in):
    settled(app, world, sign_in, "ar")
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    (annex,) = annexes(app, request_id)
    assert annex.runs == "rtl"
    assert f"\u2066{show_cents(10_000)}\u2069" in words_in(annex)
    with app.app_context():
        made = letters.pdf_of(post.letters_of(request_id)[-1].letter)
    assert b"pdfaid:part>2<" in made
    assert b"pdfuaid:part>1<" in made
    reader = PdfReader(BytesIO(made))
    assert "Amiri" in fonts_of(reader)
    assert languages_of(reader) >= {"ar", "nl"}
    page = sign_in("bert").get(f"/letters/{post.letter_id(app, request_id)}").get_data(as_text=True)
    assert 'lang="ar" dir="rtl"' in page


def fonts_of(reader):
    names = [
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    return " ".join(names)


def languages_of(reader):
    """The language of each part that has one of its own, and that of the whole."""
    found, todo = {str(reader.trailer["/Root"]["/Lang"]).split("-")[0]}, []
    todo.append(reader.trailer["/Root"]["/StructTreeRoot"])
    while todo:
        part = todo.pop().get_object()
        if isinstance(part, list):
            todo += part
        elif isinstance(part, dict):
            found |= {str(part["/Lang"])} if "/Lang" in part else set()
            todo += [part["/K"]] if "/K" in part else []
    return found


def test_a_ratification_names_the_body_in_the_other_language(app, world, sign_in):
    settled(app, world, sign_in)
    approve(sign_in("hilde"), "fr", "ratified")
    request_id = post.granted(app, world, sign_in)
    with app.app_context(), transaction():
        decision = decision_needed(desk.request_of(request_id))
        on = dt.date(2026, 11, 23)
        issue_ratification(decision, ratified=True, body="bcsd", held_on=on, kept_cents=1)
    post.printed(app, sign_in("bert"))
    words = words_in(annexes(app, request_id)[0])
    assert "par le comité spécial du service social. Cela s'est fait le 23 novembre 2026" in words


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ANNEXES)
def test_each_shipped_translation_is_whole_and_can_be_printed(inside, language, code):
    assert set(shipped(language)[code]) == {slot.code for slot in slots_of(code)}
    check_words(code, shipped(language)[code])
    post.settle(inside)
    texts, kind = texts_now(), kind_shown(code)
    translated = (language, all_words(language, kind, texts))
    content = example_of(kind, words_of(kind, texts), texts, translated=translated)
    made = pdf_of_content(content, TEMPLATE, clock.now())
    shown = "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    assert "□" not in shown
    assert content.annexes[0].word in "".join(shown.split("\n")) or language == "ar"


def test_a_translation_that_lacks_a_placeholder_cannot_be_saved():
    words = {**shipped("fr")["grant"], "opening": "Nous avons décidé."}
    with pytest.raises(RuleBroken):
        check_words("grant", words)
