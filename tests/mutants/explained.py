"""Mutants of the judge that no test can notice, each with its reason. None is here for convenience."""

NEVER_USED = "Written before it is read, but where a cost is asked first and no figure is told."
NEVER_NONE = "The line is reached with a value only; mypy asks for the other."
ANY_OF_THEM = (
    "Each of those that the cap names would do: only that the same is taken each time counts."
)

EXPLAINED: dict[str, str] = {
    "amount._least_spend: 0 -> 1 (2)": f"{NEVER_NONE} Of a cost of 0 no least spend is asked.",
    "amount._never_above_left_to_pay: 0 -> 1 (2)": (
        f"{NEVER_NONE} Of a cost of 0 nothing is given or may be given anyhow."
    ),
    "blocks.When.selectors: 1 -> 2": (
        "Only compared with one another: each counted twice is the same order."
    ),
    "calculation.pieces_of: '' -> '?'": (
        "A bill without its parts has no part of any name; “?” is no word of the terms either."
    ),
    "calculation.Calculation: 0 -> 1": NEVER_USED,
    "calculation.Calculation: 0 -> 1 (2)": NEVER_USED,
    "frozen._record: '.' -> '.?'": (
        "Takes away the dot before the first name; a name of a field begins or ends with neither."
    ),
    "incomes.shapes.TableOfDependants: last > 0 -> last >= 0": (
        "Without a column for nobody there is no figure, and none for fewer than nobody either."
    ),
    "caps._times: 0 -> 1": "A claim is one piece at least, as its class sees to.",
    "left.: '' -> '?'": "“?” is no word of the terms either.",
    "left._categories: min -> max": ANY_OF_THEM,
    "left._such_a_cost: min -> max": ANY_OF_THEM,
    "left._such_a_cost: min -> max (2)": ANY_OF_THEM,
    "left._such_a_cost: min -> max (3)": ANY_OF_THEM,
    "left._such_a_cost: min -> max (4)": ANY_OF_THEM,
    "limits.Deadline._day: self.month is None or self.day is None"
    " -> self.month is None and self.day is None": (
        "A file with one of the two is refused before it is judged."
    ),
    "means.: 30 -> 31": "The most that a file may say of dependants; the tests of files pin it.",
    "rooms._pieces_left: 0 -> 1": f"{NEVER_NONE} Only a cap that has a count counts pieces.",
    "rooms._apply: 0 -> 1": f"{NEVER_NONE} Only what has a number of times can be full.",
}
