"""What the example's people ask for: by age and season, from the inventory or typed freely."""

import datetime as dt
from dataclasses import dataclass, replace
from random import Random

from demo.names import GOALS, GUIDES, REPORTS
from demo.offers import FREE
from intake.asking.asked import ASKED, DISCOUNT, FUND, FilingInput, OtherPart, RequestInput
from intake.people.models import Client
from offer.models import Activity
from regulation.vocabulary.dates import age_years
from terms.lists import BARRIERS

CHILDISH = {"membership_youth", "camp", "holiday_play", "kit", "swimming", "membership_sport"}
CHILDISH |= {"lesson_art", "music", "day_out", "library", "performance", "school_trip"}
GROWN_UP = {"performance", "ticket", "museum", "course", "lesson_art", "swimming", "day_out"}
GROWN_UP |= {"membership_sport", "lesson_sport", "cinema", "library", "music"}
# Months in which a category is asked for most.
SEASONS = {
    "membership_youth": (9, 10),
    "membership_sport": (8, 9, 10),
    "music": (8, 9),
    "lesson_art": (8, 9),
    "camp": (4, 5, 6, 7),
    "holiday_play": (6, 7),
    "kit": (9, 10),
}
REASONS = ("belong", "development", "health", "respite", "family_time", "language", "structure")
SHARE_OF_BARRIERS, SHARE_OF_GUIDES = 0.3, 0.15
SHARE_OF_FREE, SHARE_OF_DISCOUNTS, SHARE_OF_OTHERS = 0.07, 0.75, 0.12


@dataclass(frozen=True)
class Wish:
    """A filing to come: when, for whom, what."""

    at: dt.datetime
    client: Client
    filing: FilingInput


def make_wish(
    rng: Random, client: Client, day: dt.date, at: dt.datetime, offer: list[Activity],
    discounts: frozenset[int],
) -> Wish:  # fmt: skip
    """What this person asks for on this day."""
    if rng.random() < SHARE_OF_FREE:
        asked = _free(rng, client, day)
    else:
        asked = _from_offer(rng, client, day, _fitting(rng, client, day, offer), discounts)
    return Wish(at, client, _with_background(_filing(rng, asked), client, day))


def free_wish(rng: Random, client: Client, day: dt.date, at: dt.datetime) -> Wish:
    """Something that is in nobody's inventory."""
    return Wish(at, client, _filing(rng, _free(rng, client, day)))


def _filing(rng: Random, asked: RequestInput) -> FilingInput:
    return FilingInput(
        requests=(asked,),
        life_domain=rng.choice(("leisure", "leisure", "network", "family", "health")),
        goal=rng.choice(GOALS),
        report=rng.choice(REPORTS),
    )


def _with_background(filing: FilingInput, client: Client, day: dt.date) -> FilingInput:
    """Barriers, a guide, and what another payer says, of some: by chance of their own, so that what is
    asked stays what it was."""
    rng = Random(client.id * 1_000_000 + day.toordinal())
    if rng.random() < SHARE_OF_BARRIERS:
        ticked = rng.sample(sorted(BARRIERS), rng.choice((1, 1, 2)))
        filing = replace(filing, barriers=tuple(ticked))
    if rng.random() < SHARE_OF_GUIDES:
        organisation, name = rng.choice(GUIDES)
        filing = replace(filing, guide_organisation=organisation, guide_name=name)
    asked = filing.requests[0]
    parts = tuple(replace(one, answer=ASKED) for one in asked.other_parts if rng.random() < 0.5)
    parts = parts or asked.other_parts
    if asked.kind == FUND and not parts and rng.random() < SHARE_OF_OTHERS:
        parts = (OtherPart(payer="rap_op_stap", answer=rng.choice(("refused", "not_applicable"))),)
    return replace(filing, requests=(replace(asked, other_parts=parts),))


def _fitting(rng: Random, client: Client, day: dt.date, offer: list[Activity]) -> Activity:
    wanted = CHILDISH if age_years(client.birth_on, day) < 18 else GROWN_UP
    suited = [one for one in offer if one.category in wanted]
    weights = [3 if day.month in SEASONS.get(one.category, (day.month,)) else 1 for one in suited]
    return rng.choices(suited, weights)[0]


def _from_offer(
    rng: Random, client: Client, day: dt.date, activity: Activity, discounts: frozenset[int]
) -> RequestInput:
    has_discount = activity.provider_id in discounts and rng.random() < SHARE_OF_DISCOUNTS
    kind = DISCOUNT if has_discount else FUND
    parts: tuple[OtherPart, ...] = ()
    if kind == FUND and activity.price_cents >= 4000 and rng.random() < SHARE_OF_OTHERS:
        parts = (OtherPart(payer="health_fund", amount_cents=1500),)
    return RequestInput(
        client_id=client.id,
        what=activity.name,
        activity_id=activity.id,
        cost_on=_cost_on(rng, day),
        cost_cents=activity.price_cents,
        kind=kind,
        category=activity.category,
        reason=rng.choice(REASONS),
        payee="provider" if rng.random() < 0.8 else "client",
        other_parts=parts,
        evidence_seen=("invoice", "enrolment_confirmation") if rng.random() < 0.7 else (),
    )


def _free(rng: Random, client: Client, day: dt.date) -> RequestInput:
    asked = rng.choice(FREE)
    return RequestInput(
        client_id=client.id,
        what=asked.name,
        cost_on=_cost_on(rng, day),
        cost_cents=asked.price_cents,
        category=asked.category,
        reason=rng.choice(REASONS),
        payee="client",
        evidence_seen=("proof_of_payment",),
    )


def _cost_on(rng: Random, day: dt.date) -> dt.date:
    """Within the same year, a few days around the day of asking."""
    cost_on = day + dt.timedelta(days=rng.randint(-4, 12))
    return cost_on if cost_on.year == day.year else day
