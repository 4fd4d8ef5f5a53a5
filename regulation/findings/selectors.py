"""For whom and for what a block holds: selectors judged purely in the regulation room, silently."""

from regulation.findings.assessment import Answer
from regulation.findings.eligibility import holds, of_age
from regulation.findings.findings import YES, Finding, all_of, ask
from regulation.findings.matter import Matter
from regulation.vocabulary.blocks import Lasting, When

NO = Finding(Answer.NO)


def fits(when: When, matter: Matter, amount_cents: int | None = None) -> Finding:
    """Is this block for this person, this cost and this payment?

    A selector on the amount needs one: before there is an amount, it fits.
    """
    facts = matter.facts
    found = [] if when.age is None else [of_age(when.age, facts, matter.judged_on)]
    if when.statuses:
        found.append(_any_status(when.statuses, facts.statuses))
    found += [_silently(holds(one, matter)) for one in when.conditions]
    found += [
        _among("role", when.roles, facts.role),
        _among("tariff_group", when.tariff_groups, facts.tariff_group),
        _among("category", when.categories, facts.category),
        _not_among("category", when.except_categories, facts.category),
        _among("strand", when.strands, facts.strand),
        _not_among("strand", when.except_strands, facts.strand),
        _among("unit", when.units, facts.unit),
        _among("provider_type", when.provider_types, facts.provider_type),
        _among("payee", when.payees, facts.payee),
    ]
    if when.lasting:
        found.append(_is_so("lasting", facts.lasting, when.lasting is Lasting.LASTING))
    if when.local:
        found.append(_is_so("provider_local", facts.provider_local, True))
    if when.amount and amount_cents is not None:
        found.append(YES if when.amount.hold(amount_cents) else NO)
    return all_of(found)


def _silently(found: Finding) -> Finding:
    """Whether a condition holds, without its reasons: a selector refuses nobody."""
    return NO if found.answer is Answer.NO else found


def _any_status(wanted: frozenset[str], held: frozenset[str] | None) -> Finding:
    if held is None:
        return ask("statuses")
    return YES if wanted & held else NO


def _is_so(fact: str, known: bool | None, wanted: bool) -> Finding:
    if known is None:
        return ask(fact)
    return YES if known is wanted else NO


def _among(fact: str, wanted: frozenset[str], known: str | None) -> Finding:
    if not wanted:
        return YES
    if known is None:
        return ask(fact)
    return YES if known in wanted else NO


def _not_among(fact: str, unwanted: frozenset[str], known: str | None) -> Finding:
    if not unwanted:
        return YES
    if known is None:
        return ask(fact)
    return NO if known in unwanted else YES
