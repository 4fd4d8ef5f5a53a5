"""The fields of a letter of the fund, from the frozen decision and today's address. Changes nothing."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from flask_babel import force_locale
from flask_babel import gettext as _

from core import clock, settings
from core.clock import brussels, long_date
from core.letters.letters import (
    LANGUAGE,
    NEUTRAL_LINES,
    NEUTRAL_NAME,
    SENDER_LINES,
    SENDER_NAME,
)
from core.money import show_cents
from core.sealing.sealed import unseal
from fund.bodies.queries import terms_of_decision
from fund.central.lines import article_of
from fund.letters import settings as keys
from fund.letters.models import Dispatch
from fund.letters.recipients import Recipient, recipient_of
from fund.letters.remedy import named_in, remedy_of
from fund.letters.slot import COMMON, QUESTION, RECOVERY, TO_PROVIDERS
from fund.letters.texts import Texts, words_of
from fund.models import Decision
from fund.record import lines_of
from fund.wording import subject_of
from intake.asking.asked import DISCOUNT
from intake.requests.judging import rule_of
from intake.requests.life import REFUSED
from intake.requests.models import Request
from regulation.versions.models import RuleVersion
from regulation.words import shown_lines
from terms.lists import label_of
from terms.rule_lists import BODIES, RECOVERY_GROUNDS

DAYS: Final = {"answer_by", "held_on", "replaced_letter_on"}
ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")


def fields_of(dispatch: Dispatch, texts: Texts) -> dict[str, Any]:
    """All that a letter may name; an empty one that its kind requires keeps it in the house."""
    with force_locale(LANGUAGE):
        request, decision = dispatch.request, dispatch.decision
        fields = {
            **of_the_centre(),
            **_of_the_request(request),
            **words_of(dispatch.kind, texts),
        }
        if dispatch.kind in TO_PROVIDERS:
            return fields | _for_the_provider(request) | _of_the_one_before(dispatch)
        fields |= _to_whom(recipient_of(request, clock.today()))
        if decision is not None:
            fields |= words_of(COMMON, texts)
            fields |= named_in(remedy_of(terms_of_decision(decision)), fields)
            fields |= dict(_of_the_decision(request, decision, fields))
        replaced = dispatch.revises
        fields["replaced_on"] = _day(replaced.decided_at) if replaced else ""
        if replaced is None:
            fields["replaces"] = ""
        own = _own_words(dispatch)
        if "replaced_letter_on" not in own:
            fields["replaces_letter"] = fields["nothing_back"] = ""
        return fields | own


def _own_words(dispatch: Dispatch) -> dict[str, Any]:
    """What only this letter says, which lies sealed: days and amounts in words."""
    own = _sealed(dispatch)
    if dispatch.kind == QUESTION and _is_over(own["answer_by"]):
        own["answer_by"] = ""  # the letter stays here
    for name in DAYS & own.keys():
        own[name] = _long(own[name])
    if "body" in own:
        own["body_code"] = own["body"]
        own["body"] = in_a_sentence(label_of(BODIES, own["body"]))
        own["kept"], own["freed_amount"] = map(show_cents, (own["kept_cents"], own["freed_cents"]))
    if "recovery_ground" in own:
        own |= _asked_back(dispatch, own)
    return own


def _asked_back(dispatch: Dispatch, own: dict[str, Any]) -> dict[str, Any]:
    """Of a recovery: the ground in words, and how the sum was reached. After a revision it speaks of the
    grant by which was paid, which is not always the decision before, and of what the new one gives."""
    paid_by, total = dispatch.revises, show_cents(own["total_cents"])
    granted = _("We grant now") if paid_by is not None else _("We granted")
    steps = [
        [granted, show_cents(dispatch.request.granted_cents)],
        [_("Was paid"), show_cents(own["spent_cents"])],
        [_("We ask back"), total],
    ]
    ground = label_of(RECOVERY_GROUNDS, own["recovery_ground"])
    found = {"ground": ground, "total": total, "calculation": steps}
    if paid_by is None:
        return found
    amount, decided_on = show_cents(paid_by.granted_cents), _day(paid_by.decided_at)
    return found | {"amount": amount, "decided_on": decided_on}


def days_of(dispatch: Dispatch) -> dict[str, dt.date]:
    """The days that a letter names, by field, for who writes them otherwise."""
    request, decision, replaced = dispatch.request, dispatch.decision, dispatch.revises
    if dispatch.kind == RECOVERY:
        decision = replaced or decision
    found: dict[str, dt.date | None] = {
        "asked_on": brussels(request.submitted_at).date(),
        "decided_on": brussels(decision.decided_at).date() if decision else None,
        "replaced_on": brussels(replaced.decided_at).date() if replaced else None,
        "appeal_until": request.appeal_until_on,
    }
    for name, day in _sealed(dispatch).items():
        if name in DAYS and ISO.fullmatch(day):
            found[name] = dt.date.fromisoformat(day)
    return {name: day for name, day in found.items() if day is not None}


def in_a_sentence(label: str) -> str:
    """ "The committee" as it stands within one: "the committee"."""
    return f"{label[:1].lower()}{label[1:]}"


def _sealed(dispatch: Dispatch) -> dict[str, Any]:
    if dispatch.sealed_words is None:
        return {}
    place = {"table": "dispatch", "column": "sealed_words", "row_key": dispatch.row_key}
    return dict(json.loads(unseal(dispatch.sealed_words, **place)))


def _is_over(day: str) -> bool:
    return bool(ISO.fullmatch(day)) and dt.date.fromisoformat(day) < clock.today()


def _long(day: str) -> str:
    """A day as it is stored; of a question from before 0073 it is written out already."""
    return long_date(dt.date.fromisoformat(day)) if ISO.fullmatch(day) else day


def of_the_centre() -> dict[str, Any]:
    """What stands on every letter, as it is set now."""
    neutral = [settings.get(NEUTRAL_NAME), *settings.get(NEUTRAL_LINES)]
    return {
        "service": settings.get(SENDER_NAME),
        "sender_lines": settings.get(SENDER_LINES),
        "window_line": " · ".join(filter(None, neutral)) if neutral[0] else "",
        "contact": settings.get(keys.CONTACT),
        "delegation": settings.get(keys.DELEGATION),
        "signatories": settings.get(keys.SIGNATORIES),
        "payment_days": str(settings.get(keys.PAYMENT_DAYS)),
        "invoice_lines": settings.get(keys.INVOICE_LINES),
        "logo_id": settings.get(keys.LOGO),
    }


def _of_the_request(request: Request) -> dict[str, Any]:
    return {
        "request_number": request.number,
        "file_number": request.client.file_number,
        "asked_on": _day(request.submitted_at),
        "person": request.client.name,
        "what": request.what,
        "price": show_cents(request.cost_cents),
        "provider": request.provider_name or _("the provider"),
        "worker": request.worker.name,
    }


def _to_whom(recipient: Recipient) -> dict[str, Any]:
    by_hand = [_("To be handed over in person")]
    return {
        "addressee": list(recipient.names),
        "address": by_hand if recipient.is_by_hand else list(recipient.address),
        "is_by_hand": recipient.is_by_hand,
    }


def _for_the_provider(request: Request) -> dict[str, Any]:
    """Never the worker's own words: they may say what a provider must not know."""
    provider = request.provider
    return {
        "what": subject_of(request),
        "addressee": [request.provider_name] if request.provider_name else [],
        "address": provider.address.splitlines() if provider else [],
        "amount": show_cents(request.granted_cents),
        "is_by_hand": False,
    }


