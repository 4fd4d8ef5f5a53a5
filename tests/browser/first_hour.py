"""States of the first hour of a centre that somebody can meet: the questions, lists that are brought in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Page

from tests.browser.house import House

Way = Callable[[Page, House], None]

HEADS: Final = "Dossiernummer;Voornaam;Naam;Geboortedatum;Gezin;Statuut;Statuut vanaf;Postcode;Maatschappelijk werker\n"
RIGHT: Final = HEADS + (
    "P-1;Fatma;Proef;3/5/1984;G1;VT;1/1/2026;3600;An Aerts\n"
    "P-2;Emre-Alexander;Proef-Van den Langenbergh;12/11/2015;G1;;;3600;An Aerts\n"
)
WRONG: Final = HEADS + (
    "P-1;;Proef;31/2/1984;G1;Onbekend;1/1/2026;3600;Niemand\n"
    "P-2;Emre;Proef;12/11/2015;G1;;;3600;An Aerts;te veel\n"
)
ODD: Final = "wie;achter;nota\nLies;Smets;belt soms\n"
GRANTS: Final = "Dossier;Datum;Categorie;Bedrag\nP-1;3/2/2026;Kamp;45,50\n"
YEARS: Final = (
    "Jaar;Aanvragen;Toegekend bedrag;Gezinnen;Bron\n"
    "2021;187;7.012,50;81;Jaarverslag 2021 van het OCMW, hoofdstuk 4, tabel 12, p. 87\n"
    "2020;92;3.100,00;;Jaarverslag 2020\n"
)
WRONG_YEARS: Final = YEARS + "2025;9;1,00;3;\n2022;198;1,00;;Jaarverslag 2022\n"
OFFER: Final = "Aanbieder;Activiteit;Categorie;Prijs\nKSA Proef;Lidgeld;Jeugdbeweging;45,00\n"


def listed(text: str, kind: str = "clients", place: str = "/takeover") -> Way:
    """A list that was uploaded, before anything is stored."""

    def way(page: Page, house: House) -> None:
        page.goto(f"{place}/new?kind={kind}")
        file = {"name": "lijst.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.locator("#file").set_input_files(files=[file])  # type: ignore[list-item]
        with page.expect_navigation():
            page.locator("form.card button").click()

    return way


def pressed(button: str, state: str = "") -> Way:
    """One of the buttons under a list; `state` is what the worker made of it."""

    def way(page: Page, house: House) -> None:
        listed(RIGHT)(page, house)
        with page.expect_navigation():
            page.locator(button).click()
        if state:
            house.change(
                f"UPDATE job SET state = '{state}' WHERE id = (SELECT max(job_id) FROM takeover)"
            )
            page.reload()

    return way


def stored(page: Page, house: House) -> None:
    """Its rows are there."""
    pressed("#store")(page, house)
    house.change(
        "UPDATE takeover SET state = 'done', file_id = NULL, new_count = 312, known_count = 4"
        " WHERE id = (SELECT max(id) FROM takeover)"
    )
    page.reload()


def answered_wrong(page: Page, house: House) -> None:
    """The questions with nothing in them but what cannot be read."""
    page.goto("/setup/questions")
    page.locator("#centre").fill("")
    page.locator("#workers").fill("Els Maes")
    page.locator("#amount").fill("veel")
    with page.expect_event("load"):
        page.locator("#set-up").click()


# The name of a state, whose it is, and the way to it.
STATES: Final[tuple[tuple[str, str, str | Way], ...]] = (
    ("setup", "bea", "/setup"),
    ("setup-questions", "bea", "/setup/questions"),
    ("setup-questions-wrong", "bea", answered_wrong),
    ("takeover", "hilde", "/takeover"),
    ("takeover-offer", "bea", "/offer/takeover"),
    ("takeover-new", "hilde", "/takeover/new?kind=clients"),
    ("takeover-new-grants", "hilde", "/takeover/new?kind=grants"),
    ("takeover-new-wrong", "hilde", listed("")),
    ("takeover-right", "hilde", listed(RIGHT)),
    ("takeover-to-correct", "hilde", listed(WRONG)),
    ("takeover-odd", "hilde", listed(ODD)),
    ("takeover-grants-unknown", "hilde", listed(GRANTS, "grants")),
    ("takeover-offer-right", "bea", listed(OFFER, "offer", "/offer/takeover")),
    ("takeover-new-totals", "hilde", "/takeover/new?kind=totals"),
    ("takeover-totals-right", "hilde", listed(YEARS, "totals")),
    ("takeover-totals-to-correct", "hilde", listed(WRONG_YEARS, "totals")),
    ("takeover-storing", "hilde", pressed("#store", "running")),
    ("takeover-failed", "hilde", pressed("#store", "failed")),
    ("takeover-stored", "hilde", stored),
    ("takeover-dropped", "hilde", pressed("#drop")),
)
