"""What the tests of access play with: everybody signed in once, and one thing of each kind for each team."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from sqlalchemy import delete, func, select

from accounts.feeds.actions import make_feed
from accounts.links.actions import NewLink, make_link
from accounts.models import Account, RoleGrant, SignedIn, Team
from accounts.notices import kinds
from accounts.notices.actions import tell
from accounts.notices.models import Notice
from accounts.permissions import Role
from accounts.queries import account_by_username
from accounts.saved_views.models import SavedView
from accounts.staff import actions as staff
from books.models import Budget, BudgetShare
from core import clock, settings
from core.db import db, transaction
from fund import actions as fund
from intake.evidence.models import Paper
from intake.goals import actions as goals
from intake.goals.profile import FULL_PLAN
from intake.mandates import actions as mandates
from intake.people.actions import new_client
from intake.people.models import Absence, Client, ClientStatus, Membership
from intake.people.persons import NewClient, NewPerson
from intake.referrals.actions import KIND, type_in
from intake.requests.models import Request
from intake.requests.queries import for_update
from intake.requests.recusal.models import Recusal
from offer.models import Activity, DiscountAgreement, Provider
from offer.suggestions.actions import Suggested, suggest
from regulation.drafts.starting.beginning import begin_next
from regulation.versions.actions import bring_in
from regulation.versions.models import RuleVersion
from tests.access.browser import Browser, browser_of
from tests.access.elsewhere import elsewhere_in
from tests.access.letters import letters_in
from tests.access.meetings import meetings_in
from tests.appeals.desk import came_in, complaint_made, made
from tests.books.earlier import entered
from tests.evidence.papers import photo_with_place
from tests.fund.desk import discount, filed
from tests.referrals.desk import SAMIRA
from tests.regulation.wording import text_of
from tests.world import NOW, World, world_of

TOLD = kinds.register(kinds.Kind("test.told", "proef", "accounts.own"))
MISSING_ID = 987_654
MISSING_KEY = "00000000-0000-4000-8000-000000000000"
# Whose the three objects of each kind are, and which client each of them works for.
OWNERS = {"own": "an", "team": "nina", "other": "arne"}
CLIENTS = {"an": "lena", "nina": "tess", "arne": "karim"}

# Who has a list of requests, and views of it.
LISTING = ("an", "nina", "arne", "bert", "hilde", "sara", "mia")

LISTS = {
    "hilde": (
        "clients",
        "Voornaam;Naam;Geboortedatum;Maatschappelijk werker\nMira;Maes;1/1/1990;An Aerts\n",
    ),
    "bea": ("offer", "Aanbieder;Activiteit;Categorie;Prijs\nKSA;Lidgeld;Jeugdbeweging;40\n"),
}
TAKEOVERS = {"clients": "/takeover", "offer": "/offer/takeover"}

NEWCOMERS: dict[str, tuple[str, str | None, Role]] = {
    "nina": ("Nina Nys", "Noord", Role.SOCIAL_WORKER),  # An's colleague
    "sara": ("Sara Smet", None, Role.SECRETARY),
    "mia": ("Mia Maes", None, Role.MEMBER),  # of the committee
    "pia": ("Pia Peys", None, Role.FINANCE),  # whose account is changed in the tests
    "dora": ("Dora Daems", "Noord", Role.SOCIAL_WORKER),  # will be disabled
    "elke": ("Elke Engels", "Noord", Role.SOCIAL_WORKER),  # will have signed out
    "rik": ("Rik Raes", None, Role.APPROVER),  # will have lost the role
    "ward": ("Ward Wuyts", None, Role.HEAD),  # will have no role, in a living session
}


@dataclass
class Scene:
    """Who is there, and the numbers of what is there: `ids["request"]["own"]`."""

    app: Flask
    world: World
    browsers: dict[str, Browser] = field(default_factory=dict)
    ids: dict[str, dict[str, Any]] = field(default_factory=dict)


def build(app: Flask) -> Scene:
    """Fill the small world further, and open a browser for everybody."""
    with app.app_context():
        _newcomers()
        scene = Scene(app, world_of())
        _clients(scene)
        _house(scene)
    _requests(scene)
    people = (*(one for one in scene.world.people if one not in {"boris", "pia"}),)
    scene.browsers = {"anonymous": browser_of(app).renew("/sign-in")}
    scene.browsers |= {one: browser_of(app, one) for one in people}
    _papers(scene)
    _appeals(scene)
    _drafts(scene)
    _sessions_and_searches(scene, people)
    _views(scene)
    _notices(scene, people)
    _absences(scene)
    _recusals(scene)
    _referrals(scene)
    _trials(scene)
    letters_in(scene)
    elsewhere_in(scene)
    _takeovers(scene)
    meetings_in(scene)
    _shut_out(scene)
    return scene


def _newcomers() -> None:
    teams = {team.name: team for team in db.session.scalars(select(Team))}
    known_hash = account_by_username("an").passphrase_hash
    with transaction():
        for username, (name, team, role) in NEWCOMERS.items():
            person = staff.new_person(name, team=teams[team] if team else None)
            staff.new_account(
                person, username, passphrase_hash=known_hash, roles={role}, must_change=False
            )


def _clients(scene: Scene) -> None:
    tess = NewClient(NewPerson("Tess", "Verlinden", dt.date(1985, 5, 3)), street="Bosstraat 1")
    with transaction():
        made = new_client(tess, by=account_by_username("nina"))
        made.statuses.append(
            ClientStatus(status="increased_reimbursement", from_on=dt.date(2026, 1, 1))
        )
        scene.world.clients["tess"] = made.id
    clients = {kind: scene.world.clients[CLIENTS[who]] for kind, who in OWNERS.items()}
    statuses = db.session.scalars(select(ClientStatus))
    of_client = {status.client_id: status.id for status in statuses}
    scene.ids["client"] = clients
    memberships = {one.client_id: one.id for one in db.session.scalars(select(Membership))}
    scene.ids["membership"] = {kind: memberships[number] for kind, number in clients.items()}
    scene.ids["mandate"] = {kind: _mandate(number) for kind, number in clients.items()}
    planned = {kind: _goal(number) for kind, number in clients.items()}
    scene.ids["goal"] = {kind: goal for kind, (goal, _step) in planned.items()}
    scene.ids["step"] = {kind: step for kind, (_goal, step) in planned.items()}
    scene.ids["status"] = {kind: of_client[number] for kind, number in clients.items()}


def _mandate(client_id: int) -> int:
    by = account_by_username("an")
    day = dt.date(2026, 11, 1)
    given = mandates.Given("De school", "Het kamp", "Een ouder", day, dt.date(2027, 6, 30))
    with transaction():
        return mandates.give(db.session.get_one(Client, client_id), given, by=by).id


def _goal(client_id: int) -> tuple[int, int]:
    """A goal with a step; the centre works with plans. It is over: the form keeps its line for a goal."""
    by = account_by_username("an")
    with transaction() as session:
        settings.put(FULL_PLAN, True, by=None)
        client = session.get_one(Client, client_id)
        goal = goals.set_goal(client, "leisure", "Vrienden maken", None, by=by)
        session.flush()
        step = goals.add_step(goal, "Eens gaan kijken", "worker", None, by=by)
        session.flush()
        goals.change_goal(goal, "stopped", None, by=by)
        return goal.id, step.id


def _house(scene: Scene) -> None:
    """What belongs to no client."""
    pia = db.session.get_one(Account, scene.world.accounts["pia"])
    agreement = db.session.scalars(select(DiscountAgreement)).one()
    further = db.session.scalars(
        select(Provider.id).where(Provider.id != agreement.provider_id)
    ).one()
    named = {
        "person": pia.person_id,
        "account": pia.id,
        "team": db.session.scalars(select(Team.id).where(Team.name == "Noord")).one(),
        "budget": db.session.scalars(select(Budget.id)).one(),
        "share": db.session.scalar(select(func.min(BudgetShare.id))),
        "provider": agreement.provider_id,
        "agreement": agreement.id,
        "activity": db.session.scalar(select(func.min(Activity.id))),
        "version": _next_rule().id,
        "suggestion": _suggestion(),
        "rule": "diepenbeek",
        "reason": "cap_reached",
        "at": "schemes/cultuurfonds/evidence/1",
    }
    scene.ids |= {name: {"own": number} for name, number in named.items()}
    scene.ids["rule_draft"] = {"own": _rule_draft()}
    scene.ids["at"]["crossed"] = "schemes/korting/evidence/9"
    scene.ids["person"]["crossed"] = scene.world.people["sara"]
    scene.ids["provider"]["crossed"] = further


def _suggestion() -> int:
    """A provider that An misses in the offer."""
    missed = Suggested("De Ring", "Circusles", "Termien", "", "Er is nog geen circus.")
    with transaction():
        return suggest(missed, by=account_by_username("an")).id


def _next_rule() -> RuleVersion:
    """A version that Hilde brought in and nobody has put into force."""
    with transaction():
        return bring_in(text_of(2), by=account_by_username("hilde"))


def _rule_draft() -> int:
    """A rule that the head has begun to change."""
    with transaction():
        return begin_next(1, by=account_by_username("hilde")).id


def _requests(scene: Scene) -> None:
    """Of each worker an open request, and a granted discount with its proof."""
    for kind, by in OWNERS.items():
        opened = filed(scene.app, scene.world, CLIENTS[by], by=by)
        proved = discount(scene.app, scene.world, CLIENTS[by], by=by)
        with scene.app.app_context(), transaction():
            held = for_update(proved, db.session.get_one(Request, proved).lock_version)
            bert = account_by_username("bert")
            fund.grant(held, by=bert, amount_cents=held.proposed_cents)
            db.session.get_one(Request, proved).look_back_on = dt.date(2026, 11, 24)
            filing_id = db.session.get_one(Request, opened).filing_id
        for name, number in (("request", opened), ("proof", proved), ("filing", filing_id)):
            scene.ids.setdefault(name, {})[kind] = number


def _papers(scene: Scene) -> None:
    """With each worker's open request a proof, as the page sends it."""
    scene.ids["paper"] = {}
    for kind, by in OWNERS.items():
        address = f"/requests/{scene.ids['request'][kind]}/evidence"
        photo = (io.BytesIO(photo_with_place()), f"{CLIENTS[by]}.jpg")
        sent = {"kind": "invoice", "files": photo}
        assert scene.browsers[by].send("POST", address, sent).status_code == 303
        with scene.app.app_context():
            newest = select(Paper.id).order_by(Paper.id.desc())
            scene.ids["paper"][kind] = db.session.scalars(newest).first()


