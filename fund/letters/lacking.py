"""What keeps a letter of the fund in the house, in words, and where it is set. Changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from core.letters.letters import empty_fields
from fund.letters.gathering import fields_of, of_the_centre
from fund.letters.kinds import KINDS
from fund.letters.models import Dispatch
from fund.letters.remedy import of_the_place, remedies_now
from fund.letters.slot import PROVIDER, TO_PROVIDERS
from fund.letters.texts import Texts
from terms.deciding import LABOUR_COURT

SETTINGS, ADDRESS, REQUEST, TEXTS = "settings", "address", "request", "texts"


@dataclass(frozen=True)
class Lack:
    """One thing that is missing. `anchor`: the field where it is set, on the page of settings."""

    name: str
    words: LazyString
    where: str
    anchor: str = ""


_ALL: Final = (
    Lack("service", _l("the name of the centre"), SETTINGS, "letters-sender_name"),
    Lack("sender_lines", _l("the address of the centre"), SETTINGS, "letters-sender_lines"),
    Lack("window_line", _l("the neutral name for the envelope"), SETTINGS, "letters-neutral_name"),
    Lack("contact", _l("how the client reaches the service"), SETTINGS, "letters-contact"),
    Lack("court_name", _l("the court for an appeal"), SETTINGS, "letters-court_name"),
    Lack("court_address", _l("the address of the court"), SETTINGS, "letters-court_lines"),
    Lack("remedy_name", _l("where one goes who does not agree"), SETTINGS, "letters-remedy_name"),
    Lack("remedy_address", _l("the address of that body"), SETTINGS, "letters-remedy_lines"),
    Lack("delegation", _l("by whose delegation is signed"), SETTINGS, "letters-delegation"),
    Lack("signatories", _l("who signs"), SETTINGS, "letters-signatories"),
    Lack("invoice_lines", _l("where providers send invoices"), SETTINGS, "letters-invoice_lines"),
    Lack("address", _l("the address of the household"), ADDRESS),
    Lack("addressee", _l("to whom the letter goes"), REQUEST),
    Lack("file_number", _l("the file number"), REQUEST),
    Lack("request_number", _l("the number of the request"), REQUEST),
    Lack("asked_on", _l("the day of the request"), REQUEST),
    Lack("person", _l("for whom it is asked"), REQUEST),
    Lack("what", _l("what is asked"), REQUEST),
    Lack("worker", _l("the name of the social worker"), REQUEST),
    Lack("decided_on", _l("the day of the decision"), REQUEST),
    Lack("decided_by", _l("who decided"), REQUEST),
    Lack("reasons", _l("the reasons"), REQUEST),
    Lack("rule", _l("the rule and its article"), REQUEST),
    Lack("amount", _l("the amount granted"), REQUEST),
    Lack("calculation", _l("how it was calculated"), REQUEST),
    Lack("payment", _l("how and when is paid"), TEXTS),
    Lack("question", _l("the question"), REQUEST),
    Lack(
        "answer_by",
        _l("a day to answer that is not over: answer the question and ask it again"),
        REQUEST,
    ),
    Lack("body", _l("who ratified, or did not"), REQUEST),
    Lack("held_on", _l("the day of that meeting"), REQUEST),
    Lack("why_not", _l("why it was not ratified"), REQUEST),
    Lack("kept", _l("what stays of urgent help that was not ratified"), REQUEST),
    Lack("freed_amount", _l("what is no longer paid of it"), REQUEST),
    Lack("finding", _l("what was found"), REQUEST),
    Lack("ground", _l("the ground for asking it back"), REQUEST),
    Lack("total", _l("the amount asked back"), REQUEST),
    Lack("stays", _l("what stays"), TEXTS),
    Lack("freed", _l("what is freed"), TEXTS),
    Lack("prescription", _l("until when it may be asked back"), TEXTS),
    Lack("waiver", _l("how to ask to give it up"), TEXTS),
    Lack("spread", _l("how to pay in parts"), TEXTS),
    Lack("until_known", _l("until when one may appeal"), TEXTS),
    Lack("until_unknown", _l("until when one may appeal"), TEXTS),
    Lack("opening", _l("the opening sentence"), TEXTS),
    Lack("closing", _l("the closing sentence"), TEXTS),
    Lack("answer", _l("how and when to answer"), TEXTS),
    Lack("questions", _l("how to get information"), TEXTS),
    Lack("file_right", _l("the right to see the file"), TEXTS),
    Lack("appeal", _l("how to appeal"), TEXTS),
)
# What is missing of a place that is not the court is set in fields of its own.
ELSEWHERE: Final = {"court_name": "remedy_name", "court_address": "remedy_address"}
LACKS: Final[Mapping[str, Lack]] = {one.name: one for one in _ALL}
OF_THE_CENTRE: Final = frozenset(one.name for one in _ALL if one.where == SETTINGS)


def lacks_of(dispatch: Dispatch, texts: Texts) -> list[Lack]:
    """All that this letter lacks now."""
    fields = fields_of(dispatch, texts)
    names = empty_fields(KINDS[dispatch.kind], fields)
    if fields.get("remedy", LABOUR_COURT) == LABOUR_COURT:
        return named(names)
    return named(ELSEWHERE.get(name, name) for name in names)


def own_lacks(names: Iterable[str]) -> list[str]:
    """Of these names those of the letter alone: the centre's are asked of the settings each time."""
    return [name for name in names if name not in OF_THE_CENTRE]


def centre_lacks(*, with_providers: bool) -> list[Lack]:
    """What no letter can leave without, as the settings stand."""
    given = {**of_the_centre(), **_of_the_remedies()}
    needed = {
        name for code, kind in KINDS.items() if code not in TO_PROVIDERS for name in kind.required
    }
    needed |= set(ELSEWHERE.values())
    needed |= set(KINDS[PROVIDER].required) if with_providers else set()
    return named(name for name in given if name in needed and not given[name])


def _of_the_remedies() -> dict[str, Any]:
    """Of the court, and of the body elsewhere, only where the rule in force sends people there."""
    found: dict[str, Any] = {}
    for remedy in remedies_now():
        for name, value in of_the_place(remedy).items():
            found[name if remedy.is_court else ELSEWHERE[name]] = value
    return found


def named(names: Iterable[str]) -> list[Lack]:
    """In the order of the list above."""
    wanted = set(names)
    return [one for one in _ALL if one.name in wanted]
