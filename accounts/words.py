"""The words for the roles of the accounts room, as pages show them. They open nothing."""

from typing import Final

from flask_babel import lazy_gettext as _l

from accounts.permissions import Role
from core.errors import Words

ROLE_WORDS: Final[dict[Role, Words]] = {
    Role.SOCIAL_WORKER: _l("Social worker"),
    Role.APPROVER: _l("Approver"),
    Role.HEAD: _l("Head of the social service"),
    Role.SECRETARY: _l("Committee secretary"),
    Role.FINANCE: _l("Finance"),
    Role.COORDINATOR: _l("Network coordinator"),
    Role.ADMINISTRATOR: _l("Administrator"),
    Role.DPO: _l("Data protection officer"),
}


def role_words(role: Role) -> Words:
    """The role as the house calls it."""
    return ROLE_WORDS[role]
