"""Names to invent people from. Whoever bears a combination of them is met here by chance."""

from typing import Final

GIVEN_ADULT: Final = (
    "Lena", "Karim", "Sofia", "Wout", "Meryem", "Giulia", "Tom", "Aylin", "Piotr", "Nadia",
    "Bart", "Fatma", "Luca", "Eva", "Hakan", "Ewa", "Youssef", "Ilse", "Marco", "Zeynep",
    "Dirkje", "Samira", "Jeroen", "Elif", "Paola", "Stijn", "Rachida", "Kasia", "Mehmet", "Katrien",
    "Antonio", "Hilal", "Geert", "Malika", "Sander", "Rosa", "Ali", "Veerle", "Omar", "Chiara",
)  # fmt: skip

GIVEN_CHILD: Final = (
    "Noor", "Emir", "Lotte", "Matteo", "Yasmin", "Finn", "Defne", "Ilyas", "Julie", "Kuba",
    "Amira", "Senne", "Elena", "Berat", "Fien", "Adam", "Zoë", "Nino", "Hira", "Lars",
    "Aya", "Mats", "Bianca", "Kerem", "Marie", "Sami", "Éva", "Tuur", "Inès", "Milan",
    "Ceylin", "Rik", "Sara", "Wiktor", "Lina", "Jef", "Melis", "Dario", "Hanne", "Rayan",
)  # fmt: skip

FAMILY: Final = (
    "Peeters", "Yilmaz", "Rossi", "Benali", "Nowak", "Claes", "Demir", "Moretti", "El Amrani",
    "Wójcik", "Vandeput", "Kaya", "Ferrari", "Haddad", "Kowalski", "Lemmens", "Aydin", "Conti",
    "Bouazza", "Zielinski", "Jorissen", "Arslan", "Marino", "Tahiri", "Kaminski", "Hendrikx",
    "Özdemir", "Greco", "Ouali", "Dąbrowski", "Swinnen", "Polat", "Ricci", "Saidi", "Maes",
    "Celik", "Gallo", "Mansouri", "Thijs", "Vanden Bosch-Verhaegen",
)  # fmt: skip

STREETS: Final = (
    "Dennenlaan", "Schachtstraat", "Molenweg", "Heidestraat", "Berkenplein", "Kolenspoor",
    "Vennestraat", "Duinstraat", "Lindenhof", "Zandweg", "Ploegstraat", "Merellaan",
)  # fmt: skip

GOALS: Final = (
    "Een vaste groep leeftijdsgenoten vinden",
    "Elke week buitenkomen",
    "Weer iets samen doen als gezin",
    "Nederlands oefenen buiten de les",
    "Rust thuis tijdens de vakantie",
    "Een talent ontdekken",
    "Nieuwe mensen leren kennen in de buurt",
    "Meer bewegen",
)

REPORTS: Final = (
    "Sinds de verhuis is er weinig contact met leeftijdsgenoten. De begeleider kent het gezin.",
    "Het gezin volgt de afspraken van het budgetplan goed op. Deze kost past er niet in.",
    "De school merkt dat deelnemen deugd doet. De ouders zorgen zelf voor het vervoer.",
    "De dokter raadt bewegen aan. De eerste lessen waren een succes.",
    "Er is weinig ruimte in huis. Een activiteit buitenshuis geeft iedereen lucht.",
    "Vorig jaar ging dit goed. De begeleiding vraagt om verder te gaan.",
)

# (organisation, who brings people from there)
GUIDES: Final = (
    ("De Sfeer", "Rita"),
    ("De Sfeer", "Gerda"),
    ("Rap op Stap (Horizont)", "Luc"),
    ("Jongerenwerking Waterschei", "Sofie"),
)

QUESTIONS: Final = (
    "Is er al iets teruggevraagd bij het ziekenfonds?",
    "Gaat het om het hele seizoen of om een half seizoen?",
    "Kan de club de inschrijving bevestigen?",
)

CORRECTED: Final = "De prijs op de folder was die van vorig jaar."

ANSWERS: Final = (
    "Ja, het ziekenfonds betaalt dit jaar niets meer.",
    "Het gaat om het hele seizoen.",
    "De club bevestigde de inschrijving per telefoon.",
)

WITHDRAWALS: Final = (
    "Het gezin kan die dag niet.",
    "De activiteit gaat niet door.",
    "Het gezin koos een andere activiteit.",
)

REFUSALS: Final = {
    "cap_reached": "Het gezin kreeg dit jaar al het hoogste bedrag.",
    "not_covered": "De school helpt u met deze uitstap. Vraag het op het secretariaat.",
    "other": "Een andere dienst betaalt deze activiteit al. U hoeft niets meer te doen.",
}