def _appeals(scene: Scene) -> None:
    """Against each granted discount an appeal and a complaint, each with its file."""
    scene.ids["appeal"], scene.ids["complaint"] = {}, {}
    with scene.app.app_context(), clock.at(NOW):
        for kind, who in OWNERS.items():
            appeal_id, complaint_id = came_in(scene.ids["proof"][kind], by=who)
            made(appeal_id)
            complaint_made(complaint_id)
            scene.ids["appeal"][kind], scene.ids["complaint"][kind] = appeal_id, complaint_id


def _drafts(scene: Scene) -> None:
    scene.ids["draft"] = {}
    for kind, by in OWNERS.items():
        key = str(uuid.uuid5(uuid.NAMESPACE_DNS, by))
        typed = {"opened_for": scene.ids["client"][kind], "report": "Een begin.", "draft_id": key}
        kept = scene.browsers[by].send("POST", f"/filings/drafts/{key}", typed)
        assert kept.status_code == 303, kept.status_code
        scene.ids["draft"][kind] = key


def _sessions_and_searches(scene: Scene, people: tuple[str, ...]) -> None:
    """Of each person a second session; of each who may, a search kept in the first one."""
    for who in people:
        browser_of(scene.app, who)
    with scene.app.app_context():
        held = db.session.scalars(select(SignedIn).order_by(SignedIn.id))
        newest = {one.account_id: one.id for one in held}
    scene.ids["session"] = {who: newest[scene.world.accounts[who]] for who in people}
    scene.ids["search"] = {}
    for who in ("an", "nina", "arne", "bert", "hilde"):
        answer = scene.browsers[who].send("POST", "/search", {"q": "niemand zo"})
        scene.ids["search"][who] = answer.location.rsplit("/", 1)[1]


