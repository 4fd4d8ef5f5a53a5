"""Loads the example network into an empty database. The seed and the day decide every row,
but for what is looked back on: that the key of the instance decides, as everywhere."""

import datetime as dt
from dataclasses import replace
from functools import partial
from random import Random

from sqlalchemy import select

from accounts.models import Account
from books import actions as books
from books.published.actions import enter
from books.published.models import YearTotal
from core import audit, clock, settings
from core.config import ROOT
from core.db import db, transaction
from demo.appeals import leave_what_is_new, plan_appeal, remind
from demo.committee import give_seats
from demo.deciding import BASIS, DECIDE, Deciding
from demo.goals import plan_goals
from demo.history import LATELY, Cast, History, Progress, working_moment
from demo.households import make_households
from demo.letterhead import set_letterhead
from demo.offers import PLACES
from demo.places import keep_at_hand, place_of, setting_of
from demo.referrals import Partners
from demo.staff import make_staff
from demo.wishes import free_wish, make_wish
from intake.people.models import Client
from offer import actions as offer
from offer.models import Activity
from regulation.versions import actions as regulation

# True from the first row to the last: a load that was broken off begins anew at the next start.
LOADING = settings.Key("demo.loading", default=False)
SEED = 3600
REQUESTS = 900
YEARS_BEFORE = 2
# The fund's part of the drawing right of 17,641 euro, and the OCMW's own means.
DRAWING_RIGHT_CENTS = 900_000
NETWORK_CENTS = 1_764_100 - DRAWING_RIGHT_CENTS
OWN_MEANS_CENTS = 300_000


def load(today: dt.date, progress: Progress) -> None:
    """Everything: staff, rule, budgets, offer, households, and all that happened since."""
    rng = Random(SEED)
    first_day = dt.date(today.year - YEARS_BEFORE, 1, 1)
    opening = working_moment(rng, first_day)
    with clock.at(opening), transaction():
        staff = make_staff()
        bea_id = staff["bea"].person_id
        with audit.acting(bea_id):
            settings.put(LOADING, True, by=bea_id)
            _rule(staff["bea"])
            _budgets(first_day.year, today.year)
            _earlier_years(first_day.year)
            set_letterhead(bea_id)
            give_seats(staff, first_day)
            activities, discounts = _offer(first_day, today)
        workers = [staff[name] for name in ("an", "els", "arne", "omer")]
        households = make_households(rng, workers, first_day)
    history = History(rng, _cast(staff), _until(today))
    _wishes(history, households, activities, discounts, first_day, today)
    _just_decided(history, households, today)
    _just_corrected(history, households, today)
    Deciding(history, staff, today).plan(households, activities)
    plan_goals(history, households, today)
    _months(history, first_day, today)
    lately = working_moment(Random(SEED), today - LATELY)
    history.plan(lately, partial(keep_at_hand, activities, [staff["an"], staff["arne"]]))
    plan_appeal(history, staff["an"], today)
    Partners(history, staff, _of_an(households, staff["an"])).plan(today)
    db.session.rollback()  # planning has read: what writes must begin by itself, others write too
    history.run(progress)
    remind(history.until)
    with transaction(), audit.acting(bea_id):
        leave_what_is_new(history.until)
        settings.put(LOADING, False, by=bea_id)


def _until(today: dt.date) -> dt.datetime:
    return min(clock.now(), dt.datetime.combine(today, dt.time(23, 59), dt.UTC))


