"""The words of each closed list that a block chooses from."""

from typing import Final

from flask_babel import lazy_gettext as _l

from core.errors import Words
from regulation.findings import assessment as found
from regulation.reasons import REASONS
from regulation.vocabulary import amounts as ways
from regulation.vocabulary import blocks, cases, dates, limits, means, rules
from regulation.vocabulary import conditions as c

CHOICES: Final[dict[type, dict[str, Words]]] = {
    c.Whose: {
        "client": _l("of the client"),
        "household": _l("of somebody in the household"),
        "parents": _l("of a parent"),
        "own_or_parents": _l("of the client, or of the parents of a minor"),
    },
    c.AgeOn: {
        "judged_date": _l("on the day that counts"),
        "first_of_year": _l("on 1 January of that year"),
        "last_of_year": _l("on 31 December of that year"),
    },
    c.Counting: {
        "from_the_day": _l("from the day itself"),
        "calendar_months_after": _l("whole calendar months after that month"),
    },
    c.IncomeOf: {
        "client": _l("of the client"),
        "household": _l("of the household"),
        "parents": _l("of the parents"),
    },
    c.Per: {
        "month": _l("a month"),
        "year": _l("a year"),
    },
    means.Time: {
        "month": _l("a month"),
        "year": _l("a year"),
    },
    cases.From: {
        "source": _l("printed in the text"),
        "derived": _l("follows from the text"),
        "own": _l("made by us"),
    },
    blocks.QuestionKind: {
        "yes_no": _l("yes or no"),
        "number": _l("a number"),
        "euro": _l("an amount"),
        "date": _l("a date"),
    },
    ways.Deviation: {
        "none": _l("no"),
        "lower": _l("yes: it is a maximum, a person sets less"),
        "usual": _l("yes: it is what is usually given"),
    },
    ways.MostPer: {
        "piece": _l("each piece"),
        "request": _l("the whole request"),
    },
    ways.Choose: {
        "first": _l("the first that fits"),
        "most_specific": _l("the most specific"),
        "highest": _l("the highest"),
    },
    ways.Rounding: {
        "cent_down": _l("the cent"),
        "ten_cents_down": _l("ten cents"),
        "euro_down": _l("the euro"),
    },
    limits.OutsideTown: {
        "yes": _l("yes"),
        "no": _l("no"),
        "if_not_offered_here": _l("only what is not offered here"),
        "here_first": _l("yes, but those in town go first"),
    },
    blocks.Lasting: {
        "one_off": _l("only a single activity"),
        "lasting": _l("only what lasts"),
    },
    limits.SpendOf: {
        "gross": _l("of the cost"),
        "net": _l("of what is left to pay"),
        "given": _l("of what is given"),
    },
    limits.CapPer: {
        "person": _l("per person"),
        "household": _l("for the household together"),
    },
    limits.Period: {
        "calendar_year": _l("calendar year"),
        "year_from": _l("year from another day"),
        "quarter": _l("quarter"),
        "month": _l("month"),
        "once": _l("once and for all"),
    },
    limits.CountOf: {
        "requests": _l("requests"),
        "pieces": _l("pieces or tickets"),
    },
    dates.DateKind: {
        "cost": _l("day of the cost"),
        "payment": _l("day of payment"),
        "invoice": _l("day of the bill"),
        "activity": _l("day of the activity"),
        "request": _l("day of the request"),
        "decision": _l("day of the decision"),
    },
    rules.Ground: {
        "individual_aid": _l("individual aid"),
        "council_rule": _l("a rule of the council"),
    },
    rules.Spent: {
        "first_come": _l("who comes first"),
        "pro_rata": _l("everybody in proportion"),
        "not_stated": _l("the text does not say"),
    },
    rules.SchemeKind: {
        "refund": _l("a part of the cost back"),
        "discount": _l("a discount"),
        "voucher": _l("a voucher"),
        "price_list": _l("a lower price from a list"),
    },
    rules.Origin: {
        "published": _l("published by another municipality"),
        "example": _l("an example, nobody’s rule"),
        "own": _l("our own rule"),
    },
    found.Outcome: {
        "granted": _l("granted"),
        "partly": _l("partly granted"),
        "not": _l("nothing"),
        "judgement": _l("a person judges"),
        "needs": _l("facts are missing"),
    },
    found.Answer: {
        "yes": _l("yes"),
        "no": _l("no"),
        "judge": _l("a person judges"),
        "ask": _l("facts are missing"),
    },
    found.Kind: REASONS,
}
