"""The same for files and households: what changes somebody's file, done once by somebody who may."""

import datetime as dt
import uuid

from sqlalchemy import select

from core.db import db, transaction
from intake.people.models import Client, Membership
from tests.access.browser import browser_of
from tests.access.elsewhere import HAPPY_ELSEWHERE
from tests.access.happy import HAPPY, as_person
from tests.access.happy_meetings import HAPPY_MEETINGS
from tests.access.happy_worklist import HAPPY_WORKLIST
from tests.referrals.desk import SAMIRA


def grown_up(scene):
    """A child that came of age since its file was made."""
    noor = scene.world.clients["noor"]
    with scene.app.app_context(), transaction():
        db.session.get_one(Client, noor).birth_on = dt.date(2008, 11, 23)
        wanted = select(Membership.id).where(Membership.client_id == noor)
        number = db.session.scalars(wanted).one()
    return scene.browsers["an"].send("POST", f"/clients/{noor}/members/{number}/adult")


def absent(scene):
    form = {"stand_in": scene.world.people["nina"], "until_on": "30/11/2026"}
    return scene.browsers["an"].send("POST", "/absences", form | {"from_on": "25/11/2026"})


def opened(scene):
    arne = scene.browsers["arne"]
    address = arne.send("POST", "/search", {"q": "zoë van den eynde 01/07/1990"}).location
    form = {"file": scene.world.clients["zoë"], "reason": "urgent"}
    return arne.send("POST", f"{address}/open", form)


def merged(scene):
    """A second file of the one that everybody plays with."""
    form = {"given_name": "Lena", "family_name": "Peters", "birth_on": "14/03/1988"}
    made = scene.browsers["an"].send("POST", "/clients/new", form)
    gone = made.location.rsplit("=", 1)[1]
    path = f"/clients/{scene.ids['client']['own']}/merge"
    return scene.browsers["an"].send("POST", path, {"gone": gone})


def take_up(act, **form):
    """What is done with a new referral from paper."""

    def do(scene):
        an = scene.browsers["an"]
        here = an.send("POST", "/referrals/new", paper()).location
        return an.send("POST", f"{here}/{act}", form)

    return do


def paper():
    told = vars(SAMIRA) | {"signed_on": "23/11/2026", "organisation": "De Sfeer"}
    return told | {"form_key": str(uuid.uuid4())}


def refer(scene):
    stranger = browser_of(scene.app).renew("/sign-in")
    return stranger.send("POST", f"/refer/{scene.ids['token']['own']}", paper())


LINK = {"organisation": "Horizont", "until_on": "1/12/2026", "most_uses": "2"}
NEW = {"given_name": "Samira", "family_name": "Haddad", "birth_on": "03/05/1990"}

# First the meetings: their requests are granted under a cap that the others fill.
ALL_HAPPY = HAPPY_MEETINGS | HAPPY | HAPPY_WORKLIST | HAPPY_ELSEWHERE | {
    "referrals.send": refer,
    "referrals.type_in": lambda scene: scene.browsers["an"].send("POST", "/referrals/new", paper()),
    "referrals.open_new": take_up("open", until_on="1/12/2027", **NEW),
    "referrals.link_known": take_up(
        "link", **{"known-file_number": "20180", "known-until_on": "1/12/2027"}),
    "referrals.set_aside": take_up("set-aside", reason="not_ours"),
    "referrals.make_link": lambda scene: scene.browsers["an"].send(
        "POST", "/referrals/links", LINK | {"team": scene.ids["team"]["own"]}),
    "referrals.withdraw_link": lambda scene: scene.browsers["an"].send(
        "POST", f"/referrals/links/{scene.ids['link']['own']}/withdraw"),
    "people.change_member": as_person(
        "an", "/clients/{client}/members/{membership}", role="adult", from_on="01/02/2026"),
    "people.come_of_age": grown_up,
    "people.reach": as_person("an", "/clients/{client}/reach", no_post="y"),
    "people.numbers": as_person("an", "/clients/{client}/numbers", iban="BE71 0961 2345 6769"),
    "people.note_absence": absent,
    "people.end_absence": lambda scene: scene.browsers["an"].send(
        "POST", f"/absences/{scene.ids['absence']['own']}/end"),
    "people.open_with_reason": opened,
    "people.mandates": as_person(
        "an", "/clients/{client}/mandates", party="Chiro", scope="het kamp", signed_by="Lena",
        signed_on="24/11/2026", until_on="31/12/2026"),
    "people.withdraw_mandate": as_person("an", "/clients/{client}/mandates/{mandate}/withdraw"),
    "people.note_contact": as_person(
        "an", "/clients/{client}/contacts/new", with_whom="client", how="phone", words="Belde.",
        held_on="24/11/2026"),
    "people.set_goal": as_person(
        "an", "/clients/{client}/plan", life_domain="leisure", words="Buiten komen"),
    "people.change_goal": as_person("an", "/clients/{client}/plan/{goal}", state="going_on"),
    "people.add_step": as_person(
        "an", "/clients/{client}/plan/{goal}/steps", words="Eens bellen", who="worker"),
    "people.mark_step": as_person("an", "/clients/{client}/plan/{goal}/steps/{step}"),
    "people.notes": as_person("an", "/clients/{client}/notes", words="Kind is graag alleen."),
    "people.do_merge": merged,
    "people.undo_merge": as_person("an", "/clients/{client}/merge/undo"),
    # last: nothing can be asked for who has died
    "people.note_death": as_person("an", "/clients/{client}/death", died_on="23/11/2026"),
}  # fmt: skip
