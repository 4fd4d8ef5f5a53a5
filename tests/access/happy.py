"""Every route that changes something, done once by somebody who may; and those that are noted otherwise."""

import io
import re

from sqlalchemy import func, select

from accounts.models import Person
from accounts.queries import account_by_username
from core.audit import AuditEntry
from core.db import db, transaction
from fund.appeals.models import Appeal, Complaint
from fund.bodies.deciding import Capacity
from fund.bodies.ruling import rule_first
from fund.record import Ruling, judged
from fund.replays.models import RuleReplay
from intake.evidence.models import Paper
from intake.requests.models import Request
from intake.requests.recusal.models import Recusal
from offer.suggestions.models import ProviderSuggestion
from tests.access.browser import browser_of, form_on
from tests.access.letters import HAPPY_LETTERS
from tests.access.lists import happy_takeovers
from tests.drafts.desk import SIX
from tests.evidence.papers import photo
from tests.fund.desk import discount, filed
from tests.inspector import PASSPHRASE, Page
from tests.regulation.wording import text_of

# Unsafe by method only, or noted otherwise; each with its reason.
NOT_NOTED = {
    "drafts.try_block": "changes nothing: what the examples give",
    "drafts.bring_in": "the version that it makes is noted, as by regulation.bring_in",
    "counter.grant": "the rule of the small world has no counter; see tests/fund/test_counter.py",
    "counter.seen": "notes each grant of the counter, and there is none here; see the same",
    "drafts.keep_block": "kept for who types it; saving the block is noted",
    "drafts.forget_block": "leaves what one typed oneself and never saved",
    "people.member_rows": "changes nothing: one row more in a form",
    "people.twins": "changes nothing; what it finds is noted as looked at",
    "requests.assess": "changes nothing: what the rule gives",
    "fund.refuse_text": "changes nothing: the words for a reason, to adapt",
    "meetings.draft_text": "changes nothing: the words for a reason, to adapt",
    "requests.activities": "changes nothing: the offer",
    "search.suggest": "changes nothing; what it finds elsewhere is noted as looked at",
    "accounts.open_notice": "one's own: that one has read it, and nothing else",
    "accounts.read_notices": "the same for all of them",
    "accounts.extend": "one is still there; the session noted its beginning",
    "accounts.make_first": "its link opens only before there is an administrator; see tests/accounts",
}
DONE = select(func.count()).select_from(AuditEntry).where(AuditEntry.action != "looked")
CHOSEN = "zeven groene zwanen op het dak"


def with_version(scene, model, number, name="version", column="lock_version"):
    with scene.app.app_context():
        return {name: getattr(db.session.get_one(model, number), column)}


def a_request(scene, who="noor", **asked):
    return filed(scene.app, scene.world, who, **asked)


def decide(act, who="noor", **typed):
    """An approver on a fresh request, for somebody under whose cap there is room."""

    def do(scene):
        number = a_request(scene, who)
        form = with_version(scene, Request, number) | typed
        with scene.app.app_context():
            form["shown_cents"] = db.session.get_one(Request, number).proposed_cents
        return scene.browsers["bert"].send("POST", f"/worklist/{number}/{act}", form)

    return do


def decided(scene) -> int:
    number = discount(scene.app, scene.world)
    form = with_version(scene, Request, number) | {"shown_cents": "4200"}
    assert scene.browsers["bert"].send("POST", f"/worklist/{number}/grant", form).status_code == 303
    return number


def ruled(scene) -> int:
    """As if the rule asked two: Boris ruled first."""
    number = discount(scene.app, scene.world)
    with scene.app.app_context(), transaction() as session:
        asked = session.get_one(Request, number)
        decided = Ruling(outcome="granted", granted_cents=asked.proposed_cents)
        boris = account_by_username("boris")
        rule_first(judged(asked), decided, "approver", Capacity("approver"), by=boris)
    return number


def confirm(scene):
    number = ruled(scene)
    form = with_version(scene, Request, number)
    return scene.browsers["bert"].send("POST", f"/worklist/{number}/confirm", form)


