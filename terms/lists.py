"""Codes and their words, for every room that shares them. A code, once used, is never removed."""

from dataclasses import dataclass
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _


@dataclass(frozen=True)
class Term:
    """One word of a list. `sector` groups categories for the figures."""

    code: str
    label: LazyString
    sector: str = ""


def listed(*terms: Term) -> dict[str, Term]:
    """A list of terms by their codes, in the order of the screen."""
    return {term.code: term for term in terms}


SECTORS: Final = listed(
    Term("culture", _("Culture")),
    Term("youth", _("Youth work")),
    Term("sport", _("Sport")),
    Term("learning", _("Lessons and arts education")),
    Term("outing", _("Days out")),
)

# The field's own words, grouped by sector. The regulation maps its words to these codes.
CATEGORIES: Final = listed(
    Term("ticket", _("Ticket"), "culture"),
    Term("performance", _("Performance or concert"), "culture"),
    Term("cinema", _("Cinema"), "culture"),
    Term("museum", _("Museum or exhibition"), "culture"),
    Term("library", _("Library"), "culture"),
    Term("event", _("Event"), "culture"),
    Term("membership_association", _("Membership of an association"), "culture"),
    Term("press", _("Newspaper or magazine"), "culture"),
    Term("political_party", _("Membership of a political party"), "culture"),
    Term("membership_youth", _("Membership of a youth movement"), "youth"),
    Term("camp", _("Camp"), "youth"),
    Term("holiday_play", _("Holiday play scheme"), "youth"),
    Term("childcare", _("Childcare"), "youth"),
    Term("membership_sport", _("Membership of a sports club"), "sport"),
    Term("lesson_sport", _("Sports lessons"), "sport"),
    Term("activity_sport", _("Sports activity or sports day"), "sport"),
    Term("camp_sport", _("Sports camp"), "sport"),
    Term("swimming", _("Swimming"), "sport"),
    Term("kit", _("Kit and uniform"), "sport"),
    Term("lesson_art", _("Art lessons"), "learning"),
    Term("music", _("Music and dance"), "learning"),
    Term("course", _("Course"), "learning"),
    Term("digital", _("Computers and internet"), "learning"),
    Term("school_costs", _("School costs"), "learning"),
    Term("school_meal", _("Hot meal at school"), "learning"),
    Term("care_support", _("Paramedical or educational help"), "learning"),
    Term("day_out", _("Day out"), "outing"),
    Term("school_trip", _("School trip"), "outing"),
    Term("transport", _("Public transport"), "outing"),
)

STATUSES: Final = listed(
    Term("increased_reimbursement", _("Increased reimbursement")),
    Term("leefloon", _("Integration income")),
    Term("equivalent_leefloon", _("Equivalent integration income")),
    Term("supplementary_support", _("Supplementary financial support")),
    Term("budget_management", _("Budget management")),
    Term("budget_guidance", _("Budget guidance")),
    Term("collective_debt_settlement", _("Collective debt settlement")),
    Term("debt_mediation", _("Debt mediation")),
    Term("income_guarantee_elderly", _("Income guarantee for the elderly")),
    Term("disability_allowance", _("Disability allowance")),
    Term("article_60", _("Temporary work experience")),
    Term("psychosocial_guidance", _("Psychosocial guidance")),
    Term("social_tariff_pass", _("Pass with social tariff")),
    Term("centre_client", _("Client of the centre")),
    Term("limited_income", _("Limited income")),
    Term("support_package", _("Right to the support package")),
    Term("food_aid", _("Food parcel")),
    Term("family_indicators", _("Indicators of the child and family agency")),
    Term("disability", _("Disability")),
    Term("disability_card", _("European disability card")),
    Term("other", _("Other status")),
)

PROVIDER_TYPES: Final = listed(
    Term("youth_movement", _("Youth movement")),
    Term("sport_club", _("Sports club")),
    Term("culture_house", _("Culture house")),
    Term("academy", _("Academy")),
    Term("library", _("Library")),
    Term("museum", _("Museum")),
    Term("city_service", _("City service")),
    Term("school", _("School")),
    Term("association", _("Association")),
    Term("commercial", _("Commercial provider")),
    Term("other", _("Other provider")),
)

EVIDENCE: Final = listed(
    Term("invoice", _("Unpaid bill")),
    Term("proof_of_payment", _("Proof of payment")),
    Term("ticket", _("Original ticket")),
    Term("identity_card", _("Identity card")),
    Term("enrolment_confirmation", _("Confirmation of enrolment")),
    Term("status_proof", _("Proof of the status")),
    Term("bank_statement", _("Bank statement")),
    Term("till_receipt", _("Till receipt")),
    Term("membership_card", _("Membership card")),
    Term("bank_card", _("Bank card")),
    Term("tax_notice", _("Latest tax notice")),
    Term("income_proof", _("Proof of income")),
    Term("expense_overview", _("Overview of expenses")),
    Term("debt_overview", _("Overview of debts")),
    Term("provider_confirmation", _("Confirmation by the provider")),
)

# Others who pay first; the rest goes to the fund.
PAYERS: Final = listed(
    Term("health_fund", _("Health fund")),
    Term("rap_op_stap", _("Rap op Stap")),
    Term("school", _("School")),
    Term("uitpas", _("UiTPAS tariff")),
    Term("discount", _("Discount of the provider")),
    Term("other_payer", _("Someone else")),
)

# How far one of them is: it gives an amount, was asked, or gives nothing.
PAYER_ANSWERS: Final = listed(
    Term("pays", _("Pays")),
    Term("asked", _("Asked, no answer yet")),
    Term("refused", _("Refused")),
    Term("not_applicable", _("Not applicable")),
)

