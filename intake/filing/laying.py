"""How the form comes onto the desk: empty for a client, as it was sent, as it was kept. It changes nothing."""

import re

from flask import request

from accounts.models import Account
from core import drafts
from core.ids import row_id
from intake.evidence.queries import Place, kinds_at
from intake.filing.corrected import corrected_in
from intake.filing.desk import Desk
from intake.filing.forms import FilingForm, draft_key
from intake.filing.line import Line, line_of
from intake.filing.lines import Typed, wishes_in
from intake.filing.picked import known_of, take
from intake.people.models import Client
from intake.people.queries import client_in_care
from intake.people.together import clients_in_care
from intake.requests.lists import DRAFT_KIND
from intake.requests.models import Request
from intake.requests.queries import last_goal_of
from offer import queries as offer

PICKED = re.compile(r"(l[0-9]+-)?picked_id")


def new_desk(account: Account, client_id: int, activity_id: int | None = None) -> Desk:
    """An empty form for a client, with what the file knows filled in, and the activity looked up."""
    client = client_in_care(account, client_id)
    picked = offer.activity(activity_id) if activity_id is not None else None
    form = FilingForm(
        formdata=None, client_id=[client.id], opened_for=client.id, **known_of(picked)
    )
    desk = Desk(account, form, client, [Line(account, client, form, form, Typed())])
    desk.begins_at_date = picked is not None
    desk.suggest_payee()
    last = last_goal_of(account, desk.home.id)
    if last is not None:
        desk.asked_before = True
        form.name_goal_of(last.goal, last.life_domain, last.plan_goal_id)
    return desk


def sent_desk(account: Account) -> Desk:
    """The form as it was sent."""
    typed = Typed(request.form)
    for name in [one for one in typed if PICKED.fullmatch(one)]:
        take(typed, name.removesuffix("picked_id"), row_id(typed.get(name)))
    return form_desk(account, typed)


def draft_desk(account: Account, draft_id: str) -> Desk:
    """A draft, as it was typed."""
    draft = drafts.load(DRAFT_KIND, draft_id, owner_id=account.person_id)
    typed = Typed({**draft.body, "draft_id": [draft_id]})
    desk = form_desk(account, typed)
    desk.form.draft_version.data, desk.saved_at = draft.version, draft.saved_at
    return desk


def form_desk(account: Account, typed: Typed) -> Desk:
    """A form with these fields: of a new request, or to put one right."""
    corrects = corrected_in(account, typed)
    client = client_in_care(account, row_id(typed.get("opened_for")) or 0)
    return desk_of(account, client, typed, corrects)


def desk_of(
    account: Account, client: Client, typed: Typed, corrects: Request | None = None
) -> Desk:
    """The form as it stands in these fields, with a line for each wish when there are several."""
    wishes = wishes_in(typed)
    others = {one.client_id for one in wishes} - {client.id}
    clients = {client.id: client} | (clients_in_care(account, others) if others else {})
    alone = len(wishes) < 2 and not any(one.speaks for one in wishes)
    if alone:
        counts = wishes[0].counts if wishes else typed
        form = FilingForm(formdata=counts)
        chosen = clients[wishes[0].client_id] if wishes else client
        lines = [Line(account, chosen, form, form, counts, corrects=corrects)]
    else:
        form = FilingForm(formdata=typed)
        lines = [line_of(account, one, clients[one.client_id], typed) for one in wishes]
    _lay_papers(account, form, lines[0], corrects)
    return Desk(account, form, client, lines, typed, corrects=corrects)


def _lay_papers(account: Account, form: FilingForm, top: Line, corrects: Request | None) -> None:
    """What was sent with this form, or came to its request, counts as seen; among lines it is of the first."""
    key = draft_key(form.draft_id.data)
    if key is not None:
        place = Place(draft_key=key, owner_id=account.person_id)
        papers = kinds_at(Place(request_id=corrects.id) if corrects else place)
        form.papers = top.form.papers = top.own.papers = papers
