"""The decide page: everything that one needs, in the order in which one judges."""

from accounts.queries import account_by_username
from core.db import transaction
from intake.requests import actions
from tests.fund import desk


def test_it_holds_all_that_is_needed(app, world, sign_in):
    request_id = desk.filed(app, world, others={"health_fund": 3_000}, evidence_seen=("invoice",))
    page = sign_in("bert").page(f"/worklist/{request_id}")
    assert page.h1 == "Lidgeld Chiro, werkjaar"
    for words in (
        "Noor Peeters", "1 volwassene, 2 kinderen", "Winterslag", "Ziekenfonds: € 30,00",
        "Vrienden", "Speelt veel alleen.", "in orde", "90 % van wat overblijft", "art. 4 §1",
        "art. 4 §2", "Budget 2026: € 15.000,00", "€ 15.000,00 vrij, daarna € 14.900,00",
        "€ 100,00 toekennen", "Ander bedrag", "Iets vragen", "Weigeren",
        "Beslissen uiterlijk op 24 december.",
    ):  # fmt: skip
        assert words in page.text(), words


def test_the_acts_stand_in_order_with_their_keys(app, world, sign_in):
    page = sign_in("bert").page(f"/worklist/{desk.filed(app, world)}")
    keys = [e.get("data-key") for e in page.root.iter() if e.get("data-key") in set("tavw")]
    assert keys == ["t", "a", "v", "w"]
    assert page.by_id("grant").get("data-key-act") == "focus"
    assert page.by_id("refuse").tag == "details"


def test_the_history_shows_person_and_household_of_this_year(app, world, sign_in):
    bert = sign_in("bert")
    granted = desk.filed(app, world, "emir", cost_cents=5_000)
    desk.grant(bert, granted)
    desk.filed(app, world, "lena", cost_cents=2_000)
    page = bert.page(f"/worklist/{desk.filed(app, world)}")
    assert "€ 45,00" in page.text()
    assert "vraagt € 18,00" in page.text()
    assert page.link("20/11/2026").startswith("/worklist/")


def test_a_question_and_its_answer_stand_in_the_timeline(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.press(bert, request_id, "ask", question="Welke afdeling?")
    with app.app_context(), transaction():
        an = account_by_username("an")
        actions.answer(desk.request_of(request_id), by=an, text="De speelclub.", evidence_seen=())
    said = bert.page(f"/worklist/{request_id}").text()
    assert "Welke afdeling?" in said
    assert "De speelclub." in said


def test_a_decided_request_shows_what_was_frozen(app, world, sign_in):
    bert = sign_in("bert")
    request_id = desk.filed(app, world)
    desk.press(bert, request_id, "amount", amount="60", reasons="Een half jaar.")
    page = sign_in("boris").page(f"/worklist/{request_id}")
    for words in ("Een half jaar.", "Bert Bex", "€ 60,00", "€ 14.940,00 vrij", "€ 100,00"):
        assert words in page.text(), words
    assert page.by_id("grant") is None
    assert page.by_id("undo") is not None


def test_a_spent_budget_is_said_before_pressing(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.set_room(app, 1_000)
    page = sign_in("bert").page(f"/worklist/{request_id}")
    assert "nog maar € 10,00" in page.text()


def test_what_is_not_there_and_what_is_not_mine_answer_alike(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert, an = sign_in("bert"), sign_in("an")
    assert bert.get("/worklist/999999").status_code == 404
    assert bert.get(f"/worklist/{2**64}").status_code == 404
    assert an.get(f"/worklist/{request_id}").status_code == 404
    assert an.get("/worklist").status_code == 404


def test_the_worker_of_another_words_cannot_break_the_page(app, world, sign_in):
    what = "<b>vet</b> \u202eomgekeerd 🙂"
    request_id = desk.filed(app, world, activity_id=None, category="course", what=what)
    page = sign_in("bert").page(f"/worklist/{request_id}")
    assert what in page.text()
    assert page.h1 == "Cursus"
    assert "vet" not in page.title
