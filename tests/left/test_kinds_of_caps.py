"""Caps of other towns on the client's page: figures where they mean something, words where not."""

from __future__ import annotations

from tests.left.caps import SPORT, cap, with_caps
from tests.left.rows import left, row_of, rows
from tests.requests.steps import approve, filed

INCOME = """
[conditions.inkomen]
kind = "income"
per = "month"
article = "wie"

[conditions.inkomen.ceiling]
kind = "per_dependant"
base = 1500
each = 250

"""


def page_of(sign_in, world, who="lena"):
    return sign_in("an").page(f"/clients/{world.clients[who]}")


def test_a_cap_on_categories_names_them_and_what_has_none(app, sign_in, world):
    with_caps(app, cap("sport", "limit = 50", SPORT))
    filed(sign_in("an"), world)
    page = page_of(sign_in, world)
    assert row_of(page, "Noor Peeters")[1].startswith("Lidgeld sportclub en zwem")
    assert row_of(page, "Noor Peeters")[3:] == ["€ 0,00", "€ 0,00", "€ 50,00"]
    assert "Zonder plafond: " in left(page)
    assert "jeugdbeweging" in left(page).split("Zonder plafond: ")[1]


def test_the_households_own_room_has_one_row(app, sign_in, world):
    with_caps(app, cap("gezin", "limit = 200", 'per = "household"'))
    filed(sign_in("an"), world)
    found = [row for row in rows(page_of(sign_in, world))[1:] if row[0] == "Het gezin"]
    assert [row[2:] for row in found] == [["€ 200,00in 2026", "€ 0,00", "€ 36,00",
        "€ 164,00€ 200,00 zonder de open aanvragen"]]  # fmt: skip
    assert len(rows(page_of(sign_in, world))) == 2


def test_times_are_counted_and_a_school_year_has_its_days(app, sign_in, world):
    year = ('period = "year_from"', "starts = { month = 9, day = 1 }")
    with_caps(app, cap("keer", "count = 2", *year))
    filed(sign_in("an"), world)
    noor = row_of(page_of(sign_in, world), "Noor Peeters")
    assert noor[2] == "2 keervan 01/09/2026 tot en met 31/08/2027"
    assert noor[3:] == ["0 keer", "1 keer", "1 keer2 keer zonder de open aanvragen"]


def test_a_room_once_in_a_life_is_not_said_of_a_year(app, sign_in, world):
    with_caps(app, cap("ooit", "limit = 300", 'period = "once"'))
    filed(sign_in("an"), world)
    assert row_of(page_of(sign_in, world), "Noor Peeters")[2] == "€ 300,00in totaal, niet per jaar"


def test_what_the_text_does_not_print_is_said_in_words(app, sign_in, world):
    with_caps(app, cap("jaar", 'open = "Het bedrag staat niet in de tekst."'))
    filed(sign_in("an"), world)
    assert row_of(page_of(sign_in, world), "Noor Peeters")[2] == "De tekst noemt geen maximum."


def test_what_no_file_tells_is_said_in_words(app, sign_in, world):
    lines = ("limit = 40", 'when.conditions = ["inkomen"]')
    with_caps(app, cap("arm", *lines), more=INCOME)
    filed(sign_in("an"), world)
    assert row_of(page_of(sign_in, world), "Noor Peeters")[2].startswith("Hangt af van het inkomen")


def test_each_kind_apart_shows_what_was_used_and_the_rest(app, sign_in, world):
    with_caps(app, cap("soort", "limit = 60", "same_category = true"))
    approve(sign_in, filed(sign_in("an"), world), "grant")
    noor = [row[1:] for row in rows(page_of(sign_in, world)) if row[0] == "Noor Peeters"]
    assert noor[0][0].startswith("Lidgeld jeugdbeweging")
    assert noor[0][-1] == "€ 24,00"
    assert noor[1][0].startswith("Elke andere soort activiteit")
    assert noor[1][-1] == "€ 60,00"


def test_who_has_no_cap_is_said_and_the_smallest_of_several_counts(app, sign_in, world):
    kids = 'when.roles = ["child"]'
    with_caps(app, cap("sport", "limit = 50", SPORT, kids), cap("alles", "limit = 90", kids))
    filed(sign_in("an"), world)
    page = page_of(sign_in, world)
    assert row_of(page, "Lena Peeters")[-1] == "Het reglement noemt geen plafond voor deze persoon."
    assert "telt het kleinste bedrag" in left(page)


def test_a_rule_without_caps_says_so(app, sign_in, world):
    with_caps(app)
    assert "Het reglement heeft geen plafonds." in left(page_of(sign_in, world))
