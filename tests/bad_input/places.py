"""Where people type: the forms of the house by the kind of field, each with what a good form holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.access.browser import form_on
from tests.access.scene import Scene
from tests.fund.desk import filed
from tests.inspector import Page


@dataclass(frozen=True)
class Place:
    """One field of one form: who, on which page, in which form, with what in the other fields."""

    person: str
    page: str
    action: str
    name: str
    good: dict[str, Any] = field(default_factory=dict)
    may_be_empty: bool = False

    def __str__(self) -> str:
        return f"{self.action} {self.name}"

    def send(self, scene: Scene, value: str | list[str], **more: Any) -> Page:
        """Open the page, fill in the form with this value in its field, and send it."""
        page, action = (scene_path(scene, path) for path in (self.page, self.action))
        browser = scene.browsers[self.person]
        opened = Page(browser.get(page))
        form = {**form_on(opened, action), **typed(scene, self.good), self.name: value, **more}
        return Page(browser.post(action, data=form))


def scene_path(scene: Scene, path: str) -> str:
    """The address with the numbers of the scene."""
    numbers = {name: held["own"] for name, held in scene.ids.items() if "own" in held}
    return path.format(**numbers)


def typed(scene: Scene, good: dict[str, Any]) -> dict[str, Any]:
    """Values that need the scene are written as functions of it."""
    return {name: value(scene) if callable(value) else value for name, value in good.items()}


def field_of(page: Page, name: str) -> Any:
    """The control with this name, in the form that was refused: the one that says what is wrong."""
    controls = [one for one in page.root.iter() if one.get("name") == name]
    wrong = [one for one in controls if page.by_id(f"{one.get('id')}-error") is not None]
    return (wrong or controls)[0]


def kept(page: Page, name: str) -> str:
    """What stands in it."""
    control = field_of(page, name)
    if control.tag == "textarea":
        return (control.text or "").removeprefix("\n")
    return control.get("value", "")


def blamed(page: Page, name: str) -> str:
    """What is said beside it, and in the summary with a link to it."""
    assert page.status == 422, page.status
    assert page.title.startswith("Fout: "), page.title
    summary, control = page.by_id("error-summary"), field_of(page, name)
    beside = page.by_id(f"{control.get('id')}-error")
    assert beside is not None, f"nothing is said at {name}: {page.text(summary)}"
    assert page.text(beside) in page.text(summary)
    return page.text(beside)


REQUEST = {
    "what": "Lidgeld Chiro, werkjaar",
    "activity_id": lambda scene: scene.world.activities["lidgeld chiro"],
    "client_id": lambda scene: scene.world.clients["noor"],
    "cost": "40,00",
    "cost_on": "24/11/2026",
    "reason": "belong",
}
NEW_CLIENT = {"given_name": "Tine", "family_name": "Claes", "birth_on": "03/05/1985"}
FILING = ("an", "/filings/new?client={client}", "/filings")
NEW = ("an", "/clients/new", "/clients/new")

MONEY = (
    Place(*FILING, "cost", REQUEST),
    Place(*FILING, "part_school", REQUEST, may_be_empty=True),
    Place("bert", "/worklist/{request}", "/worklist/{request}/amount", "amount",
          {"reasons": "Minder is genoeg."}),
    Place("bea", "/budgets/shares/{share}", "/budgets/shares/{share}", "amount"),
    Place("bea", "/budgets/new", "/budgets/new", "source_1", {"year": "2031"}, may_be_empty=True),
    Place("bea", "/offer/activities/{activity}/edit", "/offer/activities/{activity}/edit",
          "price_cents"),
    Place("bea", "/offer/providers/{provider}/activities/new",
          "/offer/providers/{provider}/activities/new", "price_cents",
          {"name": "Tekenles", "category": "lesson_art"}),
)  # fmt: skip

BIRTH = (
    Place(*NEW, "birth_on", NEW_CLIENT),
    Place(*NEW, "members-0-birth_on", {**NEW_CLIENT, "members-0-given_name": "Bo"}),
    Place("an", "/clients/{client}/edit", "/clients/{client}/edit", "birth_on"),
    Place("an", "/clients/{client}/members/new", "/clients/{client}/members/new", "birth_on",
          {"given_name": "Bo", "family_name": "Peeters"}),
)  # fmt: skip

DATES = (
    Place(*FILING, "cost_on", REQUEST),
    Place("an", "/clients/{client}/address", "/clients/{client}/address", "from_on",
          {"street": "Dorp 1"}),
    Place("an", "/clients/{client}/statuses/new", "/clients/{client}/statuses/new",
          "status_from_on", {"status": "increased_reimbursement"}),
    Place("an", "/clients/{client}/statuses/{status}/end",
          "/clients/{client}/statuses/{status}/end", "until_on"),
    Place("bea", "/offer/providers/{provider}/agreements/{agreement}/end",
          "/offer/providers/{provider}/agreements/{agreement}/end", "until_on"),
    Place("bea", "/offer/providers/{provider}/agreements/new",
          "/offer/providers/{provider}/agreements/new", "from_on",
          {"client_percent": "50", "provider_percent": "30", "network_percent": "20"}),
    Place("bea", "/regulation/versions/{version}/enact", "/regulation/versions/{version}/enact",
          "from_on", {"council_on": "17/11/2026", "council_number": "2026/311"}),
    Place("bea", "/regulation/versions/{version}/enact", "/regulation/versions/{version}/enact",
          "council_on", {"council_number": "2026/311"}),
    Place("hilde", "/regulation/replays/new", "/regulation/replays/new", "from_on",
          {"version": "1"}),
    Place("hilde", "/regulation/replays/new", "/regulation/replays/new", "until_on",
          {"version": "1"}),
)  # fmt: skip

TEXTS = (
    Place(*FILING, "what", REQUEST),
    Place(*FILING, "goal", REQUEST, may_be_empty=True),
    Place(*FILING, "report", REQUEST, may_be_empty=True),
    Place(*NEW, "given_name", NEW_CLIENT),
    Place(*NEW, "street", NEW_CLIENT, may_be_empty=True),
    Place("an", "/clients/{client}/edit", "/clients/{client}/edit", "family_name"),
    Place("an", "/requests/{request}", "/requests/{request}/withdraw", "why"),
    Place("bert", "/worklist/{request}", "/worklist/{request}/ask", "question"),
    Place("bert", "/worklist/{request}", "/worklist/{request}/refuse", "reasons",
          {"reason_code": "other"}),
    Place("bert", "/worklist/{request}", "/worklist/{request}/amount", "reasons",
          {"amount": "1,00"}),
    Place("bea", "/teams", "/teams", "name"),
    Place("bea", "/staff/new", "/staff/new", "name", {"username": "ria"}),
    Place("bea", "/offer/providers/new", "/offer/providers/new", "name",
          {"provider_type": "youth_movement"}),
    Place("bea", "/budgets/sources/new", "/budgets/sources/new", "name"),
)  # fmt: skip

CHOICES = (
    Place(*FILING, "reason", REQUEST),
    Place(*FILING, "client_id", REQUEST),
    Place(*FILING, "kind", REQUEST),
    Place(*FILING, "payee", REQUEST),
    Place(*FILING, "category", REQUEST),
    Place(*FILING, "life_domain", REQUEST),
    Place(*NEW, "neighbourhood", NEW_CLIENT),
    Place(*NEW, "status", NEW_CLIENT),
    Place(*NEW, "members-0-role", {**NEW_CLIENT, "members-0-given_name": "Bo",
                                   "members-0-birth_on": "01/01/2015"}),
    Place("bert", "/worklist/{request}", "/worklist/{request}/refuse", "reason_code",
          {"reasons": "Daarom."}),
    Place("bea", "/offer/providers/new", "/offer/providers/new", "provider_type", {"name": "KSA"}),
    Place("bea", "/offer/activities/{activity}/edit", "/offer/activities/{activity}/edit",
          "category"),
    Place("bea", "/budgets/new", "/budgets/new", "purpose", {"year": "2031", "source_1": "5"}),
    Place("bea", "/staff/new", "/staff/new", "team", {"name": "Ria", "username": "ria"}),
    Place("hilde", "/regulation/replays/new", "/regulation/replays/new", "version"),
    Place("bea", "/account", "/account", "language"),
)  # fmt: skip


def fresh_request(scene: Scene, who: str = "noor") -> int:
    """One more open request of An, for what is decided in a test."""
    return filed(scene.app, scene.world, who)
