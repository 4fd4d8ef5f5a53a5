"""The service changes the sentences: checked, seen first, kept version by version, back again."""

import pytest

from core.letters import letters
from fund.letters.slots import SETS
from tests.fund import desk
from tests.inspector import Page
from tests.letters import desk as post

GRANT = "/letters/texts/grant"
OWN = "Op {beslisdatum} beslisten wij over {wat}: #strong[ja] $1$."


def typed(client, path=GRANT, act="", **words):
    form = client.page(path).form(path)
    said = {f"{slot}-words": word for slot, word in words.items()}
    return client.post(path, data={**form, **said, **({"act": act} if act else {})})


def test_a_changed_sentence_stands_in_the_next_letter_with_its_version(app, world, sign_in):
    post.settle(app)
    assert typed(sign_in("hilde"), opening=OWN).status_code == 303
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    words = post.words_of(post.says(app, request_id))
    assert "beslisten wij over Lidgeld Chiro, werkjaar: #strong[ja] $1$." in words
    with app.app_context():
        letter = post.letters_of(request_id)[-1].letter
        assert letter.text_version == 2
        assert letters.pdf_of(letter).startswith(b"%PDF")


def test_a_letter_that_was_made_keeps_its_sentences(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    before = post.says(app, request_id)
    typed(sign_in("hilde"), opening=OWN)
    assert post.says(app, request_id) == before
    with app.app_context():
        assert post.letters_of(request_id)[-1].letter.text_version == 1


def test_looking_first_changes_nothing(app, world, sign_in):
    hilde = sign_in("hilde")
    page = Page(typed(hilde, act="look", opening=OWN))
    assert "#strong[ja] $1$." in page.text()
    assert page.form(GRANT)["opening-words"] == OWN
    assert "#strong" not in hilde.page(GRANT).text()


@pytest.mark.parametrize(
    ("path", "slot", "words", "said"),
    [
        (GRANT, "opening", "Over {wat} op {beslisdatum} {geheim}.", "{geheim} bestaat niet"),
        (GRANT, "opening", "Over {wat} op {beslisdatum} {", "losse accolade"),
        (GRANT, "opening", "Over {wat}.", "{beslisdatum}"),
        (GRANT, "closing", "", "Deze zin kan niet leeg zijn."),
        (
            "/letters/texts/common",
            "appeal",
            "Ga naar {rechtbank}, {adres_rechtbank}, art. 728.",
            "1017",
        ),
        (GRANT, "closing", "x" * 2_001, "2000"),
    ],
)
def test_what_would_not_hold_is_refused(app, world, sign_in, path, slot, words, said):
    answer = typed(sign_in("hilde"), path, **{slot: words})
    assert answer.status_code == 422
    assert said in Page(answer).text()


def test_two_heads_at_once_the_second_is_told(app, world, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    form = bea.page(GRANT).form(GRANT)
    assert typed(hilde, opening=OWN).status_code == 303
    answer = bea.post(GRANT, data=form)
    assert answer.status_code == 409
    assert "Iemand anders heeft deze zinnen intussen veranderd." in Page(answer).text()


def test_back_to_what_was_shipped_and_all_of_it_is_traced(app, world, sign_in):
    hilde = sign_in("hilde")
    typed(hilde, opening=OWN)
    form = hilde.page(GRANT).form(f"{GRANT}/shipped")
    page = desk.seen(hilde, hilde.post(f"{GRANT}/shipped", data=form))
    assert "u krijgt wat het reglement geeft" in page.form(GRANT)["opening-words"]
    assert "Hilde Hox" in page.text()
    assert "terug naar de geleverde zinnen" in page.text()


def test_a_value_is_never_read_as_a_placeholder(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in, what="{rechtbank} {wat}", activity_id=None,
                              category="course", provider_name="{bedrag}")  # fmt: skip
    post.printed(app, sign_in("bert"))
    assert "{rechtbank} {wat}" in post.words_of(post.says(app, request_id))


@pytest.mark.parametrize("code", sorted(SETS))
def test_every_set_has_an_example_on_paper(app, world, sign_in, code):
    post.settle(app)
    answer = sign_in("hilde").get(f"/letters/texts/{code}/example.pdf")
    assert b"pdfuaid:part>1<" in answer.data


def test_an_approver_prints_and_changes_no_sentence(app, world, sign_in):
    assert sign_in("bert").get(GRANT).status_code == 404
