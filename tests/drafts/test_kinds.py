"""Every kind of block of the closed list is added with its form, from empty to a rule that reads."""

from __future__ import annotations

import pytest

from regulation.drafts.queries import draft_of, tables_of
from regulation.editing.outline import outline_of
from tests.drafts.desk import address, begun, form_of, save, tables
from tests.inspector import Page

SCHEME = "schemes/cultuurfonds"
WORDS = "Wat dit betekent voor de cliënt."

# What somebody types in the form of a new block of each kind, and what the file then says.
TYPED = [
    ("conditions", "status", {"any_of": ["leefloon"]}, {"any_of": ["leefloon"]}),
    ("conditions", "age", {"years-lt": "26"}, {"years": {"lt": 26}}),
    ("conditions", "resident", {"months": "6"}, {"months": 6}),
    ("conditions", "role", {"any_of": ["child"]}, {"any_of": ["child"]}),
    ("conditions", "member", {"years-lte": "3"}, {"years": {"lte": 3}}),
    ("conditions", "judged", {"words": WORDS}, {"words": WORDS}),
    ("conditions", "waiting", {"months": "3", "since_status": ["leefloon"]},
     {"months": 3, "since_status": ["leefloon"]}),
    ("conditions", "first_time", {"schemes": ["cultuurfonds"]}, {"schemes": ["cultuurfonds"]}),
    ("conditions", "all_of", {"of-0": "statuut"}, {"of": ["statuut"]}),
    ("conditions", "any_of", {"of-0": "statuut", "words": WORDS},
     {"of": ["statuut"], "words": WORDS}),
    ("conditions", "none_of", {"of-1": "statuut"}, {"of": ["statuut"]}),
    (f"{SCHEME}/amounts", "percent", {"percent": "62,5", "when-age-lt": "3"},
     {"percent": 62.5, "when": {"age": {"lt": 3}}}),
    (f"{SCHEME}/amounts", "own_share", {"own": "2,50"}, {"own": 2.5}),
    (f"{SCHEME}/amounts", "per_unit", {"amount": "3", "unit": "half_day"},
     {"amount": 3, "unit": "half_day"}),
    (f"{SCHEME}/amounts", "lump", {"amount": "25", "most": "20", "most_per": "request"},
     {"amount": 25, "most": 20, "most_per": "request"}),
    (f"{SCHEME}/amounts", "open", {"open": "De tekst noemt niets."},
     {"open": "De tekst noemt niets."}),
    (f"{SCHEME}/amounts", "judged", {"most": "100"}, {"most": 100}),
    ("schemes/korting/amounts", "split", {"client": "20", "provider": "40", "network": "40"},
     {"client": 20, "provider": 40, "network": 40}),
    (f"{SCHEME}/cover", "new", {"categories": ["cinema", "camp"]},
     {"categories": ["cinema", "camp"]}),
    (f"{SCHEME}/minimum", "new", {"amount": "5", "of": "net"}, {"amount": 5, "of": "net"}),
    (f"{SCHEME}/window", "new", {"this_year": "y"}, {"this_year": True}),
    (f"{SCHEME}/exclusive", "new", {"payers": ["school"]}, {"payers": ["school"]}),
    (f"{SCHEME}/evidence", "new", {"any_of": ["ticket"]}, {"any_of": ["ticket"]}),
    (f"{SCHEME}/decide", "new", {"body": "bcsd"}, {"body": "bcsd"}),
    (f"{SCHEME}/basis", "new",
     {"rests_on": "council_rule", "counter_up_to": "50", "deviation_body": "head_of_service"},
     {"rests_on": "council_rule", "counter_up_to": 50, "deviation_body": "head_of_service"}),
    (f"{SCHEME}/time_limits", "new", {"decide_days": "30", "appeal_to": "labour_court"},
     {"decide_days": 30, "appeal_to": "labour_court"}),
    (f"{SCHEME}/apply", "new", {"at": "Aan het loket"}, {"at": "Aan het loket"}),
    (f"{SCHEME}/budget", "new", {"when_spent": "pro_rata", "pots-0-title": "Kampen"},
     {"when_spent": "pro_rata", "pots": [{"title": "Kampen"}]}),
    (f"{SCHEME}/caps", "new", {"title": "Kampen", "limit": "50", "period": "year_from",
                               "starts": "1/9"},
     {"title": "Kampen", "limit": 50, "period": "year_from",
      "starts": {"month": 9, "day": 1}}),
    ("articles", "new", {"ref": "art. 12", "text": "Nieuw."}, {"ref": "art. 12", "text": "Nieuw."}),
    ("questions", "new", {"words": "Hoeveel?", "kind": "number"},
     {"words": "Hoeveel?", "kind": "number"}),
    ("series", "new", {"title": "Index", "open": "Nog te zoeken."},
     {"title": "Index", "open": "Nog te zoeken."}),
    ("council", "new", {"decided": "12/12/2026", "number": "184"}, {"number": "184"}),
]  # fmt: skip


def newest(found, at: str):
    """The block that was added last under a word."""
    for step in at.split("/"):
        found = found[step]
    single = (
        "council",
        "minimum",
        "window",
        "exclusive",
        "apply",
        "budget",
        "basis",
        "time_limits",
    )
    if at.endswith(single):
        return found
    if isinstance(found, list):
        return found[-1]
    return list(found.values())[-1]


