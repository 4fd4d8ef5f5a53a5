"""Reading absences and opened files, as far as one may see them. Changes nothing."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from accounts.models import Account, Person
from accounts.permissions import Role
from core.clock import now, today
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from core.sealing.sealed import unseal
from intake.handover.actions import DECISIONS, FILES
from intake.people.models import Absence, Client, FileOpening
from intake.people.queries import deciders, workers

MOST_SHOWN = 100


def is_head(account: Account) -> bool:
    """The head notes the absence of whoever is ill; the others note their own."""
    return Role.HEAD in account.roles


def duties_of(account: Account) -> tuple[str, ...]:
    """For what this account may name a stand-in: as a worker for files, as who decides for decisions."""
    if is_head(account):
        return (FILES, DECISIONS)
    files = (FILES,) if Role.SOCIAL_WORKER in account.roles else ()
    return (*files, DECISIONS) if Role.APPROVER in account.roles else files


def colleagues(duties: tuple[str, ...]) -> list[Person]:
    """Who may be away or stand in for one of these duties, once each."""
    found = [*(workers() if FILES in duties else ())]
    found += deciders() if DECISIONS in duties else ()
    return list({one.id: one for one in found}.values())


def absences_of(account: Account) -> Sequence[Absence]:
    """The absences that are not over: one's own, those one stands in for; for the head, everybody's."""
    statement = (
        select(Absence)
        .where(Absence.ended_at.is_(None), Absence.until_on >= today())
        .options(
            joinedload(Absence.person), joinedload(Absence.stand_in), joinedload(Absence.made_by)
        )
        .order_by(Absence.from_on, Absence.id)
        .limit(MOST_SHOWN)
    )
    if not is_head(account):
        mine = account.person_id
        statement = statement.where((Absence.person_id == mine) | (Absence.stand_in_id == mine))
    return db.session.scalars(statement).all()


def absence_for(account: Account, absence_id: int) -> Absence:
    """One's own absence, or for the head anybody's; else NotThere."""
    row = db.session.get(Absence, absence_id) if is_row_id(absence_id) else None
    if row is None or not (row.person_id == account.person_id or is_head(account)):
        raise NotThere
    return row


def opening_of(account: Account, client: Client) -> FileOpening | None:
    """How long this account has the file open with a reason, if it has."""
    return db.session.scalar(
        select(FileOpening)
        .where(
            FileOpening.person_id == account.person_id,
            FileOpening.client_id == client.id,
            FileOpening.open_until > now(),
        )
        .order_by(FileOpening.open_until.desc())
        .limit(1)
    )


def words_of(opening: FileOpening) -> str:
    """Why the file was opened, in own words; empty where the reason of the list said it all."""
    place = {"table": "file_opening", "column": "sealed_words", "row_key": opening.row_key}
    return unseal(opening.sealed_words, **place)


def openings(key: str | None = None) -> Page[FileOpening]:
    """Every file that was opened with a reason, the newest first, with who did it."""
    statement = (
        select(FileOpening)
        .join(FileOpening.person)
        .join(FileOpening.client)
        .options(contains_eager(FileOpening.person), contains_eager(FileOpening.client))
    )
    return page_of(statement, [By(FileOpening.id, descending=True)], key=key)