def send_back(scene):
    number = ruled(scene)
    form = with_version(scene, Request, number) | {"why": "te veel"}
    return scene.browsers["bert"].send("POST", f"/worklist/{number}/send-back", form)


def send_on(scene):
    """The head decides instead."""
    number = a_request(scene, "tess", by="nina")
    form = with_version(scene, Request, number)
    form |= {"to_body": "head_of_service", "why": "boven wat wij doen"}
    return scene.browsers["bert"].send("POST", f"/worklist/{number}/send-on", form)


def step_back(scene):
    number = a_request(scene, "tess", by="nina")
    form = with_version(scene, Request, number)
    return scene.browsers["bert"].send("POST", f"/worklist/{number}/step-back", form)


def lift(scene):
    with scene.app.app_context():
        row = db.session.scalars(select(Recusal).order_by(Recusal.id.desc())).first()
        recusal, number = row.id, row.request_id
    form = with_version(scene, Request, number)
    return scene.browsers["hilde"].send("POST", f"/recusals/{recusal}/lift", form)


def after_deciding(person, address, name="version", **typed):
    def do(scene):
        number = decided(scene)
        form = with_version(scene, Request, number, name) | {"why": "niet meer nodig"} | typed
        return scene.browsers[person].send("POST", address.format(number), form)

    return do


def revise(scene):
    """What a client has in hand already."""
    number = decided(scene)
    form = with_version(scene, Request, number)
    scene.browsers["an"].send("POST", f"/proofs/{number}/handed-over", form)
    form = with_version(scene, Request, number)
    form |= {"ruling": "refuse", "reason_code": "other", "reasons": "al gekregen"}
    return scene.browsers["bert"].send("POST", f"/worklist/{number}/revise", form)


def forward(scene):
    """Another centre is competent."""
    number = a_request(scene)
    form = with_version(scene, Request, number, "seen_version")
    form |= {"centre": "OCMW Hasselt", "why": "verhuisd"}
    return scene.browsers["an"].send("POST", f"/requests/{number}/forward", form)


def hear(act="", **typed):
    """The client's wish, and what comes of it."""

    def do(scene):
        address = f"/requests/{a_request(scene)}/hearing"
        noted = scene.browsers["an"].send("POST", address, {"asked_on": "vandaag"})
        return scene.browsers["an"].send("POST", f"{address}/{act}", typed) if act else noted

    return do


def answer(scene):
    number = a_request(scene)
    form = with_version(scene, Request, number) | {"question": "Welke groep?"}
    scene.browsers["bert"].send("POST", f"/worklist/{number}/ask", form)
    form = with_version(scene, Request, number, "seen_version") | {"text": "De welpen."}
    return scene.browsers["an"].send("POST", f"/requests/{number}/answer", form)


def correct(scene):
    number = a_request(scene)
    path = f"/requests/{number}/correct"
    form = form_on(Page(scene.browsers["an"].get(path)), path) | {"cost": "95"}
    return scene.browsers["an"].send("POST", path, form)


def add(scene):
    number = a_request(scene)
    form = with_version(scene, Request, number, "seen_version") | {"more": "Ook de trui."}
    return scene.browsers["an"].send("POST", f"/requests/{number}/add", form)


def submit(scene):
    client = scene.ids["client"]["own"]
    an = scene.browsers["an"]
    page = an.get(f"/filings/new?client={client}").get_data(as_text=True)
    return an.send("POST", "/filings", {
        "draft_id": re.search(r'name="draft_id"[^>]*value="([^"]+)"', page)[1],
        "opened_for": client, "client_id": client, "what": "Chirokamp, 10 dagen",
        "activity_id": scene.world.activities["chirokamp"], "cost": "130", "reason": "belong",
        "cost_on": "24/11/2026", "kind": "fund", "payee": "provider",
    })  # fmt: skip


def as_person(person, address, **form):
    def do(scene):
        path = address.format(
            client=scene.ids["client"]["own"], status=scene.ids["status"]["own"],
            draft=scene.ids["draft"]["own"], session=scene.ids["session"][person],
            **{name: scene.ids[name]["own"]
               for name in ("request", "proof", "goal", "step", "membership", "mandate", "team", "budget",
                            "share", "provider", "agreement", "activity", "version", "suggestion", "total")},
        )  # fmt: skip
        return scene.browsers[person].send("POST", path, form)

    return do


