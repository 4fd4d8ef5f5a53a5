"""A letter about nobody, to look at the sentences with: fields made up. Reads settings only."""

from collections.abc import Mapping
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from core import clock
from core.clock import add_days, long_date
from core.letters.letters import LANGUAGE, Content
from core.money import show_cents
from fund.letters.gathering import of_the_centre
from fund.letters.showing import draft
from fund.letters.slots import COMMON, PROVIDER, REFUSAL
from fund.letters.texts import Texts, words_of
from terms.lists import label_of
from terms.rule_lists import BODIES


def example_of(code: str, words: Mapping[str, str], texts: Texts) -> Content:
    """How a letter would look with these sentences; the set for every letter shows in a refusal."""
    with force_locale(LANGUAGE):
        kind = REFUSAL if code == COMMON else code
        said = {**words_of(COMMON, texts), **words_of(kind, texts), **words}
        return draft(kind, {**of_the_centre(), **said, **_made_up(kind, said)})


def _made_up(kind: str, said: Mapping[str, str]) -> dict[str, Any]:
    today = clock.today()
    granted = (
        {} if kind == REFUSAL else {"amount": show_cents(9_000), "payment": said["pay_provider"]}
    )
    steps = [[_("Cost"), show_cents(12_000)], [_("We grant"), show_cents(9_000)]]
    return {
        "request_number": "2026-0000",
        "file_number": "20000",
        "asked_on": long_date(add_days(today, -12)),
        "decided_on": long_date(today),
        "replaced_on": long_date(add_days(today, -40)),
        "replaces": "",
        "person": _("Example Person"),
        "what": _("Membership, working year"),
        "price": show_cents(12_000),
        "provider": _("the club"),
        "worker": _("Example Worker"),
        "addressee": [_("the club") if kind == PROVIDER else _("Example Person")],
        "address": ["Voorbeeldstraat 1", "3600 Genk"],
        "decided_by": _("Who decided: %(body)s.", body=label_of(BODIES, "approver")),
        "reasons": [said.get("why", _("Here stands the reason of the decision."))],
        "rule": _(
            "This stands in the rule: %(where)s.",
            where=_("title, version, council decision, article"),
        ),
        "calculation": steps if kind != REFUSAL else [],
        "question": _("Here stands the question."),
        "answer_by": long_date(add_days(today, 14)),
        **granted,
    }
