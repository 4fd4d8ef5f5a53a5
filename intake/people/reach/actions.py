"""Keeping how to reach a client, and the sealed numbers. Commits nothing."""

from dataclasses import dataclass

from core import audit
from intake.people.actions import seal_iban, seal_national_number
from intake.people.models import Client
from intake.people.persons import case_number_of


@dataclass(frozen=True)
class Reach:
    """How to reach somebody, as typed."""

    phone: str = ""
    email: str = ""
    no_post: bool = False
    reach_safely: str = ""
    languages: tuple[str, ...] = ()
    case_number: str = ""
    annex_language: str = ""


def set_reach(client: Client, reach: Reach) -> None:
    """How to reach the client from now on."""
    client.case_number = case_number_of(reach.case_number)
    client.phone, client.email = reach.phone, reach.email
    client.no_post, client.reach_safely = reach.no_post, reach.reach_safely
    client.languages = list(reach.languages)
    client.annex_language = reach.annex_language
    audit.record("client.reach", kind="client", object_id=client.id)


def set_numbers(
    client: Client, national_number: str, iban: str, *, drop_number: bool, drop_iban: bool
) -> None:
    """Another sealed number, or none any more; what is left empty stays as it was."""
    if drop_number:
        client.sealed_national_number = client.national_number_key = None
    if drop_iban:
        client.sealed_iban = None
    seal_national_number(client, national_number)
    seal_iban(client, iban)
    audit.record("client.numbers", kind="client", object_id=client.id)
