"""The form of a request on paper, to fill in at somebody's home. It changes nothing and reads no draft."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from flask_babel import gettext as _

from core.clock import show_date
from core.letters.sheets import Part, Sheet
from intake.asking.asked import DISCOUNT, FUND
from intake.asking.needed import covered_by
from intake.asking.told import QUESTION
from intake.asking.wording import label_for
from intake.people.models import Address, Client
from intake.requests.judging import scheme_for
from regulation.sentences.page import SchemePage, pages_of
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set
from regulation.vocabulary.rules import RuleSet, Scheme, SchemeKind
from terms.lists import CATEGORIES, LIFE_DOMAINS, PAYEES, PAYERS, REASONS, label_of

NOTE_LINES = 5


@dataclass(frozen=True)
class Known:
    """What of the family need not be asked again; nothing of it on a form for anybody."""

    client: Client | None = None
    address: Address | None = None
    # Name and date of birth of whoever the form may be for.
    people: list[tuple[str, str]] = field(default_factory=list)


def kinds_of(version: RuleVersion | None) -> list[str]:
    """What can be asked by the rule: the fund, a discount, or both."""
    rules = rule_set(version) if version else None
    found = [kind for kind in (FUND, DISCOUNT) if rules is None or _scheme(rules, kind)]
    return found or [FUND]


def empty_form(kind: str, version: RuleVersion | None, known: Known) -> Sheet:
    """The fields of the form of this kind, with what the rule asks; typed in later as always."""
    rules = rule_set(version) if version else None
    scheme = _scheme(rules, kind) if rules else None
    client = known.client
    return Sheet.of(
        _("Request for a discount") if kind == DISCOUNT else _("Request to the Culture Fund"),
        (
            Part(_("For whom"), rows=tuple(_whom(known)), boxes=tuple(_people(known))),
            Part(
                _("What"), rows=_blank(_("What?"), _("Provider"), _("Price"), _("Date of the cost"))
            ),
            Part(_("Kind of activity"), boxes=tuple(_kinds(scheme))),
            Part(_("Reason"), boxes=tuple(str(one.label) for one in REASONS.values())),
            Part(
                _("Who pays something already?"),
                rows=_blank(*(str(one.label) for one in PAYERS.values())),
            ),
            *(
                ()
                if kind == DISCOUNT
                else (Part(_("Whom do we pay?"), boxes=tuple(_payees(scheme))),)
            ),
            Part(_("Life domain"), boxes=tuple(str(one.label) for one in LIFE_DOMAINS.values())),
            Part(rows=_blank(_("Goal in the assistance plan"))),
            *(_rule_asks(rules, scheme) if rules and scheme else ()),
            Part(_("Notes"), lines=NOTE_LINES),
        ),
        reference=_("File %(number)s", number=client.file_number) if client else "",
        signed=(
            _("The client, or a parent: date and signature"),
            _("The social worker: date and signature"),
        ),
    )


def _scheme(rules: RuleSet, kind: str) -> Scheme | None:
    found = scheme_for(rules, kind)
    is_discount = found is not None and found.kind is SchemeKind.DISCOUNT
    return found if is_discount is (kind == DISCOUNT) else None


def _whom(known: Known) -> Iterator[tuple[str, str]]:
    client, address = known.client, known.address
    where = f"{address.street}, {address.postal_code} {address.town}".strip(", ") if address else ""
    yield _("Name"), client.name if client else ""
    yield _("Date of birth"), show_date(client.birth_on) if client else ""
    yield _("Address"), where
    yield _("Phone"), client.phone if client else ""
    yield _("Date of the visit"), ""


def _people(known: Known) -> Iterator[str]:
    for name, birth in known.people:
        yield _("for %(name)s, born on %(day)s", name=name, day=birth)
    yield _("for somebody else in the household:")


def _kinds(scheme: Scheme | None) -> Iterator[str]:
    codes = covered_by(scheme, CATEGORIES) if scheme else list(CATEGORIES)
    return (label_of(CATEGORIES, code) for code in codes)


def _payees(scheme: Scheme | None) -> Iterator[str]:
    named = scheme.pay.payees if scheme and scheme.pay else ()
    return (str(one.label) for one in PAYEES.values() if not named or one.code in named)


def _rule_asks(rules: RuleSet, scheme: Scheme) -> Iterator[Part]:
    """Who may ask, by when, and with which proof, as the rule's own page says it; then its questions."""
    shown = _page_of(rules, scheme)
    for section in shown.sections:
        words = [
            f"{one.text} ({one.article})" if one.article else one.text for one in section.sentences
        ]
        if section.title == _("With which proof"):
            yield Part(_("Proof: tick what you have seen"), boxes=tuple(words))
        elif section.title in (_("For whom"), _("When")):
            title = _("Who may ask this") if section.title == _("For whom") else section.title
            yield Part(title, words=tuple(words))
    asked = tuple(label_for(rules, QUESTION + name) for name in rules.questions)
    if asked:
        yield Part(_("The rule also asks"), rows=_blank(*asked))


def _page_of(rules: RuleSet, scheme: Scheme) -> SchemePage:
    return next(
        shown
        for one, shown in zip(rules.schemes.values(), pages_of(rules), strict=True)
        if one is scheme
    )


def _blank(*labels: str) -> tuple[tuple[str, str], ...]:
    return tuple((label, "") for label in labels)