def _rule(bea: Account) -> None:
    text = (ROOT / "regulation" / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
    version = regulation.bring_in(text.replace(DECIDE, BASIS + DECIDE), by=None)
    council = regulation.CouncilDecision(clock.today(), "voorbeeld")
    regulation.put_into_force(version, by=bea, council=council)


def _budgets(first_year: int, last_year: int) -> None:
    right = books.add_source("Trekkingsrecht")
    own = books.add_source("Eigen middelen OCMW")
    for year in range(first_year, last_year + 2):
        sources = [(right, DRAWING_RIGHT_CENTS), (own, OWN_MEANS_CENTS)]
        books.open_year(year, "client_aid", sources)
        books.open_year(year, "network", [(right, NETWORK_CENTS)])


def _earlier_years(first_year: int) -> None:
    """Two years of before, as if annual reports told them: (requests, cents, households, clients)."""
    told = ((241, 921_500, 97, 168), (198, 748_050, None, None))
    for ago, (requests_n, granted_cents, households_n, clients_n) in enumerate(told, 1):
        enter(
            YearTotal(
                year=first_year - ago,
                requests_n=requests_n,
                granted_cents=granted_cents,
                households_n=households_n,
                clients_n=clients_n,
                source=f"Jaarverslag {first_year - ago} (voorbeeld), p. 12",
            )
        )


def _offer(since: dt.date, today: dt.date) -> tuple[list[Activity], frozenset[int]]:
    activities, discounts = [], set()
    for place in PLACES:
        where = place_of(place.name, place.neighbourhood)
        provider = offer.add_provider(place.name, place.provider_type, where)
        if place.shares:
            offer.add_agreement(provider, offer.Shares(*place.shares), since)
            discounts.add(provider.id)
        activities += [
            offer.add_activity(provider, *offered, setting_of(offered.name, today))
            for offered in place.activities
        ]
    return activities, frozenset(discounts)


def _cast(staff: dict[str, Account]) -> Cast:
    by_person = {account.person_id: account for account in staff.values()}
    workers = {
        client.id: by_person[client.responsibles[0].worker_id]
        for client in db.session.scalars(select(Client))
    }
    return Cast(workers, (staff["bert"], staff["boris"]))


def _wishes(
    history: History,
    households: list[list[Client]],
    activities: list[Activity],
    discounts: frozenset[int],
    first_day: dt.date,
    today: dt.date,
) -> None:
    rng, span = history.rng, (today - first_day).days
    # some households ask often, most now and then
    weights = [rng.gammavariate(1.6, 1.0) for _ in households]
    for number in range(REQUESTS):
        members = rng.choices(households, weights)[0]
        client = rng.choice(members)
        day = first_day + dt.timedelta(days=int(span * (number + rng.random()) / REQUESTS))
        at = working_moment(rng, day)
        wish = make_wish(rng, client, clock.brussels(at).date(), at, activities, discounts)
        key = f"demo-{number:05}"
        history.plan(at, partial(history.file, wish, key))


def _just_decided(history: History, households: list[list[Client]], today: dt.date) -> None:
    """Some partly granted and refused today: however the seed falls, each state can be seen."""
    day = max(today - dt.timedelta(days=8), dt.date(today.year, 1, 1))
    for number, members in enumerate(households[:6]):
        at = working_moment(history.rng, day)
        wish = free_wish(history.rng, members[-1], clock.brussels(at).date(), at)
        then = partial(history.decide_just_now, partly=number % 3 != 0)
        history.plan(at, partial(history.file, wish, f"demo-today-{number}", then))


def _just_corrected(history: History, households: list[list[Client]], today: dt.date) -> None:
    """One that its worker put right today: the approver sees what changed. It draws by itself."""
    rng, day = Random(SEED + 1), max(today - dt.timedelta(days=5), dt.date(today.year, 1, 1))
    at = working_moment(rng, day)
    wish = free_wish(rng, households[7][-1], clock.brussels(at).date(), at)
    (asked,) = wish.filing.requests
    dearer = replace(asked, cost_cents=(asked.cost_cents or 0) + 450)
    then = partial(history.correct, asked=dearer)
    history.plan(at, partial(history.file, wish, "demo-corrected", then))


def _of_an(households: list[list[Client]], an: Account) -> Client:
    """Somebody who has a file with her."""
    heads = (members[0] for members in households)
    return next(one for one in heads if one.responsibles[0].worker_id == an.person_id)


def _months(history: History, first_day: dt.date, today: dt.date) -> None:
    for year in range(first_day.year, today.year + 1):
        for month in range(1, 13):
            history.plan(dt.datetime(year, month, 1, 5, tzinfo=dt.UTC), history.close_quarters)
