"""The record of the decisions on one request on paper, for a court. It decides nothing."""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from accounts.words import ROLE_WORDS
from core.clock import brussels, long_date
from core.letters.sheets import Part, Sheet
from core.money import show_cents
from core.pages.show import moment
from fund.bodies.deciding import BY_VOTE
from fund.central.sheet import asked_rows, calculation, caps, decided_rows
from fund.meetings.queries import item_that_made
from fund.meetings.wording import name_of, there_rows, votes_of
from fund.models import Decision
from fund.records.canonical import is_whole
from fund.recovery import asked_back_of
from fund.wording import OUTCOME_WORDS, deviation_of
from intake.requests.in_words import NOTHING, why_in_words
from intake.requests.judging import rule_of
from intake.requests.life import NOT_RATIFIED
from intake.requests.models import Request
from regulation.sentences.page import SchemePage, pages_of
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set
from terms.lists import label_of
from terms.rule_lists import BODIES


def record_sheet(request: Request, decisions: Sequence[Decision]) -> Sheet:
    """Every decision on a request with what it stood on, the newest first, then the rule."""
    rules = {rule.id: rule for rule in (rule_of(one.request_version) for one in decisions)}
    return Sheet.of(
        _("Record of the decision on request %(number)s", number=request.number),
        (
            Part(_("Why, within the assistance"), rows=tuple(why_in_words(request))),
            Part(_("Social report"), words=(request.filing.report or NOTHING,)),
            *(part for one in decisions for part in _decision(request, one)),
            *(part for rule in rules.values() for part in _rule(request, rule)),
        ),
        reference=_("File %(number)s", number=request.client.file_number),
    )


def _decision(request: Request, decision: Decision) -> Iterator[Part]:
    on = long_date(brussels(decision.decided_at).date())
    title = _("Decision %(number)s, of %(day)s", number=decision.number, day=on)
    yield Part(title, rows=(*decided_rows(request, decision), *_standing(request, decision)))
    yield Part(_("What was known"), rows=tuple(asked_rows(request, decision)))
    yield from calculation(decision)
    yield from caps(decision)
    yield Part(_("Budget"), rows=tuple(_budget(decision)))
    yield Part(_("Proof of the record"), rows=tuple(_proof(decision)))


def _standing(request: Request, decision: Decision) -> Iterator[tuple[str, str]]:
    yield _("In which capacity"), capacity_of(decision)
    yield from _voted(decision)
    if deviation := deviation_of(decision):
        yield _("Deviates from"), deviation
    if decision.revises is not None:
        said = str(OUTCOME_WORDS[decision.revises.outcome]).lower()
        yield _("Replaces"), _("decision %(number)s", number=decision.revises.number) + f", {said}"
    if decision.revised_at is not None:
        yield _("Replaced by a later one"), moment(decision.revised_at)
    if decision.undone_at is not None:
        yield _("Undone"), moment(decision.undone_at)
    if request.status == NOT_RATIFIED and decision.stands:
        yield from asked_back_of(request, decision)


def _voted(decision: Decision) -> Iterator[tuple[str, str]]:
    """Of a decision by a meeting: which one, how the vote fell, and who was there."""
    item = item_that_made(decision) if decision.capacity == BY_VOTE else None
    if item is not None:
        yield _("Vote"), f"{name_of(item.meeting)}: {votes_of(item)}"
        yield from there_rows(item)


def capacity_of(decision: Decision) -> str:
    """As what the decider acted, and for which body; a code that no list knows stays as it is."""
    said = [*(str(words) for role, words in ROLE_WORDS.items() if role == decision.capacity)]
    said.append(label_of(BODIES, decision.body) if decision.body != decision.capacity else "")
    return ", ".join(filter(None, said)) or decision.capacity


def _budget(decision: Decision) -> Iterator[tuple[str, str]]:
    held = decision.budget
    if not held:
        yield _("Budget"), NOTHING
        return
    yield _("Budget of %(year)s", year=held["year"]), show_cents(held["amount_cents"])
    yield _("Free before"), show_cents(held["amount_cents"] - held["before_cents"])
    yield _("Free after"), show_cents(held["amount_cents"] - held["after_cents"])


def _proof(decision: Decision) -> Iterator[tuple[str, str]]:
    yield _("SHA-256 of the record"), decision.record_hash or NOTHING
    yield _("Compared"), proof_words(decision)


def proof_words(decision: Decision) -> str:
    """Whether the rows are still what was decided."""
    whole = is_whole(decision)
    if whole is None:
        return str(_("This decision is from before the hash was kept."))
    if whole:
        return str(_("The record is what was decided: it fits the hash."))
    return str(_("Mind this: the record no longer fits the hash. Something was changed."))


def _rule(request: Request, rule: RuleVersion) -> Iterator[Part]:
    """The text of the rule that was applied, in sentences."""
    title = _("The rule, version %(version)s", version=rule.version)
    rules = rule_set(rule)
    place = list(rules.schemes).index(request.scheme)
    yield Part(
        title,
        words=tuple(_sentences(pages_of(rules)[place])),
        rows=((_("Rule"), rule.title), (_("SHA-256 of its text"), rule.sha256)),
    )


def _sentences(shown: SchemePage) -> Iterator[str]:
    for section in shown.sections:
        yield f"{section.title}: " + " ".join(
            f"{one.text} ({one.article})" if one.article else one.text for one in section.sentences
        )
    for row in shown.categories:
        yield row.what