def _of_the_one_before(dispatch: Dispatch) -> dict[str, Any]:
    """Of a confirmation that takes the place of one that left: the day of that one, and what holds now."""
    own = _own_words(dispatch)
    if not own:
        return {"replaces_letter": ""}
    return own | {"amount": show_cents(own["holds_cents"])}


def _of_the_decision(
    request: Request, decision: Decision, fields: dict[str, Any]
) -> Iterator[tuple[str, Any]]:
    yield "decided_on", _day(decision.decided_at)
    until_on = request.appeal_until_on
    yield "appeal_until", long_date(until_on) if until_on else ""
    yield "decided_by", _who_decided(decision)
    yield "rule", _rule(rule_of(decision.request_version), article_of(decision))
    own = [line for line in decision.reasons.splitlines() if line.strip()]
    yield "reasons", own or list(filter(None, [fields.get("why", "")]))
    yield "has_own_words", bool(own)
    if decision.outcome == REFUSED:
        return
    yield "amount", show_cents(decision.granted_cents)
    yield "calculation", _calculation(decision)
    yield "payment_slot", _payment_slot(request)
    yield "payment", fields[_payment_slot(request)]


def _payment_slot(request: Request) -> str:
    if request.kind == DISCOUNT:
        return "discount"
    return "pay_client" if request.payee == "client" else "pay_provider"


def _calculation(decision: Decision) -> list[list[str]]:
    rows = [
        [
            f"{label} ({why})" if why else label,
            f"− {show_cents(cents)}" if less else show_cents(cents),
        ]
        for label, why, cents, less in shown_lines(lines_of(decision))
    ]
    if decision.granted_cents != decision.assessed_cents:
        rows.append([_("The rule gives"), show_cents(decision.assessed_cents)])
    return [*rows, [_("We grant"), show_cents(decision.granted_cents)]]


def _who_decided(decision: Decision) -> str:
    body = label_of(BODIES, decision.body)
    return str(_("Who decided: %(body)s.", body=body))


def _rule(rule: RuleVersion, article: str) -> str:
    """Where it stands: the rule, its version, the council's decision, the articles."""
    said = [_("%(title)s, version %(number)s", title=rule.title, number=rule.version)]
    if rule.council_on is not None:
        number, on = rule.council_number, long_date(rule.council_on)
        said.append(_("decision %(number)s of %(date)s", number=number, date=on))
    if article:
        said.append(article)
    return str(_("This stands in the rule: %(where)s.", where=", ".join(map(str, said))))


def _day(instant: dt.datetime) -> str:
    return long_date(brussels(instant).date())