@pytest.mark.parametrize(("at", "kind", "typed", "said"), TYPED)
def test_a_block_of_each_kind_is_added_with_its_fields(app, sign_in, at, kind, typed, said):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    answer = save(hilde, address(draft_id, at, kind), typed)
    assert answer.status_code == 303, Page(answer).text(Page(answer).by_id("error-summary"))
    block = newest(tables(app, draft_id), at)
    assert block.items() >= said.items()
    assert block.get("kind", kind) == kind or at == "questions"


def test_the_table_above_knows_every_kind_that_the_page_offers(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    with app.test_request_context():
        sections = outline_of(tables_of(draft_of(draft_id)))
    offered = {(a.path, a.kind) for s in sections for _group, adds in s.adds for a in adds}
    typed = {(at, kind) for at, kind, _typed, _said in TYPED}
    # Elsewhere: with a question or a ceiling; an own word; a whole scheme; an example.
    apart = {("conditions", "answer"), ("conditions", "number"), ("conditions", "income")}
    apart |= {("schemes", "new"), ("cases", "new"), ("case_facts", "new")}
    others = ("schemes/korting", "schemes/rap_op_stap")
    of_one = {one for one in offered if one[0].startswith(others)}
    terms = {one for one in offered if one[0].startswith("terms/")}
    assert offered - typed - apart - of_one - terms == {(f"{SCHEME}/amounts", "split")}


def test_a_condition_on_an_answer_names_a_question(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    save(hilde, address(draft_id, "questions", "new"), {"words": "Eerste keer?", "kind": "yes_no"})
    where = address(draft_id, "conditions", "answer")
    assert save(hilde, where, {"question": "eerste_keer", "no": "y"}).status_code == 303
    block = newest(tables(app, draft_id), "conditions")
    assert block == {"kind": "answer", "question": "eerste_keer", "no": True}
    wrong = save(hilde, address(draft_id, "conditions", "number"), {"question": "eerste_keer"})
    assert wrong.status_code == 422


def test_an_income_ceiling_first_asks_its_shape_then_its_fields(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    where = address(draft_id, "conditions", "income")
    page = hilde.page(where)
    chosen = form_of(page, where) | {"ceiling-kind": "per_dependant", "per": "year"}
    page = Page(hilde.send(where, chosen | {"show": "1"}))
    assert page.status == 200
    filled = form_of(page, where) | {"ceiling-base": "20000", "ceiling-each": "3500,50"}
    assert hilde.send(where, filled).status_code == 303
    ceiling = newest(tables(app, draft_id), "conditions")["ceiling"]
    assert {key: str(one) for key, one in ceiling.items()} == {
        "kind": "per_dependant", "base": "20000", "each": "3500.5",
    }  # fmt: skip


def test_an_amount_becomes_of_another_kind_and_keeps_for_whom_it_holds(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    where = address(draft_id, f"{SCHEME}/amounts/0")
    chosen = form_of(hilde.page(where), where) | {"kind": "lump", "when-age-lt": "18"}
    page = Page(hilde.send(where, chosen | {"show": "1"}))
    assert hilde.send(where, form_of(page, where) | {"amount": "12"}).status_code == 303
    amount = tables(app, draft_id)["schemes"]["cultuurfonds"]["amounts"][0]
    assert "percent" not in amount
    assert (amount["kind"], amount["amount"], amount["when"]) == ("lump", 12, {"age": {"lt": 18}})


def test_an_own_word_is_offered_from_then_on(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    typed = {"word": "Film aan huis", "means": ["cinema"]}
    assert save(hilde, address(draft_id, "terms/categories", "own"), typed).status_code == 303
    assert tables(app, draft_id)["terms"] == {"categories": {"film_aan_huis": "cinema"}}
    assert "film aan huis" in hilde.page(address(draft_id, f"{SCHEME}/cover", "new")).text()
    part = {"word": "Zwemmen voor allen"}
    assert save(hilde, address(draft_id, "terms/strands", "own"), part).status_code == 303
    assert tables(app, draft_id)["terms"]["strands"] == ["zwemmen_voor_allen"]


def test_an_example_is_written_with_fields_and_run_at_once(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    typed = {
        "name": "Een film", "facts-scheme": "cultuurfonds", "facts-cost": "10",
        "facts-household_statuses": ["leefloon"], "facts-other_payers-0-payer": "school",
        "facts-other_payers-0-amount": "4", "expect-amount": "5,40",
        "history-0-granted": "10", "history-0-cost_on": "01/02/2026",
    }  # fmt: skip
    answer = save(hilde, address(draft_id, "cases", "new"), typed)
    assert answer.status_code == 303, Page(answer).text(Page(answer).by_id("error-summary"))
    case = tables(app, draft_id)["cases"][-1]
    assert case["facts"]["other_payers"] == {"school": 4}
    beside = hilde.page(f"/regulation/drafts/{draft_id}").by_id("come-out")
    assert "Een film" in "".join(beside.itertext())


def test_a_scheme_more_is_not_finished_until_it_has_an_amount(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    typed = {"title": "Zomerfonds", "kind": "refund"}
    assert save(hilde, address(draft_id, "schemes", "new"), typed).status_code == 303
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    assert "Schrijf minstens één bedrag" in page.text(page.by_id("examples-beside"))
    save(hilde, address(draft_id, "schemes/zomerfonds/amounts", "lump"), {"amount": "5"})
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    assert "Dit klopt nog niet" not in page.text()
