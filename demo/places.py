"""What is further known of the example's offer: of our own invention, as the places and prices are."""

import datetime as dt
from typing import Final, NamedTuple

from accounts.models import Account
from core import audit
from offer import actions as offer
from offer.favourites.actions import star
from offer.models import Activity
from offer.suggestions.actions import Suggested, suggest


class Told(NamedTuple):
    """For whom and when an activity is, and how many days ago somebody checked that."""

    theme: str
    age_from: int | None
    age_until: int | None
    days: str
    times: str
    checked_days_ago: int


# Neighbourhoods come from the list of providers; contacts are invented.
PLACES: Final = {
    "C-mine cultuurcentrum": ("C-mine 10", "kaarten.example", False, "step_free toilet companion"),
    "Academie Genk": ("Schoolplein 1", "academie.example", True, "step_free"),
    "Bibliotheek Genk": ("Marktplein 2", "bib.example", False, "step_free toilet baby"),
    "Emile Van Dorenmuseum": ("Parklaan 8", "museum.example", False, "plain_words quiet"),
    "KRC Genk": ("Stadionlaan 4", "voetbal.example", True, "step_free toilet companion"),
    "Genker Zwemvereniging Neptunus": ("Badlaan 3", "zwemclub.example", True, ""),
    "Zwembad Boxbergheide": ("Badlaan 3", "zwembad.example", False, "step_free toilet"),
    "Chiro Sint-Gerolf": ("Kerkstraat 12", "chiro.example", True, ""),
    "GIGOS": ("Sledderloweg 5", "gigos.example", False, "step_free"),
    "De Sfeer": ("Dieplaan 20", "sfeer.example", False, "step_free baby"),
}
ACTIVITIES: Final = {
    "Familievoorstelling": Told("stage", 4, None, "67", "in het weekend, 15 uur", 60),
    "Concert in de grote zaal": Told("music", None, None, "56", "20 uur", 60),
    "C-mine expeditie": Told("heritage", 6, None, "234567", "10 tot 18 uur", 60),
    "Beeldatelier kinderen, schooljaar": Told("visual_arts", 6, 11, "3", "14 tot 16 uur", 80),
    "Keramiek voor volwassenen, reeks": Told("making", 18, None, "2", "19 tot 21.30 uur", 80),
    "Notenleer en instrument, schooljaar": Told("music", 8, None, "36", "na afspraak", 80),
    "Dansinitiatie, schooljaar": Told("dance", 6, 12, "6", "10 tot 11 uur", 80),
    "Voorleesreeks met knutselen": Told("reading", 3, 7, "3", "14 uur", 30),
    "Workshop stripverhalen": Told("reading", 8, 14, "6", "13 tot 16 uur", 30),
    "Museumbezoek met atelier": Told("visual_arts", 6, 12, "37", "13 tot 16 uur", 45),
    "Planetarium, toegang": Told("science", 5, None, "34567", "10 tot 17 uur", 430),
    "Sterrenkamp, week": Told("science", 8, 14, "12345", "in de paas- en zomervakantie", 430),
    "Voetbal jeugdwerking, seizoen": Told("ball_sport", 5, 18, "36", "augustus tot mei", 70),
    "Voetbalkamp, week": Told("ball_sport", 6, 14, "12345", "eerste week van juli", 70),
    "Lidgeld zwemclub, seizoen": Told("swimming", 6, None, "156", "september tot juni", 90),
    "Zwemlessen, reeks van 10": Told("swimming", 5, 12, "36", "14 tot 15 uur", 90),
    "Lidgeld volleybal, seizoen": Told("ball_sport", 8, None, "24", "18 tot 20 uur", 500),
    "Zwembeurten, kaart van 10": Told("swimming", None, None, "1234567", "", 20),
    "Zwemles volwassenen, reeks van 10": Told("swimming", 16, None, "4", "20 tot 21 uur", 20),
    "Lidgeld Chiro, werkjaar": Told("", 6, 18, "7", "14 tot 17 uur", 75),
    "Chirokamp, 10 dagen": Told("nature", 8, 18, "", "21 tot 31 juli", 75),
    "Speelweek GIGOS": Told("", 6, 14, "12345", "in de schoolvakanties", 15),
    "Dansworkshop jongeren": Told("dance", 12, 20, "5", "18 tot 20 uur", 15),
    "Kookreeks": Told("food", 16, None, "2", "9.30 tot 12 uur", 10),
    "Gezinsdag aan zee": Told("", None, None, "6", "derde zaterdag van augustus", 10),
}
FAVOURITES: Final = ("Speelweek GIGOS", "Zwembeurten, kaart van 10", "Familievoorstelling")
SUGGESTED: Final = (
    Suggested(
        "Circus Hoekstee", "Circusles voor kinderen van 6 tot 12 jaar", "Kolderbos",
        "circus.example", "Er is geen circus in het aanbod. De zaal ligt vlak bij de bushalte.",
    ),
    Suggested(
        "Fietsschool Termien", "Leren fietsen voor volwassenen", "Termien", "",
        "Wie kan fietsen, raakt ook op andere activiteiten. Ze vragen vijf euro per les.",
    ),
)  # fmt: skip


def place_of(name: str, neighbourhood: str) -> offer.Place:
    """All that is known of a place."""
    told = PLACES.get(name)
    return offer.Place(neighbourhood, *told) if told else offer.Place(neighbourhood)


def setting_of(name: str, today: dt.date) -> offer.Setting:
    """All that is known of an activity."""
    told = ACTIVITIES.get(name)
    if told is None:
        return offer.Setting()
    return offer.Setting(
        theme=told.theme,
        age_from=told.age_from,
        age_until=told.age_until,
        days=told.days,
        times=told.times,
        checked_on=today - dt.timedelta(days=told.checked_days_ago),
    )


def keep_at_hand(activities: list[Activity], workers: list[Account]) -> None:
    """Each team's favourites, and two providers that workers miss."""
    for worker in workers:
        with audit.acting(worker.person_id):
            for activity in activities:
                if activity.name in FAVOURITES:
                    star(activity, by=worker)
    for suggested, worker in zip(SUGGESTED, workers, strict=True):
        with audit.acting(worker.person_id):
            suggest(suggested, by=worker)