def to_pia(act, prefix="", **form):
    """The administrator on the page of somebody else."""

    def do(scene):
        person, account = scene.world.people["pia"], scene.world.accounts["pia"]
        named = prefix.format(account=account)
        seen = with_version(scene, Person, person, f"{named}seen_version")
        typed = {f"{named}{name}": value for name, value in form.items()}
        path = f"/staff/{person}{act.format(account=account)}"
        return scene.browsers["bea"].send("POST", path, seen | typed)

    return do


def keep_draft(scene):
    form = {"opened_for": scene.ids["client"]["own"], "report": "nieuw"}
    return scene.browsers["an"].send(
        "POST", "/filings/drafts/" + "1" * 8 + "-1111-4111-8111-" + "1" * 12, form
    )


def adopted(scene):
    """The coordinator takes up what was suggested just now."""
    with scene.app.app_context():
        newest = db.session.scalar(select(func.max(ProviderSuggestion.id)))
    form = {"name": "Circus Rondom", "provider_type": "association"}
    return scene.browsers["carla"].send("POST", f"/offer/suggestions/{newest}/adopt", form)


def add_paper(address, name="request"):
    """With the file that a page sends; another one than stands there already."""

    def do(scene):
        sent = {"kind": "ticket", "files": (io.BytesIO(photo("PNG")), "kaartje.png")}
        path = address.format(**{name: scene.ids[name]["own"]})
        return scene.browsers["an"].send("POST", path, sent)

    return do


def newest_paper(scene) -> int:
    with scene.app.app_context():
        here = select(Paper.id).where(Paper.withdrawn_at.is_(None), Paper.request_id.is_not(None))
        here = here.where(Paper.added_by_id == scene.world.people["an"])
        return db.session.scalars(here.order_by(Paper.id.desc())).first()


PROMISED = {"later-kind": "invoice", "later-remind_on": "3/12"}


def transfer(scene):
    form = {"worker": scene.world.people["nina"]}
    return scene.browsers["an"].send("POST", f"/clients/{scene.world.clients['zoë']}/worker", form)


def change_share(scene):
    path = f"/budgets/shares/{scene.ids['share']['own']}"
    form = form_on(Page(scene.browsers["bea"].get(path)), path) | {"amount": "9.500,00"}
    return scene.browsers["bea"].send("POST", path, form)


def change_centre(scene):
    form = form_on(Page(scene.browsers["bea"].get("/settings")), "/settings")
    return scene.browsers["bea"].send("POST", "/settings", form | {"notify_term_days": "9"})


def add_share(scene):
    scene.browsers["bea"].send("POST", "/budgets/sources/new", {"name": "Fonds erbij"})
    page = scene.browsers["bea"].get(f"/budgets/{scene.ids['budget']['own']}/sources")
    text = page.get_data(as_text=True)
    form = {
        "source": re.search(r'<option value="(\d+)"', text)[1],
        "seen_version": re.search(r'name="seen_version"[^>]*value="(\d+)"', text)[1],
        "amount": "100",
    }
    return scene.browsers["bea"].send(
        "POST", f"/budgets/{scene.ids['budget']['own']}/sources", form
    )


def try_again(scene):
    """What went wrong, asked once more."""
    with scene.app.app_context(), transaction():
        replay = db.session.get_one(RuleReplay, scene.ids["replay"]["hilde"])
        replay.job.state = "failed"
    path = f"/regulation/replays/{scene.ids['replay']['hilde']}/again"
    return scene.browsers["hilde"].send("POST", path)


def sign_in_again(scene):
    stranger = browser_of(scene.app).renew("/sign-in")
    return stranger.send("POST", "/sign-in", {"username": "sara", "passphrase": PASSPHRASE})


def refused_sign_in(scene):
    stranger = browser_of(scene.app).renew("/sign-in")
    return stranger.send(
        "POST", "/sign-in", {"username": "sara", "passphrase": "neen neen neen neen"}
    )


