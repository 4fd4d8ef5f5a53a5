"""For which teams somebody may let partners refer: one's own, or as administrator each that is open."""

from collections.abc import Sequence

from accounts.models import Account, Team
from accounts.permissions import Role
from accounts.queries import teams


def teams_of(account: Account) -> Sequence[Team]:
    """The teams that a link of this account may lead to."""
    if Role.ADMINISTRATOR in account.roles:
        return teams(open_only=True)
    own = account.person.team
    return [own] if own is not None and own.closed_at is None else []