# Why a person asks: the reason that a worker picks from a list.
REASONS: Final = listed(
    Term("belong", _("Belong and make friends")),
    Term("development", _("Grow, learn, discover a talent")),
    Term("health", _("Move and be healthy")),
    Term("respite", _("Rest and relief for the family")),
    Term("family_time", _("Do something together as a family")),
    Term("language", _("Practise Dutch")),
    Term("structure", _("Structure in the week")),
    Term("other", _("Another reason")),
)

# What keeps people away from leisure, as the network names it: in fact, or as they feel it.
BARRIERS: Final = listed(
    Term("money", _("Too expensive"), "objective"),
    Term("transport", _("Hard to get there"), "objective"),
    Term("information", _("Does not know what there is"), "objective"),
    Term("language", _("Language"), "objective"),
    Term("paperwork", _("Enrolling is complicated or digital"), "objective"),
    Term("time", _("Hours do not fit, or no care for the children"), "objective"),
    Term("health", _("Health or disability"), "objective"),
    Term("no_offer", _("Nothing suitable nearby, or full"), "objective"),
    Term("shame", _("Shame, or fear to be recognised"), "perceived"),
    Term("not_welcome", _("Does not feel welcome"), "perceived"),
    Term("alone", _("Does not dare to go alone"), "perceived"),
    Term("not_for_us", _("“That is not for us”"), "perceived"),
    Term("bad_experience", _("A bad experience before"), "perceived"),
)

# Why a referral of a partner is not taken up.
ASIDE_REASONS: Final = listed(
    Term("already_helped", _("Is being helped already")),
    Term("not_ours", _("Not for our service")),
    Term("not_reached", _("Cannot be reached")),
    Term("no_longer", _("No longer wanted")),
    Term("other", _("Another reason")),
)

LIFE_DOMAINS: Final = listed(
    Term("leisure", _("Leisure")),
    Term("income", _("Income")),
    Term("housing", _("Housing")),
    Term("health", _("Health")),
    Term("work", _("Work")),
    Term("education", _("Education")),
    Term("family", _("Family")),
    Term("network", _("Social network")),
)

# What a look back hears, some weeks after the activity.
WENT: Final = listed(
    Term("yes", _("Yes")),
    Term("partly", _("Partly")),
    Term("no", _("No")),
)

HELPED: Final = listed(
    Term("yes", _("Yes")),
    Term("somewhat", _("A little")),
    Term("no", _("No")),
)

# What kept people from going, or made it hard.
HINDRANCES: Final = listed(
    Term("none", _("Nothing")),
    Term("cost", _("Other costs")),
    Term("transport", _("Getting there")),
    Term("time", _("Time")),
    Term("health", _("Health")),
    Term("childcare", _("Care for the children")),
    Term("language", _("Language")),
    Term("welcome", _("Did not feel at home")),
    Term("full", _("No place left")),
    Term("other", _("Something else")),
)

PAYEES: Final = listed(
    Term("provider", _("The provider")),
    Term("client", _("The client")),
)

HOUSEHOLD_TYPES: Final = listed(
    Term("alone", _("Living alone")),
    Term("couple", _("Couple")),
    Term("one_parent", _("One parent with children")),
    Term("family", _("Family with children")),
)

LANGUAGES: Final = listed(
    Term("nl", _("Dutch")),
    Term("fr", _("French")),
    Term("en", _("English")),
    Term("de", _("German")),
    Term("tr", _("Turkish")),
    Term("ar", _("Arabic")),
    Term("ber", _("Tamazight")),
    Term("it", _("Italian")),
    Term("es", _("Spanish")),
    Term("pt", _("Portuguese")),
    Term("pl", _("Polish")),
    Term("ro", _("Romanian")),
    Term("bg", _("Bulgarian")),
    Term("sq", _("Albanian")),
    Term("uk", _("Ukrainian")),
    Term("ru", _("Russian")),
    Term("fa", _("Dari or Farsi")),
    Term("ps", _("Pashto")),
    Term("so", _("Somali")),
    Term("ti", _("Tigrinya")),
    Term("sign", _("Sign language")),
    Term("other", _("Another language")),
)
ANNEXES: Final = ("fr", "en", "tr", "ar", "it")  # in these, letters get a translation as an annex

ROLES_IN_HOUSEHOLD: Final = listed(
    Term("adult", _("Adult")),
    Term("child", _("Child")),
)

NEIGHBOURHOODS: Final = (
    "Genk-Centrum",
    "Winterslag",
    "Waterschei",
    "Zwartberg",
    "Nieuwe Kempen",
    "Nieuw Texas",
    "Boxbergheide",
    "Bokrijk",
    "Termien",
    "Sledderlo",
    "Kolderbos",
    "Hoevenzavel",
    "Bret-Gelieren",
)

AGE_BANDS: Final = listed(
    Term("0-5", _("0 to 5 years")),
    Term("6-11", _("6 to 11 years")),
    Term("12-17", _("12 to 17 years")),
    Term("18-25", _("18 to 25 years")),
    Term("26-64", _("26 to 64 years")),
    Term("65+", _("65 years and over")),
)


def age_band(age_years: int) -> str:
    """The band of the figures that an age falls in."""
    for upper, code in (
        (6, "0-5"),
        (12, "6-11"),
        (18, "12-17"),
        (26, "18-25"),
        (65, "26-64"),
    ):
        if age_years < upper:
            return code
    return "65+"


def label_of(terms: dict[str, Term], code: str | None) -> str:
    """The word on screen for a code; an unknown code is a defect, so it raises."""
    return str(terms[code].label) if code else ""
