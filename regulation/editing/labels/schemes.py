"""Labels of the fields of a regulation, its schemes and what a scheme is made of."""

from typing import Final

from flask_babel import lazy_gettext as _l

from regulation.editing.labels.told import Told
from regulation.vocabulary import amounts as ways
from regulation.vocabulary import blocks, limits, rules

SCHEMES: Final[dict[type, dict[str, Told]]] = {
    rules.RuleSet: {
        "id": Told(_l("Name in the file"), _l("The same in every version.")),
        "version": Told(_l("Number of the version"), _l("Counts on by itself.")),
        "title": Told(_l("Title of the regulation"), _l("As people call it.")),
        "origin": Told(_l("Whose rule it is"), _l("An example is nobody’s rule.")),
    },
    rules.Source: {
        "name": Told(
            _l("The text it was written from"),
            _l("For example: decision of the council of 12 December 2026."),
        ),
        "url": Told(_l("Address on the web"), _l("Where people can read the text.")),
        "dated": Told(_l("Date of the text"), _l("When the text says so itself.")),
        "seen": Told(_l("Read on"), _l("On which day you read the text.")),
        "truncated": Told(
            _l("Only a part of the text is known"), _l("Then more conditions are possible.")
        ),
    },
    rules.Validity: {
        "from": Told(_l("First day"), _l("Requests from this day on are judged by this version.")),
        "until": Told(_l("Last day"), _l("Leave it empty when the rule runs on.")),
    },
    rules.Council: {
        "decided": Told(
            _l("Day on which it was decided"), _l("When the council adopted the text.")
        ),
        "number": Told(_l("Number of the decision"), _l("As in the minutes.")),
    },
    blocks.Article: {
        "ref": Told(
            _l("Number of the article"), _l("As printed: people see this beside each line.")
        ),
        "text": Told(_l("Text of the article"), _l("As the council wrote it.")),
        "url": Told(_l("Address on the web"), _l("When it does not stand where the rest stands.")),
    },
    blocks.Question: {
        "kind": Told(_l("What the answer is"), _l("Yes or no, a number, an amount or a date.")),
        "words": Told(_l("The question"), _l("As the form asks it.")),
    },
    rules.Series: {
        "title": Told(_l("Name of the series"), _l("For example: integration income by category.")),
    },
    blocks.When: {
        "age": Told(_l("Age"), _l("On the day that counts.")),
        "roles": Told(_l("Role in the household"), _l("One of these is enough.")),
        "statuses": Told(_l("Status of the client"), _l("One of these is enough.")),
        "tariff_groups": Told(_l("Tariff group"), _l("One of these is enough.")),
        "conditions": Told(_l("Conditions that hold"), _l("All that you tick.")),
        "categories": Told(_l("Kind of activity"), _l("One of these is enough.")),
        "except_categories": Told(
            _l("Not for this kind of activity"), _l("For all others it holds.")
        ),
        "strands": Told(_l("Part of the rule"), _l("One of these is enough.")),
        "units": Told(_l("Unit of time"), _l("One of these is enough.")),
        "provider_types": Told(_l("Kind of provider"), _l("One of these is enough.")),
        "lasting": Told(_l("Single or lasting"), _l("A membership lasts; a ticket is single.")),
        "local": Told(_l("Provider in the municipality"), _l("Not ticked: wherever it is.")),
        "payees": Told(_l("Who is paid"), _l("One of these is enough.")),
        "amount": Told(_l("Amount that is paid"), _l("Of this request.")),
        "except_strands": Told(_l("Not for this part of the rule"), _l("For all others it holds.")),
    },
    limits.Cover: {
        "categories": Told(_l("For these activities"), _l("Nothing chosen: for all.")),
        "except": Told(_l("Not for these activities"), _l("They are left out.")),
        "lasting": Told(_l("Single or lasting"), _l("A membership lasts; a ticket is single.")),
        "except_parts": Told(
            _l("These parts of the bill do not count"), _l("For example an insurance.")
        ),
        "provider_types": Told(_l("Only with these providers"), _l("Nothing chosen: with all.")),
        "recognised": Told(_l("Only recognised providers"), _l("Recognised by the government.")),
        "outside_town": Told(_l("Outside the municipality"), _l("May the provider be elsewhere?")),
        "when": Told(_l("Only for ..."), _l("Nothing chosen: for everybody.")),
    },
    limits.Deduct: {
        "payers": Told(
            _l("What these pay goes off first"), _l("Nothing chosen: whoever pays something.")
        ),
        "after": Told(
            _l("It goes off the amount, not off the cost"), _l("The rule is worked out first.")
        ),
    },
    limits.Minimum: {
        "amount": Told(_l("The cost is at least"), _l("Below it nothing is given.")),
        "of": Told(_l("Of what"), _l("The cost, or what is left after other payers.")),
        "when": Told(_l("Only for ..."), _l("Nothing chosen: for everybody.")),
    },
    limits.Index: {
        "series": Told(_l("Follows this series"), _l("The limit rises with it.")),
        "base_year": Told(_l("Base year"), _l("The limit above is that of this year.")),
    },
    limits.Cap: {
        "title": Told(_l("Name"), _l("People see it where they read what is left.")),
        "limit": Told(_l("Limit"), _l("The most in the period.")),
        "count": Told(_l("So many times"), _l("The most times in the period.")),
        "count_of": Told(_l("What is counted"), _l("Requests, or the pieces bought in them.")),
        "per": Told(_l("For whom it is counted"), _l("Per person, or for the household together.")),
        "period": Told(_l("Period"), _l("Over which time grants are added up.")),
        "starts": Told(
            _l("Year that begins on"), _l("Only with a year from another day, for example 1/9.")
        ),
        "dates_by": Told(_l("Which date counts"), _l("Left empty: the date of the scheme.")),
        "counts": Told(_l("Grants of these schemes count"), _l("Nothing chosen: of this scheme.")),
        "pooled": Told(_l("Added up for all members"), _l("Members may use what others leave.")),
        "only_theirs": Told(
            _l("Only what these people had"),
            _l("Of the household only who is chosen below counts."),
        ),
        "same_category": Told(
            _l("For each kind of activity apart"), _l("Each kind has its own limit.")
        ),
        "parents_room_of": Told(
            _l("Then what the parents have left under"), _l("Another cap of this scheme.")
        ),
        "index": Told(_l("Follows an index"), _l("The limit rises with a series.")),
        "when": Told(_l("Only for ..."), _l("Nothing chosen: for everybody.")),
        "parents_when": Told(
            _l("The room of the parents is for ..."), _l("Nothing chosen: for everything.")
        ),
    },
    limits.Window: {
        "from": Told(_l("The cost is of this day or later"), _l("Left empty: no first day.")),
        "until": Told(_l("The cost is of this day or earlier"), _l("Left empty: no last day.")),
        "this_year": Told(
            _l("The cost is of the year of the request"),
            _l("A cost of the year before is refused."),
        ),
        "year_starts": Told(_l("A year begins on"), _l("Left empty: on 1 January.")),
    },
    limits.Deadline: {
        "month": Told(_l("Month"), _l("1 to 12.")),
        "day": Told(_l("Day"), _l("The last day to ask; this day is still in time.")),
        "years_later": Told(
            _l("So many years later"), _l("0: in the same year, 1: in the year after.")
        ),
        "year_starts": Told(_l("A year begins on"), _l("Left empty: on 1 January.")),
        "within_days": Told(_l("Or within so many days"), _l("Counted from the date below.")),
        "within_months": Told(_l("Or within so many months"), _l("Counted from the date below.")),
        "days_before": Told(
            _l("Or at least so many days before"), _l("Counted back from the date below.")
        ),
        "on": Told(_l("Or one day for all"), _l("A day of the calendar.")),
        "before": Told(_l("Before that day"), _l("The day itself is too late.")),
        "counts_from": Told(_l("Counted from"), _l("Left empty: from the date of the scheme.")),
    },
    ways.Amount: {
        "most": Told(_l("At most"), _l("Left empty: no maximum here.")),
        "own_least": Told(
            _l("One pays at least this oneself"), _l("For each piece, or for the whole request.")
        ),
        "most_per": Told(_l("That maximum is for"), _l("Each piece, or the whole request.")),
        "deviation": Told(_l("May a person depart from it"), _l("With a reason.")),
        "when": Told(_l("Only for ..."), _l("Nothing chosen: for everybody.")),
    },
    ways.Percent: {
        "percent": Told(_l("Percentage"), _l("Of what is left to pay.")),
    },
    ways.OwnShare: {
        "own": Told(
            _l("The participant pays"), _l("For each ticket or piece; the fund pays the rest.")
        ),
    },
    ways.PerUnit: {
        "amount": Told(_l("Amount"), _l("For each unit.")),
        "unit": Told(_l("Unit of time"), _l("Half a day, a day, a lesson.")),
    },
    ways.Lump: {
        "amount": Told(_l("Amount"), _l("Never more than is left to pay.")),
    },
    ways.Split: {
        "client": Told(_l("Part of the client in %"), _l("Left empty: as the agreement says.")),
        "provider": Told(_l("Part of the provider in %"), _l("The three are 100 together.")),
        "network": Told(_l("Part of the network in %"), _l("The three are 100 together.")),
        "waived": Told(
            _l("The client pays nothing when"), _l("Then the network pays that part too.")
        ),
    },
    ways.JudgedAmount: {},
    ways.Round: {
        "to": Told(_l("Rounded down to"), _l("Never up.")),
    },
    rules.Exclusive: {
        "schemes": Told(_l("Not together with these schemes"), _l("For the same cost.")),
        "payers": Told(_l("Not when these pay"), _l("For the same cost.")),
        "other_discount": Told(_l("Not with another discount"), _l("For the same cost.")),
    },
    rules.Pot: {
        "title": Told(_l("Purpose"), _l("What this part of the money is for.")),
        "amount": Told(_l("Amount"), _l("As the text prints it.")),
        "year": Told(_l("Year"), _l("Of which year.")),
    },
    rules.Budget: {
        "when_spent": Told(
            _l("When the money runs out"), _l("Who comes first, or everybody in proportion.")
        ),
        "closes": Told(_l("Closes on"), _l("The last day on which requests share the money.")),
        "dates_by": Told(_l("Which date counts"), _l("Left empty: the date of the scheme.")),
        "year_starts": Told(_l("A year begins on"), _l("Left empty: on 1 January.")),
        "priority": Told(_l("Who goes first"), _l("In this order.")),
        "pots": Told(_l("Parts of the money"), _l("Each with a purpose of its own.")),
    },
    rules.Evidence: {
        "any_of": Told(_l("One of these proofs"), _l("One is enough.")),
        "shows": Told(_l("What must stand on it"), _l("All of this.")),
        "when": Told(_l("Only for ..."), _l("Nothing chosen: for everybody.")),
    },
    rules.Apply: {
        "by": Told(_l("Who asks"), _l("One of these.")),
        "at": Told(_l("Where"), _l("A counter, an address, a page.")),
        "in_principle_first": Told(
            _l("First a yes in principle"), _l("Then the costs are brought.")
        ),
        "renew_yearly": Told(_l("Asked again every year"), _l("It does not run on by itself.")),
    },
    rules.Decide: {
        "body": Told(_l("Who decides"), _l("Of several the first that fits.")),
        "when": Told(_l("Only for ..."), _l("Nothing chosen: for everybody.")),
    },
    rules.Batch: {
        "asked_until": Told(_l("Asked by"), _l("Day and month, such as 15/3.")),
        "paid_until": Told(_l("Paid by"), _l("Day and month, such as 30/4.")),
    },
    rules.Pay: {
        "to": Told(_l("Who may be paid"), _l("Another payee is refused.")),
        "modes": Told(_l("How"), _l("In one of these ways.")),
        "within_days": Told(_l("Within so many days"), _l("After the decision.")),
        "client_pays_first": Told(_l("The client pays first"), _l("And gets the money back.")),
        "recovers_own_share": Told(
            _l("The own share is recovered"), _l("The fund pays all and asks it back.")
        ),
        "voucher_months": Told(
            _l("A voucher is valid for so many months"), _l("Only when a voucher is given.")
        ),
        "batches": Told(_l("Paid together"), _l("Asked by one day, paid by another.")),
    },
    rules.Scheme: {
        "kind": Told(
            _l("What it gives"),
            _l("Only a discount is split between client, provider and network."),
        ),
        "title": Told(_l("Name of the scheme"), _l("As people see it.")),
        "payer": Told(
            _l("Of another payer"),
            _l("Only when this scheme tells what another payer gives first."),
        ),
        "dates_by": Told(_l("Which date counts"), _l("It decides age, period and last day.")),
        "eligible": Told(_l("Who may ask"), _l("A condition; nothing chosen: everybody.")),
        "choose": Told(_l("When several amounts fit"), _l("Which one is used.")),
    },
    ways.OpenAmount: {},
}

# What every block carries.
EVERY: Final[dict[str, Told]] = {
    "words": Told(
        _l("In a sentence for the client"),
        _l("One short sentence. Left empty, the product makes one."),
    ),
    "article": Told(_l("Article"), _l("Where it stands in your text.")),
    "open": Told(
        _l("What the text leaves open"),
        _l("Then a person judges, and the rule gives no figure here."),
    ),
    "assumed": Told(
        _l("How it was read"),
        _l("When the text allows more than one reading: which one you chose."),
    ),
}

# The edges of an age, an amount or a number.
EDGES: Final[dict[str, Told]] = {
    "gte": Told(_l("From")),
    "gt": Told(_l("More than")),
    "lte": Told(_l("Up to and including")),
    "lt": Told(_l("Under")),
}
