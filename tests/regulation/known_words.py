"""The words that the reader of rule files knows at a place, as it tells them itself."""

import pytest

from regulation.files.reading import read_rule_set
from regulation.files.table import RuleFileError
from tests.regulation import guide

STRANGE = "zzzzzzzz"
# A word that nobody knows, at each place whose words are read by hand.
PLACES = {
    "facts": f"facts = {{ {STRANGE} = 1 }}",
    "members": f"facts = {{ members = [{{ {STRANGE} = 1 }}] }}",
    "incomes": f"facts = {{ incomes = [{{ {STRANGE} = 1 }}] }}",
    "items": f"facts = {{ items = [{{ {STRANGE} = 1 }}] }}",
    "other_payers": f"facts = {{ other_payers = [{{ {STRANGE} = 1 }}] }}",
    "shares": f"facts = {{ shares = {{ {STRANGE} = 1 }} }}",
    "budget": f"facts = {{ budget = {{ {STRANGE} = 1 }} }}",
    "history": f"history = [{{ granted = 1, cost_on = 2027-01-01, {STRANGE} = 1 }}]",
    "bookings": "history = [{ granted = 1, cost_on = 2027-01-01,"
    f' bookings = [{{ cap = "jaar", {STRANGE} = 1 }}] }}]',
    "expect": f"expect = {{ {STRANGE} = 1 }}",
    "case": f"{STRANGE} = 1",
}


def known_at(place: str) -> set[str]:
    """What may stand there: the checker names it all when it meets a word that is like none."""
    if place == "terms":
        text = f"{guide.example()}\n[terms]\n{STRANGE} = 1\n"
    else:
        expected = "" if place == "expect" else "expect = { amount = 0 }\n"
        text = f'{guide.example()}\n[[cases]]\nname = "?"\n{expected}{PLACES[place]}\n'
    with pytest.raises(RuleFileError) as error:
        read_rule_set(text)
    assert error.value.place.endswith(STRANGE)
    return set(str(error.value.message).rpartition(": ")[2].rstrip(".").split(", "))
