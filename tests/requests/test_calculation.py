"""After a decision the worker reads the lines that the approver saw, for good."""

from __future__ import annotations

import re

from tests.inspector import Page
from tests.requests.steps import act, amount, approve, file_it, filed, filled, said


def lines(page: Page) -> list[str]:
    """Each line of the calculation, its sums too, in plain words."""
    blocks = re.findall(r'<ul class="lines">(.*?)</ul>', page.html, re.S)
    block = next(block for block in blocks if "lines__sum" in block)
    items = re.findall(r"<li.*?</li>", block, re.S)
    bare = [re.sub(r"<[^>]+>", " ", item).replace("\N{NO-BREAK SPACE}", " ") for item in items]
    return [" ".join(item.split()) for item in bare]


def test_a_grant_shows_the_lines_that_the_approver_saw(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world, part_school="5")
    approve(sign_in, request_id, "grant")
    worker = lines(an.page(f"/requests/{request_id}"))
    approver = lines(sign_in("bert").page(f"/worklist/{request_id}"))
    assert len(worker) == 4
    assert worker[:-1] == approver[:-1]
    assert worker[-1] == "Toegekend € 31,50"


def test_another_amount_says_what_the_rule_gave_and_what_was_granted(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "amount", amount="20", reasons="De club geeft zelf iets.")
    page = an.page(f"/requests/{request_id}")
    assert amount(page) == "€ 20,00"
    assert lines(page)[-2:] == ["Het reglement gaf € 36,00", "Toegekend € 20,00"]


def test_a_refusal_says_what_the_rule_gave_and_grants_nothing(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "refuse", reason_code="not_covered", reasons="Valt er niet onder.")
    page = an.page(f"/requests/{request_id}")
    assert lines(page)[-1] == "Het reglement gaf € 36,00"
    assert "Toegekend €" not in said(page)


def test_what_is_decided_later_does_not_change_the_lines(sign_in, world):
    an = sign_in("an")
    late, early = (file_it(an, filled(an, world, cost=cost)) for cost in ("100", "90"))
    approve(sign_in, early, "grant")
    before = lines(an.page(f"/requests/{early}"))
    approve(sign_in, late, "refuse", reason_code="not_covered", reasons="Valt er niet onder.")
    assert "Plafond" in " ".join(before)
    assert lines(an.page(f"/requests/{early}")) == before


def test_an_undone_decision_leaves_no_lines(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "amount", amount="20", reasons="De club geeft zelf iets.")
    approve(sign_in, request_id, "undo")
    page = an.page(f"/requests/{request_id}")
    assert "Dit geeft het reglement nu" in said(page)
    assert "Het reglement gaf" not in said(page)


def test_a_withdrawn_grant_still_says_what_had_been_decided(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "grant")
    assert act(an, request_id, "withdraw", why="Gaat niet door").status_code == 303
    page = an.page(f"/requests/{request_id}")
    assert "Ingetrokken" in said(page)
    assert "Toegekend, 24/11/2026" in said(page)
    assert "Vrijgekomen na intrekking" in said(page)
