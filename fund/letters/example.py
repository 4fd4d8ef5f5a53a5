"""A letter about nobody, to look at the sentences with: fields made up. Reads settings only."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from flask_babel import force_locale
from flask_babel import gettext as _

from core import clock
from core.clock import add_days, long_date
from core.letters.letters import LANGUAGE, Content
from core.money import show_cents
from fund.bodies.deciding import BY_BASIS
from fund.letters.annexing import annex_of
from fund.letters.gathering import in_a_sentence, of_the_centre
from fund.letters.remedy import named_in, remedies_now, remedy_of
from fund.letters.showing import draft
from fund.letters.slot import (
    APPEAL_INFO,
    COMMON,
    NOT_RATIFIED,
    RATIFIED,
    RECOVERY,
    REFUSAL,
    TO_PROVIDERS,
)  # fmt: skip
from fund.letters.texts import Texts, words_of
from terms.lists import label_of
from terms.rule_lists import BODIES, RECOVERY_GROUNDS

LATER: Final = (RATIFIED, NOT_RATIFIED, RECOVERY, APPEAL_INFO)


def example_of(
    code: str,
    words: Mapping[str, str],
    texts: Texts,
    *,
    translated: tuple[str, Mapping[str, str]] | None = None,
) -> Content:
    """How a letter would look with these sentences; the set for every letter shows in a refusal.

    `translated`: a language, and the sentences of an annex in it.
    """
    with force_locale(LANGUAGE):
        kind = kind_shown(code)
        said = {**words_of(COMMON, texts), **words_of(kind, texts), **words}
        found = sorted(remedies_now(), key=lambda one: one.code)
        remedy = found[0] if found else remedy_of(BY_BASIS[""])
        fields = {**of_the_centre(), **said, **named_in(remedy, said), **_made_up(kind, said)}
        annexes = [annex_of(kind, *translated, fields, _days(kind))] if translated else []
        return draft(kind, fields, annexes)


def kind_shown(code: str) -> str:
    """In which letter a set shows."""
    return REFUSAL if code == COMMON else code


def _days(kind: str) -> dict[str, dt.date]:
    today = clock.today()
    ahead = {
        "asked_on": -12,
        "decided_on": 0,
        "replaced_on": -40,
        "answer_by": 14,
        "replaced_letter_on": -5,
    }
    if kind in LATER:
        ahead |= {"asked_on": -30, "decided_on": -20, "held_on": -3, "appeal_until": 70}
    return {name: add_days(today, days) for name, days in ahead.items()}


def _made_up(kind: str, said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "request_number": "2026-0000",
        "file_number": "20000",
        "replaces": "",
        "replaces_letter": "",
        "nothing_back": "",
        "person": _("Example Person"),
        "what": _("Membership, working year"),
        "price": show_cents(12_000),
        "provider": _("the club"),
        "worker": _("Example Worker"),
        "addressee": [_("the club") if kind in TO_PROVIDERS else _("Example Person")],
        "address": ["Voorbeeldstraat 1", "3600 Genk"],
        "decided_by": _("Who decided: %(body)s.", body=label_of(BODIES, "approver")),
        "reasons": [said.get("why", _("Here stands the reason of the decision."))],
        "rule": _(
            "This stands in the rule: %(where)s.",
            where=_("title, version, council decision, article"),
        ),
        "question": _("Here stands the question."),
        **{name: long_date(day) for name, day in _days(kind).items()},
        **_money(kind, said),
        **_later(kind),
    }


def _money(kind: str, said: Mapping[str, str]) -> dict[str, Any]:
    if kind == REFUSAL:
        return {"calculation": []}
    given = {"amount": show_cents(9_000), "payment": said.get("pay_provider", "")}
    given["payment_slot"] = "pay_provider"
    if kind == RECOVERY:
        steps = [[_("We granted"), show_cents(9_000)], [_("You had a right to"), show_cents(6_000)]]
        return given | {"calculation": [*steps, [_("We ask back"), show_cents(3_000)]]}
    steps = [[_("Cost"), show_cents(12_000)], [_("We grant"), show_cents(9_000)]]
    return given | {"calculation": steps}


def _later(kind: str) -> dict[str, Any]:
    """What letters after a decision say beside it."""
    if kind == RECOVERY:
        return {
            "finding": _("Here stands what we found."),
            "ground": label_of(RECOVERY_GROUNDS, "other_payer"),
            "total": show_cents(3_000),
        }
    if kind == NOT_RATIFIED:
        why = {"why_not": _("Here stands the reason of the decision."), "freed_cents": 5_000}
        return {**why, **_meeting(4_000), "freed_amount": show_cents(5_000)}
    return _meeting(9_000) if kind == RATIFIED else {}


def _meeting(kept_cents: int) -> dict[str, Any]:
    return {
        "body": in_a_sentence(label_of(BODIES, "bcsd")),
        "body_code": "bcsd",
        "kept_cents": kept_cents,
        "kept": show_cents(kept_cents),
    }
