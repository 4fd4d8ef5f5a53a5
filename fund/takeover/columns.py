"""Which columns each kind of takeover reads, and how a heading is recognised. It reads no cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _l

from core.errors import Words
from core.names import folded

CLIENTS, OFFER, GRANTS, TOTALS = "clients", "offer", "grants", "totals"
NOT_SIGNS: Final = re.compile(r"[^a-z0-9 ]+")


@dataclass(frozen=True)
class Column:
    """Something that is read. `guesses` are headings as centres write them, folded."""

    name: str
    label: Words
    guesses: tuple[str, ...]
    hint: Words
    needed: bool = False


FILE_NUMBER = Column(
    "file_number",
    _l("File number"),
    (
        "dossiernummer",
        "dossier",
        "dossiernr",
        "nummer",
        "referentie",
        "clientnummer",
        "file number",
    ),
    _l("Your own number of the person. It tells who is known already."),
)
GIVEN_NAME = ("voornaam", "given name", "first name")
FAMILY_NAME = ("naam", "familienaam", "achternaam", "family name", "last name")
BIRTH_ON = ("geboortedatum", "geboren op", "geboren", "date of birth")

KINDS: Final[dict[str, tuple[Column, ...]]] = {
    CLIENTS: (
        FILE_NUMBER,
        Column("given_name", _l("Given name"), GIVEN_NAME, _l("For example: Lena"), needed=True),
        Column("family_name", _l("Family name"), FAMILY_NAME, _l("For example: Peeters"), needed=True),
        Column("birth_on", _l("Date of birth"), BIRTH_ON, _l("As dd/mm/yyyy"), needed=True),
        Column(
            "household",
            _l("Household"),
            ("gezin", "gezinsnummer", "gezinsnr", "huishouden", "household"),
            _l("The same word or number for all who live together. Empty: lives alone."),
        ),
        Column(
            "role",
            _l("Adult or child"),
            ("rol", "rol in gezin", "volwassene of kind", "gezinsrol"),
            _l("“volwassene” or “kind”. Empty: by age."),
        ),
        Column(
            "statuses",
            _l("Status"),
            ("statuut", "statuten", "status"),
            _l("In words or by the code; several with a semicolon between them."),
        ),
        Column(
            "status_from_on",
            _l("Status from"),
            ("statuut vanaf", "statuut van", "vanaf", "geldig vanaf"),
            _l("Empty: from 1 January of this year."),
        ),
        Column(
            "status_until_on",
            _l("Status until"),
            ("statuut tot", "statuut tot en met", "tot", "tot en met", "geldig tot"),
            _l("Empty: no end."),
        ),
        Column("street", _l("Street and number"), ("straat", "adres", "straat en nummer"), ""),
        Column("postal_code", _l("Postal code"), ("postcode", "postnummer"), ""),
        Column("town", _l("Town"), ("gemeente", "woonplaats", "stad"), ""),
        Column("neighbourhood", _l("Neighbourhood"), ("wijk", "buurt"), ""),
        Column(
            "worker",
            _l("Social worker"),
            ("maatschappelijk werker", "werker", "mw", "verantwoordelijke"),
            _l("The name as it stands under Staff. Empty: the one you choose below."),
        ),
    ),
    OFFER: (
        Column(
            "provider",
            _l("Provider"),
            ("aanbieder", "organisatie", "vereniging", "club", "naam", "provider"),
            _l("The same name in several rows is one provider."),
            needed=True,
        ),
        Column(
            "provider_type",
            _l("Type of provider"),
            ("soort aanbieder", "type aanbieder", "type", "soort organisatie"),
            _l("Empty: other provider."),
        ),
        Column("neighbourhood", _l("Neighbourhood"), ("wijk", "buurt"), ""),
        Column(
            "activity",
            _l("Activity"),
            ("activiteit", "aanbod", "omschrijving"),
            _l("Empty: only the provider is taken over."),
        ),
        Column(
            "category",
            _l("Kind of activity"),
            ("categorie", "soort activiteit", "soort"),
            _l("In words, as the form of a request has them."),
        ),
        Column("price", _l("Price"), ("prijs", "kostprijs", "bedrag"), _l("For example: 82,50")),
        Column("theme", _l("Theme"), ("thema",), _l("In words, ours or those of UiTdatabank.")),
        Column("age_from", _l("From which age"), ("leeftijd van", "vanaf leeftijd", "min leeftijd"), ""),
        Column("age_until", _l("Up to and including"), ("leeftijd tot", "tot leeftijd", "max leeftijd"), ""),
        Column(
            "days",
            _l("On which days"),
            ("dagen", "dag", "weekdag", "weekdagen"),
            _l("In words; several with a semicolon between them."),
        ),
        Column("times", _l("Hours and period"), ("uren", "uur", "wanneer", "periode"), ""),
        Column("checked_on", _l("Checked on"), ("nagekeken op", "nagekeken"), _l("As dd/mm/yyyy")),
        Column("address", _l("Street and number"), ("adres", "straat", "straat en nummer"), ""),
        Column("contact", _l("Website, telephone or e-mail"), ("contact", "website", "telefoon"), ""),
        Column(
            "facilities",
            _l("What the place has"),
            ("voorzieningen", "toegankelijkheid"),
            _l("In words, ours or those of UiTdatabank; several with a semicolon between them."),
        ),
    ),
    GRANTS: (
        FILE_NUMBER,
        Column("given_name", _l("Given name"), GIVEN_NAME, _l("Not needed beside a file number.")),
        Column("family_name", _l("Family name"), FAMILY_NAME, _l("Not needed beside a file number.")),
        Column("birth_on", _l("Date of birth"), BIRTH_ON, _l("Not needed beside a file number.")),
        Column(
            "granted_on",
            _l("Date of the grant"),
            ("datum", "datum toekenning", "toegekend op", "datum beslissing", "beslist op"),
            _l("As dd/mm/yyyy, in this year."),
            needed=True,
        ),
        Column(
            "category",
            _l("Kind of activity"),
            ("categorie", "soort activiteit", "soort", "rubriek"),
            _l("In words, as the form of a request has them."),
            needed=True,
        ),
        Column(
            "amount",
            _l("Amount granted"),
            ("bedrag", "toegekend", "toegekend bedrag", "tussenkomst"),
            _l("For example: 82,50"),
            needed=True,
        ),
        Column(
            "cost",
            _l("Price"),
            ("prijs", "kostprijs", "kost", "factuurbedrag"),
            _l("Empty: the amount granted."),
        ),
        Column(
            "what",
            _l("What"),
            ("omschrijving", "activiteit", "wat"),
            _l("Empty: the kind of activity."),
        ),
        Column("provider", _l("Provider"), ("aanbieder", "organisatie", "vereniging", "club"), ""),
        Column(
            "paid_on",
            _l("Paid on"),
            ("betaald op", "betaald", "betaaldatum", "datum betaling"),
            _l("Empty: not known."),
        ),
    ),
    TOTALS: (
        Column(
            "year",
            _l("Year"),
            ("jaar", "jaartal", "werkjaar", "werkingsjaar", "dienstjaar", "year"),
            _l("In four digits, such as 2023: a year that is over, before this programme."),
            needed=True,
        ),
        Column(
            "requests",
            _l("Requests"),
            ("aanvragen", "aantal aanvragen", "aantal", "besliste aanvragen", "requests"),
            _l("How many were decided: digits only, such as 214."),
            needed=True,
        ),
        Column(
            "amount",
            _l("Amount granted"),
            ("bedrag", "toegekend", "toegekend bedrag", "totaal toegekend", "tussenkomst"),
            _l("For example: 82,50"),
            needed=True,
        ),
        Column(
            "households",
            _l("Households reached"),
            ("gezinnen", "aantal gezinnen", "bereikte gezinnen", "huishoudens", "households"),
            _l("Empty: the document does not tell."),
        ),
        Column(
            "clients",
            _l("Clients reached"),
            ("clienten", "aantal clienten", "personen", "aantal personen", "bereikte personen"),
            _l("Empty: the document does not tell."),
        ),
        Column(
            "source",
            _l("Source"),
            ("bron", "document", "jaarverslag", "gepubliceerd in", "publicatie", "source"),
            _l("The document and the page: “Jaarverslag 2023, p. 12”. Never a name of a person."),
            needed=True,
        ),
    ),
}  # fmt: skip


def folded_heading(heading: str) -> str:
    """A heading without capitals, accents and signs."""
    return " ".join(NOT_SIGNS.sub(" ", folded(heading)).split())


def guessed(kind: str, headings: Sequence[str]) -> dict[str, int]:
    """For each column the place of the heading that fits best; each heading is used once."""
    there = [folded_heading(heading) for heading in headings]
    found: dict[str, int] = {}
    for column in KINDS[kind]:
        for guess in (folded_heading(str(column.label)), *column.guesses):
            places = [place for place, one in enumerate(there) if one == guess]
            if places and places[0] not in found.values():
                found[column.name] = places[0]
                break
    return found
