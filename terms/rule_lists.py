"""Codes and their words that only regulations and the facts they ask speak of."""

from typing import Final

from flask_babel import lazy_gettext as _

from terms.lists import Term, listed

# Who decides, as a regulation names it.
BODIES: Final = listed(
    Term("approver", _("The approver")),
    Term("bcsd", _("The special committee for the social service")),
    Term("head_of_service", _("The head of the social service")),
    Term("partner", _("A partner of the network")),
    Term("social_service", _("The social service")),
    Term("staff", _("The member of staff whom the rule names")),
    Term("subcommittee", _("A subcommittee of the special committee")),
    Term("town", _("The town")),
    Term("worker", _("The social worker")),
)

# Where somebody goes who does not agree.
REMEDIES: Final = listed(
    Term("labour_court", _("The labour court")),
    Term("council_of_state", _("The Council of State")),
    Term("governor", _("The governor, by a complaint")),
    Term("town", _("The town, by a complaint")),
)

# Why aid may be asked back: in principle it never is.
RECOVERY_GROUNDS: Final = listed(
    Term("false_statement", _("a statement that was knowingly false or incomplete")),
    Term("advance", _("an advance of which was agreed in writing that it comes back")),
    Term("other_payer", _("money that somebody else paid for the same cost")),
    Term("error", _("an error in the payment")),
)

APPLICANTS: Final = listed(
    Term("client", _("The client")),
    Term("worker", _("The social worker")),
    Term("provider", _("The provider")),
    Term("partner", _("A partner of the network")),
)

PAYMENT_MODES: Final = listed(
    Term("refund", _("Refund of what was paid")),
    Term("bill", _("Payment of an unpaid bill")),
    Term("voucher", _("Voucher")),
    Term("advance", _("Advance")),
    Term("counter", _("Discount at the counter")),
)

# What an amount per unit is counted in.
UNITS: Final = listed(
    Term("hour", _("Hour")),
    Term("lesson", _("Lesson")),
    Term("half_day", _("Half a day")),
    Term("day", _("Day")),
    Term("several_days", _("Several days")),
    Term("week", _("Week")),
    Term("month", _("Month")),
)

# What a bill may be made of; some parts are excluded by a rule.
PARTS: Final = listed(
    Term("participation", _("Participation")),
    Term("drinks", _("Drinks")),
    Term("food", _("Food")),
    Term("cloakroom", _("Cloakroom")),
    Term("travel", _("Travel")),
    Term("lodging", _("Lodging")),
    Term("insurance", _("Insurance")),
    Term("kit", _("Kit and uniform")),
    Term("deposit", _("Deposit")),
    Term("other_part", _("Another part")),
)

PROOF_FIELDS: Final = listed(
    Term("activity_name", _("Name of the activity")),
    Term("activity_date", _("Date of the activity")),
    Term("payment_date", _("Date of the payment")),
    Term("cost", _("Cost")),
    Term("participant", _("Name of the participant")),
    Term("provider", _("Name of the provider")),
)

INCOMES: Final = listed(
    Term("income", _("Income")),
    Term("wages", _("Wages")),
    Term("benefit", _("Benefit")),
    Term("pension", _("Pension")),
    Term("child_benefit", _("Child benefit")),
    Term("holiday_pay", _("Holiday pay")),
    Term("year_end_bonus", _("Year-end bonus")),
    Term("care_insurance", _("Care insurance")),
    Term("study_grant", _("Study grant")),
    Term("apprenticeship", _("Apprenticeship")),
    Term("student_job", _("Student job")),
    Term("maintenance", _("Maintenance")),
    Term("rent_received", _("Rent received")),
    Term("other_income", _("Other income")),
)

# What a rule may let go off an income.
BURDENS: Final = listed(
    Term("medical", _("Medical costs")),
    Term("rent", _("Rent")),
    Term("debts", _("Debts")),
    Term("childcare", _("Childcare")),
    Term("other_burden", _("Another burden")),
)

LEEFLOON_CATEGORIES: Final = listed(
    Term("cohabiting", _("Cohabiting")),
    Term("alone", _("Living alone")),
    Term("with_family", _("With a family to support")),
)