def _views(scene: Scene) -> None:
    """Of each who reads a list a view of it, with a name."""
    scene.ids["view"] = {who: _view(scene, who, "/requests") for who in LISTING}
    scene.ids["batch"] = {
        who: int(scene.browsers[who].send("POST", "/worklist/together").location.rsplit("/", 1)[1])
        for who in ("bert", "hilde")
    }
    scene.ids["worklist_view"] = {who: _view(scene, who, "/worklist") for who in ("bert", "hilde")}


def _view(scene: Scene, who: str, path: str) -> int | None:
    kept = scene.browsers[who].send("POST", f"{path}/views?category=camp", {"name": "Kampen"})
    assert kept.status_code == 303, kept.status_code
    with scene.app.app_context():
        newest = select(SavedView.id).order_by(SavedView.id.desc())
        return db.session.scalars(newest).first()


def _notices(scene: Scene, people: tuple[str, ...]) -> None:
    """Everybody was told one thing."""
    scene.ids["notice"] = {}
    with scene.app.app_context(), clock.at(NOW), transaction():
        for who in people:
            tell([scene.world.people[who]], TOLD, scene.world.people[who], "proef")
        rows = db.session.execute(select(Notice.person_id, Notice.id))
        of_person = {row.person_id: row.id for row in rows}
    scene.ids["notice"] = {who: of_person[scene.world.people[who]] for who in people}


