"""Merging two files of one person, and taking that apart again. Commits nothing."""

from typing import Any, Final

from flask_babel import gettext as _
from sqlalchemy import or_, select

from accounts.models import Account
from core import audit
from core.clock import now, today
from core.db import db
from core.errors import RuleBroken
from core.sealing.sealed import search_key, unseal
from intake.merging.models import UNDO_DAYS, ClientMerge
from intake.merging.moves import Moves, take_back
from intake.people.actions import seal_iban, seal_national_number
from intake.people.household.actions import Period, settle_type
from intake.people.models import Client, Household, Membership
from intake.people.queries import NATIONAL_NUMBER, household_of
from intake.requests.models import Request

# (table, column) of all that belongs to a person as such. The worker and team of the merged file stay
# with it, and a decision keeps the person of its figures: closed quarters never change.
BELONGINGS: Final = tuple(
    (table, "client_id")
    for table in (
        "client_status",
        "request",
        "mandate",
        "client_contact",
        "client_note",
        "referral",
        "plan_goal",
    )
)
STAYING: Final = (
    *(("responsible", "client_id"), ("file_opening", "client_id"), ("decision", "leaf_client_id")),
    *(("client_merge", "kept_id"), ("client_merge", "gone_id")),
)


def merge(kept: Client, gone: Client, *, by: Account) -> ClientMerge:
    """Everything of `gone` goes to `kept`: requests, statuses, places in households, numbers."""
    check_mergeable(kept, gone)
    _lock(kept, gone)
    moves = Moves()
    _move_statuses(moves, kept, gone)
    _move_places(moves, kept, gone)
    for table, column in BELONGINGS:
        moves.all_of(table, column, gone.id, kept.id)
    moves.all_of("client", "merged_into_id", gone.id, kept.id)
    _move_bookings(moves, kept, gone)
    moves.set("client", gone.id, "merged_into_id", None, kept.id)
    _move_numbers(kept, gone)
    row = ClientMerge(
        kept_id=kept.id,
        gone_id=gone.id,
        merged_by_id=by.person_id,
        merged_at=now(),
        moves=moves.done,
    )
    db.session.add(row)
    _settle(kept, gone)
    audit.record("client.merge", kind="client", object_id=kept.id)
    audit.record("client.merged_away", kind="client", object_id=gone.id)
    return row


def check_mergeable(kept: Client, gone: Client) -> None:
    """Raises RuleBroken when these cannot be one person."""
    if kept.id == gone.id:
        raise RuleBroken(_("This is the same file."), "file_number")
    numbers = {kept.national_number_key, gone.national_number_key} - {None}
    if len(numbers) > 1:
        raise RuleBroken(
            _("Both files have a national number, and not the same one."), "file_number"
        )


def undo(row: ClientMerge, *, by: Account) -> Client:
    """Two files again. What was made since the merge stays with the file that was kept."""
    if row.undone_at is not None or now() > row.undo_until:
        raise RuleBroken(_("This can be undone for %(days)s days only.", days=UNDO_DAYS))
    kept, gone = db.session.get_one(Client, row.kept_id), db.session.get_one(Client, row.gone_id)
    _lock(kept, gone)
    take_back(row.moves)
    _return_numbers(kept, gone)
    row.undone_at, row.undone_by_id = now(), by.person_id
    _settle(kept, gone)
    audit.record("client.merge_undone", kind="client", object_id=kept.id)
    audit.record("client.merge_undone", kind="client", object_id=gone.id)
    return gone


def _lock(*clients: Client) -> None:
    """A request that is being filed for one of them comes before or after, never in between."""
    ids = [client.id for client in clients]
    db.session.execute(
        select(Client.id).where(Client.id.in_(ids)).order_by(Client.id).with_for_update()
    )


def _move_statuses(moves: Moves, kept: Client, gone: Client) -> None:
    """The same status in the same period is not told twice."""
    known = {(one.status, one.from_on, one.until_on) for one in kept.statuses}
    same = [one for one in gone.statuses if (one.status, one.from_on, one.until_on) in known]
    for one in same:
        moves.drop("client_status", one.id)


def _move_places(moves: Moves, kept: Client, gone: Client) -> None:
    """Places in households. Of a household that was `gone` alone nothing is left: its requests count
    for the household of `kept`."""
    home = household_of(kept, today())
    for row in _places(gone):
        alone = _is_alone(row.household, gone)
        period = Period(row.from_on, row.until_on)
        twice = any(
            one.household_id == row.household_id and period.meets(one) for one in _places(kept)
        )
        if alone or twice:
            moves.drop("membership", row.id)
        else:
            moves.set("membership", row.id, "client_id", gone.id, kept.id)
        if alone and row.household_id != home.id:
            moves.all_of("request", "household_id", row.household_id, home.id)


def _places(client: Client) -> list[Membership]:
    statement = select(Membership).where(Membership.client_id == client.id).order_by(Membership.id)
    return list(db.session.scalars(statement))


def _is_alone(household: Household, client: Client) -> bool:
    others = select(Membership.id).where(
        Membership.household_id == household.id, Membership.client_id != client.id
    )
    return db.session.scalar(others.limit(1)) is None


def _move_bookings(moves: Moves, kept: Client, gone: Client) -> None:
    """Rooms of `gone` that requests of the family took: a cap counts them by the person's number."""
    homes = select(Membership.household_id).where(Membership.client_id.in_((kept.id, gone.id)))
    rows = db.session.execute(
        select(Request.id, Request.household_id, Request.bookings).where(
            or_(Request.household_id.in_(homes), Request.client_id == kept.id),
            Request.bookings.is_not(None),
        )
    ).all()
    for row in rows:
        # a household may have the same number: its room is its own
        if row.household_id != gone.id and any(
            one["subject"] == str(gone.id) for one in row.bookings
        ):
            moves.set(
                "request", row.id, "bookings", row.bookings, _renamed(row.bookings, kept, gone)
            )


def _renamed(bookings: list[dict[str, Any]], kept: Client, gone: Client) -> list[dict[str, Any]]:
    subjects = {str(gone.id): str(kept.id)}
    return [{**one, "subject": subjects.get(one["subject"], one["subject"])} for one in bookings]


def _move_numbers(kept: Client, gone: Client) -> None:
    """The sealed bytes stay with `gone` as well, to be given back; the key finds one file only."""
    national, iban = _opened(gone, "sealed_national_number"), _opened(gone, "sealed_iban")
    gone.national_number_key = None
    db.session.flush()
    if kept.sealed_national_number is None:
        seal_national_number(kept, national)
    if kept.sealed_iban is None:
        seal_iban(kept, iban)


def _return_numbers(kept: Client, gone: Client) -> None:
    number = _opened(gone, "sealed_national_number")
    if not number:
        return
    key = search_key(number, column=NATIONAL_NUMBER)
    if kept.national_number_key == key:
        kept.national_number_key = kept.sealed_national_number = None
        db.session.flush()
    seal_national_number(gone, number)


def _opened(client: Client, column: str) -> str:
    sealed: bytes | None = getattr(client, column)
    if sealed is None:
        return ""
    return unseal(sealed, table="client", column=column, row_key=client.row_key)


def _settle(kept: Client, gone: Client) -> None:
    db.session.flush()
    db.session.expire_all()
    for row in (*_places(kept), *_places(gone)):
        settle_type(row.household)
