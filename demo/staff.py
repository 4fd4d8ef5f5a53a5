"""Who works in the example: the nine of the small world and five more, with sign-ins that are printed."""

from dataclasses import dataclass
from typing import Final

from accounts.models import Account, Team
from accounts.passphrases import hashed
from accounts.permissions import Role
from accounts.staff.actions import new_account, new_person, new_team

PASSPHRASE: Final = "cultuur voor iedereen"


@dataclass(frozen=True)
class Member:
    """A member of staff: sign-in, name, team and roles."""

    username: str
    name: str
    team: str | None
    roles: tuple[Role, ...]


STAFF: Final = (
    Member("an", "An Aerts", "Noord", (Role.SOCIAL_WORKER,)),
    Member("els", "Els Engelen", "Noord", (Role.SOCIAL_WORKER,)),
    Member("arne", "Arne Adams", "Zuid", (Role.SOCIAL_WORKER,)),
    Member("omer", "Omer Oz", "Zuid", (Role.SOCIAL_WORKER,)),
    Member("bert", "Bert Bex", None, (Role.APPROVER,)),
    Member("boris", "Boris Bal", None, (Role.APPROVER,)),
    Member("hilde", "Hilde Hox", None, (Role.HEAD,)),
    Member("fien", "Fien Faes", None, (Role.FINANCE,)),
    Member("carla", "Carla Cox", None, (Role.COORDINATOR,)),
    Member("dirk", "Dirk Dils", None, (Role.DPO,)),
    Member("bea", "Bea Beks", None, (Role.ADMINISTRATOR,)),
    Member("sara", "Sara Smet", None, (Role.SECRETARY,)),
    Member("mia", "Mia Maes", None, (Role.MEMBER,)),
    Member("mo", "Mo Moons", None, (Role.MEMBER,)),
)


def make_staff() -> dict[str, Account]:
    """Everybody's account, by sign-in. All share one printed passphrase, so one hash will do."""
    teams: dict[str, Team] = {name: new_team(name) for name in ("Noord", "Zuid")}
    passphrase_hash = hashed(PASSPHRASE)
    return {
        member.username: new_account(
            new_person(member.name, team=teams[member.team] if member.team else None),
            member.username,
            passphrase_hash=passphrase_hash,
            roles=member.roles,
            must_change=False,
        )
        for member in STAFF
    }