def _absences(scene: Scene) -> None:
    """Of each worker one that has not begun: it opens nothing yet."""
    people, scene.ids["absence"] = scene.world.people, {}
    with scene.app.app_context(), transaction() as session:
        for kind, who in OWNERS.items():
            stand_in = "nina" if who != "nina" else "an"
            row = Absence(
                person_id=people[who],
                stand_in_id=people[stand_in],
                from_on=dt.date(2027, 3, 1),
                until_on=dt.date(2027, 3, 9),
                made_by_id=people[who],
                made_at=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC),
            )
            session.add(row)
            session.flush()
            scene.ids["absence"][kind] = row.id


def _recusals(scene: Scene) -> None:
    """Of a request of each worker Boris has stepped back."""
    scene.ids["recusal"] = {}
    with scene.app.app_context(), transaction() as session:
        for kind in OWNERS:
            row = Recusal(
                request_id=scene.ids["request"][kind],
                person_id=scene.world.people["boris"],
                at=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC),
            )
            session.add(row)
            session.flush()
            scene.ids["recusal"][kind] = row.id


def _referrals(scene: Scene) -> None:
    """Of each worker a link that is not used, and a referral from paper; a link that stays open."""
    scene.ids["referral"], scene.ids["link"] = {}, {}
    with scene.app.app_context(), clock.at(NOW), transaction():
        for kind, who in OWNERS.items():
            by, until_on = account_by_username(who), dt.date(2026, 12, 24)
            new = NewLink(KIND, "De Sfeer", by.person.team, until_on, 100)
            scene.ids["link"][kind] = make_link(new, by=by)[0].id
            typed = type_in(SAMIRA, "De Sfeer", by=by, form_key=str(uuid.uuid4()))
            scene.ids["referral"][kind] = typed.id
        _link, token = make_link(new, by=by)
    scene.ids["token"] = {"own": token}
    with scene.app.app_context(), clock.at(NOW), transaction():
        feed_token = make_feed(account_by_username("boris"))
    scene.ids["feed_token"] = {"own": feed_token}


def _trials(scene: Scene) -> None:
    """Of each who may, a trial that waits for the worker: it has not gone wrong, so none is asked again."""
    typed = {"from_on": "1/1/2025", "until_on": "31/12/2025"}
    with scene.app.app_context():
        typed["version"] = str(db.session.scalar(select(func.min(RuleVersion.id))))
    scene.ids["replay"] = {}
    for who in ("hilde", "bea"):
        answer = scene.browsers[who].send("POST", "/regulation/replays/new", typed)
        scene.ids["replay"][who] = int(answer.location.rsplit("/", 1)[1])


def _takeovers(scene: Scene) -> None:
    """Of each who may, a file that waits for the worker: nothing can be done with it meanwhile. And an earlier year."""
    scene.ids["takeover"] = {}
    with scene.app.app_context(), clock.at(NOW):
        scene.ids["total"] = {"own": entered(2023)}
    for who, (kind, text) in LISTS.items():
        address = upload_of(scene, who, kind, text)
        assert scene.browsers[who].send("POST", f"{address}/store").status_code == 303
        scene.ids["takeover"][who] = int(address.rsplit("/", 1)[1])


def upload_of(scene: Scene, who: str, kind: str, text: str) -> str:
    """The address of a list that somebody uploads."""
    form = {"kind": kind, "file": (io.BytesIO(text.encode()), "lijst.csv")}
    return str(scene.browsers[who].send("POST", f"{TAKEOVERS[kind]}/new", form).location)


def _shut_out(scene: Scene) -> None:
    """Who was in, and is so no more."""
    assert scene.browsers["elke"].send("POST", "/sign-out").status_code == 303
    with scene.app.app_context(), transaction() as session:
        accounts = {
            who: session.get_one(Account, number) for who, number in scene.world.accounts.items()
        }
        staff.disable(accounts["dora"])
        staff.set_roles(accounts["rik"], frozenset({Role.SECRETARY}))
        # As the database might be changed under a living session: nothing stays open.
        session.execute(delete(RoleGrant).where(RoleGrant.account_id == accounts["ward"].id))
    for who in ("elke", "dora", "rik"):
        scene.browsers[who].renew("/sign-in")
