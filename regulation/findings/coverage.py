"""Which costs a scheme is for, judged purely in the regulation room, without amounts."""

from regulation.findings.assessment import Answer, Kind
from regulation.findings.findings import YES, Finding, all_of, any_of, ask, no
from regulation.findings.matter import Matter
from regulation.findings.selectors import fits
from regulation.vocabulary.blocks import Lasting
from regulation.vocabulary.limits import Cover, OutsideTown


def covered(matter: Matter) -> Finding:
    """Is this cost covered? Of several blocks that are for this person, one is enough."""
    covers = matter.scheme.covers
    return any_of(covers_it(cover, matter) for cover in covers) if covers else YES


def covering(matter: Matter) -> Cover | None:
    """The block that covers this cost: it says which parts of it are excluded."""
    covers = matter.scheme.covers
    yes = (cover for cover in covers if covers_it(cover, matter).answer is Answer.YES)
    return next(yes, None)


def covers_it(cover: Cover, matter: Matter) -> Finding:
    """Does one block cover this cost?"""
    selected = fits(cover.when, matter)
    if selected.answer is Answer.NO:
        return no(Kind.NOT_COVERED, cover, category=matter.facts.category or "")
    return all_of((selected, _category(cover, matter), _time(cover, matter), _where(cover, matter)))


def _category(cover: Cover, matter: Matter) -> Finding:
    category = matter.facts.category
    if not (cover.categories or cover.excluded):
        return YES
    if category is None:
        return ask("category")
    listed = not cover.categories or category in cover.categories
    if listed and category not in cover.excluded:
        return YES
    return no(Kind.NOT_COVERED, cover, category=category)


def _time(cover: Cover, matter: Matter) -> Finding:
    if cover.lasting is None:
        return YES
    if matter.facts.lasting is None:
        return ask("lasting")
    asked = cover.lasting is Lasting.LASTING
    if matter.facts.lasting is asked:
        return YES
    return no(Kind.NOT_COVERED, cover, category=matter.facts.category or "")


def _where(cover: Cover, matter: Matter) -> Finding:
    """The provider: of the right type, recognised, in town or with good reason not."""
    facts = matter.facts
    found = []
    if cover.provider_types:
        found.append(_provider_type(cover, facts.provider_type))
    if cover.recognised:
        found.append(_is_so("provider_recognised", facts.provider_recognised, cover))
    if cover.outside_town not in (OutsideTown.YES, OutsideTown.HERE_FIRST):
        found.append(_town(cover, matter))
    return all_of(found)


def _provider_type(cover: Cover, provider_type: str | None) -> Finding:
    if provider_type is None:
        return ask("provider_type")
    if provider_type in cover.provider_types:
        return YES
    return no(Kind.WRONG_PROVIDER, cover, provider_type=provider_type)


def _is_so(fact: str, known: bool | None, cover: Cover) -> Finding:
    if known is None:
        return ask(fact)
    return YES if known else no(Kind.WRONG_PROVIDER, cover, provider_type="")


def _town(cover: Cover, matter: Matter) -> Finding:
    facts = matter.facts
    if facts.provider_local is None:
        return ask("provider_local")
    if facts.provider_local:
        return YES
    if cover.outside_town is OutsideTown.IF_NOT_OFFERED_HERE:
        if facts.offered_in_town is None:
            return ask("offered_in_town")
        if not facts.offered_in_town:
            return YES
    return no(Kind.OUTSIDE_TOWN, cover)
