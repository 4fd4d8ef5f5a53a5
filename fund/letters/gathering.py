"""The fields of a letter of the fund, from the frozen decision and today's address. Changes nothing."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

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
from fund.central.lines import article_of
from fund.letters import settings as keys
from fund.letters.models import Dispatch
from fund.letters.recipients import Recipient, recipient_of
from fund.letters.slots import COMMON, PROVIDER
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
from terms.rule_lists import BODIES


def fields_of(dispatch: Dispatch, texts: Texts) -> dict[str, Any]:
    """All that a letter may name; an empty one that its kind requires keeps it in the house."""
    with force_locale(LANGUAGE):
        request, decision = dispatch.request, dispatch.decision
        fields = {
            **of_the_centre(),
            **_of_the_request(request),
            **words_of(dispatch.kind, texts),
        }
        if dispatch.kind == PROVIDER:
            return fields | _for_the_provider(request)
        fields |= _to_whom(recipient_of(request, clock.today()))
        if decision is not None:
            fields |= words_of(COMMON, texts)
            fields |= dict(_of_the_decision(request, decision, fields))
        replaced = dispatch.revises
        fields["replaced_on"] = _day(replaced.decided_at) if replaced else ""
        if replaced is None:
            fields["replaces"] = ""
        return fields | _asked(dispatch)


def _asked(dispatch: Dispatch) -> dict[str, Any]:
    """The words of a question and its last day, which lie sealed."""
    if dispatch.sealed_words is None:
        return {}
    place = {"table": "dispatch", "column": "sealed_words", "row_key": dispatch.row_key}
    return dict(json.loads(unseal(dispatch.sealed_words, **place)))


def of_the_centre() -> dict[str, Any]:
    """What stands on every letter, as it is set now."""
    neutral = [settings.get(NEUTRAL_NAME), *settings.get(NEUTRAL_LINES)]
    return {
        "service": settings.get(SENDER_NAME),
        "sender_lines": settings.get(SENDER_LINES),
        "window_line": " · ".join(filter(None, neutral)) if neutral[0] else "",
        "contact": settings.get(keys.CONTACT),
        "court_name": settings.get(keys.COURT_NAME),
        "court_address": settings.get(keys.COURT_LINES),
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


def _of_the_decision(
    request: Request, decision: Decision, fields: dict[str, Any]
) -> Iterator[tuple[str, Any]]:
    yield "decided_on", _day(decision.decided_at)
    yield "decided_by", _who_decided(decision)
    yield "rule", _rule(rule_of(decision.request_version), article_of(decision))
    own = [line for line in decision.reasons.splitlines() if line.strip()]
    yield "reasons", own or list(filter(None, [fields.get("why", "")]))
    if decision.outcome == REFUSED:
        return
    yield "amount", show_cents(decision.granted_cents)
    yield "calculation", _calculation(decision)
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
