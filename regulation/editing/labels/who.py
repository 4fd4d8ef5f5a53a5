"""Labels of the fields that say who may ask: conditions and income ceilings."""

from typing import Final

from flask_babel import lazy_gettext as _l

from regulation.editing.labels.told import Told
from regulation.vocabulary import ceilings as shapes
from regulation.vocabulary import conditions as c

WHO: Final[dict[type, dict[str, Told]]] = {
    c.HasStatus: {
        "any_of": Told(_l("One of these statuses"), _l("One is enough.")),
        "whose": Told(
            _l("Whose status counts"),
            _l("For a member of the household the status of another may count."),
        ),
    },
    c.HasAge: {
        "years": Told(_l("Age"), _l("“Under 18” and “up to and including 18” are not the same.")),
        "on": Told(
            _l("On which day the age counts"), _l("The day of the cost, or an end of the year.")
        ),
        "year_starts": Told(_l("A year begins on"), _l("Left empty: on 1 January.")),
    },
    c.LivesHere: {
        "months": Told(_l("For at least so many months"), _l("0: it is enough to live here.")),
    },
    c.HasRole: {
        "any_of": Told(_l("One of these roles in the household"), _l("One is enough.")),
    },
    c.HasMember: {
        "years": Told(_l("Of this age"), _l("The client counts too.")),
        "count": Told(_l("So many people"), _l("At least this number.")),
    },
    c.Judged: {
        "words": Told(_l("What a person must judge"), _l("In one sentence.")),
    },
    c.AnswerIs: {
        "question": Told(
            _l("Which question"),
            _l("A question of this regulation that is answered with yes or no."),
        ),
        "no": Told(_l("The answer must be no"), _l("Otherwise the answer must be yes.")),
    },
    c.NumberIs: {
        "question": Told(
            _l("Which question"),
            _l("A question of this regulation that is answered with a number or an amount."),
        ),
        "value": Told(_l("The answer lies"), _l("In whole numbers; amounts in whole euros.")),
    },
    c.Waited: {
        "months": Told(
            _l("So many months have passed"), _l("Counted from the status or from the date below.")
        ),
        "since_status": Told(
            _l("Since this status began"), _l("Choose a status or a question, not both.")
        ),
        "since_question": Told(
            _l("Since the date that answers this question"),
            _l("Choose a status or a question, not both."),
        ),
        "counting": Told(
            _l("How it is counted"), _l("From the day itself, or in whole months after that month.")
        ),
    },
    c.FirstTime: {
        "schemes": Told(_l("Never had before from"), _l("Nothing chosen: from this scheme.")),
    },
    c.IncomeUpTo: {
        "ceiling": Told(_l("The ceiling"), _l("Choose its shape, then fill in its fields.")),
        "per": Told(_l("A month or a year"), _l("The time that the ceiling is for.")),
        "of": Told(_l("Whose income"), _l("Of the client, the household or the parents.")),
        "strict": Told(
            _l("It must be lower"), _l("An income equal to the ceiling is then too high.")
        ),
        "excludes": Told(_l("These incomes do not count"), _l("They stay out of the sum.")),
        "deducts": Told(_l("These burdens go off it"), _l("They make the income lower.")),
        "reference_years_before": Told(
            _l("The income of so many years before"), _l("Left empty: the income of today.")
        ),
        "current_if_changed": Told(
            _l("When it has changed, that of this year"),
            _l("Somebody whose income fell need not wait."),
        ),
    },
    c.AllOf: {
        "of": Told(_l("These must all hold"), _l("In the order in which people read them.")),
    },
    c.AnyOf: {
        "of": Told(_l("One of these is enough"), _l("In the order in which people read them.")),
    },
    c.NoneOf: {
        "of": Told(_l("None of these may hold"), _l("In the order in which people read them.")),
    },
    shapes.FixedCeiling: {
        "amount": Told(_l("Amount"), _l("The same for everybody.")),
    },
    shapes.PercentOfSeries: {
        "series": Told(
            _l("Of which series"), _l("For example the integration income by category.")
        ),
        "percent": Told(_l("Percentage"), _l("More than 100 is possible.")),
    },
    shapes.PerDependant: {
        "base": Told(_l("Base"), _l("For somebody without dependants.")),
        "each": Told(_l("More for each dependant"), _l("Added for each of them.")),
    },
    shapes.PercentPerMember: {
        "base": Told(_l("Base"), _l("Before anything is added.")),
        "percent": Told(_l("Percentage more per member"), _l("Of the base.")),
        "from_member": Told(
            _l("From which member on"), _l("1: from the first, 2: from the second.")
        ),
        "disabled_counts_as": Told(
            _l("Somebody with a disability counts for"), _l("1: like anybody.")
        ),
    },
    shapes.Scale: {
        "first": Told(_l("First adult"), _l("The amount for the first one.")),
        "other": Told(_l("Each other person"), _l("Added for each of them.")),
        "child": Told(_l("Each child"), _l("Added for each child of the age below.")),
        "child_years": Told(_l("A child is"), _l("Until which age.")),
    },
    shapes.TableOfDependants: {
        "series": Told(_l("Which table"), _l("A series with an amount for 0, 1, 2 dependants.")),
    },
}
