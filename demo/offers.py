"""Genk's places and partners as an example: plausible prices, agreements of our own invention."""

from typing import Final, NamedTuple


class Offered(NamedTuple):
    """An activity with its price."""

    name: str
    category: str
    price_cents: int


class Place(NamedTuple):
    """A provider with what it offers; `shares` are client, provider and network percents."""

    name: str
    provider_type: str
    neighbourhood: str
    activities: tuple[Offered, ...]
    shares: tuple[int, int, int] | None = None


PLACES: Final = (
    Place(
        "C-mine cultuurcentrum", "culture_house", "Winterslag",
        (
            Offered("Familievoorstelling", "performance", 1200),
            Offered("Concert in de grote zaal", "performance", 1800),
            Offered("C-mine expeditie", "museum", 800),
        ),
        (20, 40, 40),
    ),
    Place(
        "Academie Genk", "academy", "Genk-Centrum",
        (
            Offered("Beeldatelier kinderen, schooljaar", "lesson_art", 8500),
            Offered("Keramiek voor volwassenen, reeks", "lesson_art", 7400),
            Offered("Notenleer en instrument, schooljaar", "music", 9600),
            Offered("Dansinitiatie, schooljaar", "music", 8800),
        ),
    ),
    Place(
        "Bibliotheek Genk", "library", "Genk-Centrum",
        (
            Offered("Voorleesreeks met knutselen", "library", 1000),
            Offered("Workshop stripverhalen", "course", 1500),
        ),
        (20, 10, 70),
    ),
    Place(
        "Emile Van Dorenmuseum", "museum", "Genk-Centrum",
        (
            Offered("Museumbezoek met atelier", "museum", 600),
            Offered("Tekenweekend", "lesson_art", 3500),
        ),
        (20, 40, 40),
    ),
    Place(
        "Kattevennen", "city_service", "Bokrijk",
        (
            Offered("Planetarium, toegang", "ticket", 900),
            Offered("Sterrenkamp, week", "camp", 14500),
        ),
    ),
    Place(
        "KRC Genk", "sport_club", "Waterschei",
        (
            Offered("Thuiswedstrijd, toegangsticket", "ticket", 1500),
            Offered("Voetbal jeugdwerking, seizoen", "membership_sport", 28000),
            Offered("Voetbalkamp, week", "camp", 12500),
        ),
        (20, 40, 40),
    ),
    Place(
        "Genker Zwemvereniging Neptunus", "sport_club", "Boxbergheide",
        (
            Offered("Lidgeld zwemclub, seizoen", "membership_sport", 16500),
            Offered("Zwemlessen, reeks van 10", "swimming", 9500),
        ),
    ),
    Place(
        "Ladies Volley Limburg Genk", "sport_club", "Genk-Centrum",
        (
            Offered("Lidgeld volleybal, seizoen", "membership_sport", 19500),
            Offered("Volleybal, proefreeks", "lesson_sport", 4000),
        ),
    ),
    Place(
        "Zwembad Boxbergheide", "city_service", "Boxbergheide",
        (
            Offered("Zwembeurten, kaart van 10", "swimming", 3000),
            Offered("Zwemles volwassenen, reeks van 10", "swimming", 6000),
        ),
        (20, 10, 70),
    ),
    Place(
        "Chiro Sint-Gerolf", "youth_movement", "Genk-Centrum",
        (
            Offered("Lidgeld Chiro, werkjaar", "membership_youth", 4500),
            Offered("Chirokamp, 10 dagen", "camp", 13000),
            Offered("Uniform Chiro", "kit", 6500),
        ),
    ),
    Place(
        "Chiro Kris Kas", "youth_movement", "Zwartberg",
        (
            Offered("Lidgeld Chiro Kris Kas, werkjaar", "membership_youth", 4000),
            Offered("Weekend Kris Kas", "camp", 3500),
        ),
    ),
    Place(
        "Jeugd Rode Kruis Genk", "youth_movement", "Genk-Centrum",
        (
            Offered("Lidgeld Jeugd Rode Kruis", "membership_youth", 2000),
            Offered("EHBO-cursus voor jongeren", "course", 2500),
        ),
    ),
    Place(
        "GIGOS", "association", "Sledderlo",
        (
            Offered("Speelweek GIGOS", "holiday_play", 2500),
            Offered("Daguitstap met de jongerenwerking", "day_out", 1500),
        ),
    ),
    Place(
        "Rondpunt 26", "association", "Genk-Centrum",
        (
            Offered("Muziekatelier, reeks", "music", 5000),
            Offered("Dansworkshop jongeren", "music", 3000),
        ),
    ),
    Place(
        "Jongerenwerking Waterschei", "association", "Waterschei",
        (
            Offered("Vakantiewerking, week", "holiday_play", 3000),
            Offered("Sportnamiddag met uitstap", "day_out", 1200),
        ),
    ),
    Place(
        "De Sfeer", "association", "Genk-Centrum",
        (
            Offered("Gezinsdag aan zee", "day_out", 2000),
            Offered("Kookreeks", "course", 3500),
        ),
    ),
    Place(
        "Rap op Stap Genk", "association", "Genk-Centrum",
        (
            Offered("Daguitstap pretpark", "day_out", 3800),
            Offered("Gezinsweekend", "camp", 9000),
        ),
    ),
)  # fmt: skip

# Asked often and in nobody's inventory: typed freely.
FREE: Final = (
    Offered("Turnkring, lidgeld", "membership_sport", 13500),
    Offered("Schooluitstap, bosklassen", "school_trip", 11000),
    Offered("Bioscoop met het gezin", "cinema", 4400),
    Offered("Judopak", "kit", 4500),
)