def new_passphrase(scene):
    form = {"old": PASSPHRASE, "passphrase": CHOSEN}
    return browser_of(scene.app, "boris").send("POST", "/account/passphrase", form)


PERSON = {"given_name": "Tine", "family_name": "Claes", "birth_on": "03/05/1985"}
ACTIVITY = {"name": "Tekenles", "category": "lesson_art", "price_cents": "45"}
POOL = {"name": "Zwembad", "provider_type": "city_service"}
SHARES = {"client_percent": 50, "provider_percent": 30, "network_percent": 20}


def on_draft(rest: str, **typed: str):
    """Something done to a new draft, in the state that its page shows."""

    def act(scene, begun: str = ""):
        hilde = scene.browsers["hilde"]
        where = begun or hilde.send("POST", "/regulation/versions/1/draft").location
        page = hilde.get(where).get_data(as_text=True)
        seen = re.findall(r'name="lock_version" value="(\d+)"', page)[-1]  # before it: the notice's
        return hilde.send("POST", where + rest, {"lock_version": seen, **typed})

    return act


def on_view(rest: str, who: str = "an", of: str = "/requests", **typed: str):
    """Something done to a view of one's own."""

    def act(scene):
        number = scene.ids["view" if of == "/requests" else "worklist_view"][who]
        return scene.browsers[who].send("POST", f"{of}/views/{number}{rest}", typed)

    return act


def back_to_shipped(scene):
    """What was changed before it."""
    changed = {"seen_number": "", "words": "Te laat. ({artikel})"}
    scene.browsers["bea"].send("POST", "/refusal-texts/too_late", changed)
    return scene.browsers["bea"].send(
        "POST", "/refusal-texts/too_late/shipped", {"seen_number": "1"}
    )


def undo_draft(scene):
    where = scene.browsers["hilde"].send("POST", "/regulation/versions/1/draft").location
    on_draft("/move/schemes/cultuurfonds/evidence/1")(scene, where)
    return on_draft("/undo")(scene, where)


def empty_team(scene) -> str:
    scene.browsers["bea"].send("POST", "/teams", {"name": "Leeg"})
    text = scene.browsers["bea"].get("/teams").get_data(as_text=True)
    return re.search(r'href="(/teams/\d+)"[^>]*>Leeg', text)[1] + "/close"


def on_appeal(thing: str, address: str, **typed: str):
    """What came of an appeal or a complaint."""

    def act(scene):
        number, model = scene.ids[thing]["own"], {"appeal": Appeal, "complaint": Complaint}[thing]
        form = with_version(scene, model, number) | typed
        return scene.browsers["an"].send("POST", address.format(number), form)

    return act


HAPPY = {
    "accounts.change_own": as_person("fien", "/account", language="nl"),
    "accounts.change_mail": lambda scene: scene.browsers["fien"].send(
        "POST", "/account/notices", {"way": "daily", "address": "fien@example.org"}),
    "accounts.make_feed": as_person("an", "/account/calendar"),
    "accounts.withdraw_feed": as_person("an", "/account/calendar/withdraw"),
    "accounts.change_passphrase": new_passphrase,
    "accounts.end_session": as_person("fien", "/account/sessions/{session}/end"),
    "accounts.language": as_person("fien", "/language", language="nl"),
    "accounts.enter": sign_in_again,
    "accounts.sign_out": lambda scene: browser_of(scene.app, "fien").send("POST", "/sign-out"),
    "accounts.change_centre": change_centre,
    "accounts.add_team": as_person("bea", "/teams", name="Oost"),
    "accounts.rename_team": as_person("bea", "/teams/{team}", name="Noord-Oost"),
    "accounts.close_team": lambda scene: scene.browsers["bea"].send("POST", empty_team(scene)),
    "accounts.add_staff": as_person("bea", "/staff/new", name="Ria Ros", username="ria", team="0"),
    "accounts.change_staff": to_pia("", name="Pia Peeters", team="0"),
    "accounts.add_account": to_pia("/accounts", "new-", username="pia2", roles=["dpo"]),
    "accounts.link_person": lambda scene: as_person(
        "bea", f"/staff/{scene.world.people['pia']}/same-person", other=scene.world.people["sara"])(scene),
    "accounts.unlink_person": lambda scene: as_person(
        "bea", f"/staff/{scene.world.people['pia']}/same-person/undo",
        linked=max(scene.world.people["pia"], scene.world.people["sara"]))(scene),
    "accounts.change_roles": to_pia("/accounts/{account}/roles", "a{account}-", roles=["dpo"]),
    "accounts.switch_account": to_pia("/accounts/{account}/disable"),
    "accounts.hand_over": to_pia("/accounts/{account}/passphrase"),
    "books.open_year": as_person("bea", "/budgets/new", year="2027", purpose="client_aid", source_1="5"),
    "books.add_source": as_person("bea", "/budgets/sources/new", name="Gift"),
    "books.add_share": add_share,
    "books.change_share": change_share,
    "published.withdraw": as_person("bea", "/budgets/earlier-years/{total}/withdraw"),
    "people.open_file": as_person("an", "/clients/new", **PERSON),
    "people.correct": as_person("an", "/clients/{client}/edit", file_number="20177", **PERSON),
    "people.add_member": as_person("an", "/clients/{client}/members/new", **(PERSON | {"given_name": "Lou"})),
    "people.move": as_person("an", "/clients/{client}/address", street="Dorp 1", from_on="24/11/2026"),
    "people.see_proof": as_person("an", "/clients/{client}/statuses/{status}/proof"),
    "people.end_status": as_person("an", "/clients/{client}/statuses/{status}/end", until_on="23/11/2026"),
    "people.add_status": as_person(
        "an", "/clients/{client}/statuses/new", status="increased_reimbursement",
        status_from_on="24/11/2026"),
    "people.transfer": transfer,
    "search.ask": as_person("an", "/search", q="lena"),
    "requests.submit": submit,
    "requests.save_draft": keep_draft,
    "requests.add_evidence": add_paper("/filings/drafts/{draft}/evidence", "draft"),
    "requests.promise_evidence": as_person("an", "/filings/drafts/{draft}/evidence/later", **PROMISED),
    "evidence.add": add_paper("/requests/{request}/evidence"),
    "evidence.promise": as_person("an", "/requests/{request}/evidence/later", **PROMISED),
    "evidence.replace": add_paper("/evidence/{paper}/replace", "paper"),
    "evidence.withdraw": lambda scene: scene.browsers["an"].send(
        "POST", f"/evidence/{newest_paper(scene)}/withdraw", {"why": "dubbel"}),
    "requests.delete_draft": as_person("an", "/filings/drafts/{draft}/delete"),
    "requests.answer": answer,
    "requests.save_correction": correct,
    "requests.add": add,
    "requests.look_back": as_person("an", "/requests/{proof}/look-back", went="yes"),
    "requests.undo_look_back": as_person("an", "/requests/{proof}/look-back/undo"),
    "requests.save_view": as_person("an", "/requests/views?state=decided", name="Beslist"),
    "requests.rename_view": on_view("", name="Zomer"),
    "requests.open_with_view": on_view("/first"),
    "requests.remove_view": on_view("/remove"),
    "requests.withdraw": after_deciding("an", "/requests/{}/withdraw", "seen_version"),
    "appeals.note": as_person("an", "/requests/{proof}/appeals", received_on="24/11/2026", body="other"),
    "appeals.note_complaint": as_person(
        "an", "/requests/{proof}/complaints",
        **{"complaint-received_on": "24/11/2026", "complaint-answer_by_on": "8/1/2027",
           "complaint-about": "Traag."}),
    "appeals.outcome": on_appeal("appeal", "/appeals/{}/outcome", outcome="upheld", outcome_on="24/11/2026"),
    "appeals.ask_file": lambda scene: scene.browsers["hilde"].send(
        "POST", f"/appeals/{scene.ids['appeal']['own']}/file"),
    "appeals.ask_complaint_file": lambda scene: scene.browsers["hilde"].send(
        "POST", f"/complaints/{scene.ids['complaint']['own']}/file"),
    "appeals.answer": on_appeal(
        "complaint", "/complaints/{}/answer", outcome="founded", answered_on="24/11/2026"),
    "requests.do_forward": forward,
    "texts.save": as_person("hilde", "/refusal-texts/cap_reached", seen_number="", words="Op. ({artikel})"),
    "texts.shipped": back_to_shipped,
    "requests.hearing_wish": hear(),
    "requests.hearing_invite": hear("invite", on="1/12/2026", time="14:30", place="Bureau 3"),
    "requests.hearing_hold": hear("hold", held_on="vandaag", present="Lena", minutes="Wil sporten."),
    "requests.hearing_waive": hear("waive", why="Niet meer nodig."),
    "fund.grant": decide("grant", "emir"),
    "fund.amount": decide("amount", "zoë", amount="1,00", reasons="minder nodig"),
    "fund.refuse": decide("refuse", reason_code="other", reasons="al gekregen"),
    "fund.ask": decide("ask", question="Welke groep?"),
    "fund.undo": after_deciding("bert", "/worklist/{}/undo"),
    "second.confirm": confirm,
    "second.send_back": send_back,
    "second.step_back": step_back,
    "sending_on.do": send_on,
    "bodies.lift": lift,
    "revising.do": revise,
    "fund.sent": after_deciding("hilde", "/decided/{}/sent", own="y"),
    **HAPPY_LETTERS,
    "drafts.new": as_person("hilde", "/regulation/drafts/new", **SIX),
    "drafts.copy": as_person(
        "hilde", "/regulation/drafts/copy", source="shipped:diepenbeek", copy_title="Ons fonds"
    ),
    "drafts.change": as_person("hilde", "/regulation/versions/1/draft"),
    "drafts.save_block": on_draft("/block/schemes/cultuurfonds/amounts/0", kind="percent", percent="70"),
    "drafts.remove_block": on_draft("/remove/cases/0"),
    "drafts.move_block": on_draft("/move/schemes/cultuurfonds/evidence/1"),
    "drafts.undo": undo_draft,
    "drafts.discard": on_draft("/discard"),
    "replays.start": as_person(
        "hilde", "/regulation/replays/new", version="1", from_on="1/1/2025", until_on="vandaag"),
    "replays.again": try_again,
    "setup.answer": as_person(
        "bea", "/setup/questions", centre="OCMW Proef", basis="council_rule", body="staff"),
    **happy_takeovers("takeover", "hilde"),
    **happy_takeovers("offer_takeover", "bea"),
    "payout.handed_over": after_deciding("an", "/proofs/{}/handed-over"),
    "regulation.bring_in": as_person("hilde", "/regulation/versions/new", text=text_of(3, "2028-01-01")),
    "rules.put_into_force": as_person(
        "bea", "/regulation/versions/{version}/enact", from_on="01/01/2027",
        council_on="17/11/2026", council_number="2026/311"),
    # last: nothing can be asked at a provider that has closed
    "offer.add_provider": as_person("bea", "/offer/providers/new", name="KSA", provider_type="youth_movement"),
    "offer.change_provider": as_person("bea", "/offer/providers/{provider}/edit", **POOL),
    "offer.add_activity": as_person("bea", "/offer/providers/{provider}/activities/new", **ACTIVITY),
    "offer.change_activity": as_person("bea", "/offer/activities/{activity}/edit", **ACTIVITY),
    "offer.suggest": as_person(
        "an", "/offer/suggestions/new", name="Circus Rondom", what="Circusles", why="Er is er geen."),
    "offer.adopt": adopted,
    "offer.set_aside": as_person("carla", "/offer/suggestions/{suggestion}/aside", answer="Bestaat niet meer."),
    "offer.check_provider": as_person("bea", "/offer/providers/{provider}/check"),
    "offer.star": as_person("an", "/offer/activities/{activity}/star", starred="y"),
    "offer.close_activity": as_person("bea", "/offer/activities/{activity}/close"),
    "offer.end_agreement": as_person(
        "bea", "/offer/providers/{provider}/agreements/{agreement}/end", until_on="31/12/2026"),
    "offer.add_agreement": as_person(
        "bea", "/offer/providers/{provider}/agreements/new", from_on="01/02/2027", **SHARES),
    "offer.close_provider": as_person("bea", "/offer/providers/{provider}/close"),
}  # fmt: skip
