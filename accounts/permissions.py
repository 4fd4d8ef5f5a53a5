"""Who may do what, on one page: deny by default. It asks no database and decides no state."""

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """The roles of the house; domain.md's "Who does what" says them in words."""

    SOCIAL_WORKER = "social_worker"
    APPROVER = "approver"
    HEAD = "head"
    SECRETARY = "secretary"
    MEMBER = "member"
    FINANCE = "finance"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"
    DPO = "dpo"


class Permission(StrEnum):
    """room:thing:verb. A route asks for one; `advance()` asks again."""

    # accounts
    OWN_ACCOUNT = "accounts:own:change"
    PEOPLE = "accounts:people:change"
    TEAMS = "accounts:teams:change"
    SETTINGS = "accounts:settings:change"
    ACCESS_LOG = "accounts:access_log:read"
    JOBS = "accounts:jobs:read"
    # books
    BUDGETS = "books:budgets:change"
    BUDGETS_READ = "books:budgets:read"
    # intake
    CLIENT_FIND = "intake:client:find"
    CLIENT_CHANGE = "intake:client:change"
    ABSENCES = "intake:absence:change"
    OPENINGS = "intake:opening:read"
    NOTES = "intake:note:read"
    REQUEST_FILE = "intake:request:file"
    REQUEST_READ = "intake:request:read"
    REQUEST_WITHDRAW = "intake:request:withdraw"
    REQUEST_ANSWER = "intake:request:answer"
    REQUEST_CORRECT = "intake:request:correct"
    LOOK_BACK = "intake:look_back:answer"
    HEAR = "intake:hearing:note"
    FORWARD = "intake:request:forward"
    EVIDENCE = "intake:evidence:add"
    REFERRALS = "intake:referral:take_up"
    REFERRAL_LINKS = "intake:referral_link:change"
    COUNTER = "intake:request:grant_at_counter"
    RECUSALS = "intake:recusal:lift"
    # fund
    WORKLIST = "fund:worklist:read"
    TERMS = "fund:terms:read"
    DECIDE = "fund:request:decide"
    URGENT = "fund:request:grant_urgently"
    MEETINGS = "fund:meeting:hold"
    MEETINGS_READ = "fund:meeting:read"
    SENT = "fund:letter:mark_sent"
    APPEALS = "fund:appeal:note"
    APPEAL_FILE = "fund:appeal:file"
    LETTERS = "fund:letter:print"
    LETTER_TEXTS = "fund:letter:change_texts"
    COUNTER_SEEN = "fund:counter:see"
    CENTRAL_FILE = "fund:decision:export"
    TEXTS = "fund:texts:change"
    REGULATION_TRY = "fund:rules:try"
    TAKEOVER_FILES = "fund:takeover:files"
    TAKEOVER_OFFER = "fund:takeover:offer"
    SETUP = "fund:setup:answer"
    # payout
    PROOF = "payout:proof:hand_over"
    # offer
    OFFER_READ = "offer:offer:read"
    OFFER_CHANGE = "offer:offer:change"
    OFFER_FAVOURITE = "offer:favourite:change"
    OFFER_SUGGEST = "offer:suggestion:make"
    # regulation
    REGULATION_READ = "regulation:rules:read"
    REGULATION_CHANGE = "regulation:rules:change"
    REGULATION_ENACT = "regulation:rules:enact"
    # network
    STATISTICS = "network:statistics:read"


P = Permission

EVERYONE: Final = frozenset({P.OWN_ACCOUNT})

ROLES: Final[dict[Role, frozenset[Permission]]] = {
    Role.SOCIAL_WORKER: EVERYONE
    | {P.CLIENT_FIND, P.CLIENT_CHANGE, P.REQUEST_FILE, P.REQUEST_READ, P.ABSENCES, P.NOTES}
    | {P.REQUEST_WITHDRAW, P.REQUEST_ANSWER, P.REQUEST_CORRECT, P.LOOK_BACK, P.EVIDENCE, P.PROOF}
    | {P.REFERRALS, P.REFERRAL_LINKS, P.COUNTER, P.CENTRAL_FILE, P.REGULATION_READ}
    | {P.TERMS, P.APPEALS, P.HEAR, P.FORWARD}
    | {P.OFFER_READ, P.OFFER_FAVOURITE, P.OFFER_SUGGEST},
    Role.APPROVER: EVERYONE
    | {P.CLIENT_FIND, P.REQUEST_READ, P.WORKLIST, P.DECIDE, P.SENT, P.REGULATION_READ}
    | {P.BUDGETS_READ, P.OFFER_READ, P.TERMS, P.APPEALS, P.APPEAL_FILE, P.LETTERS}
    | {P.ABSENCES, P.COUNTER_SEEN, P.HEAR, P.FORWARD, P.URGENT, P.MEETINGS_READ},
    Role.HEAD: EVERYONE
    | {P.CLIENT_FIND, P.REQUEST_READ, P.WORKLIST, P.DECIDE, P.SENT, P.REGULATION_READ}
    | {P.REGULATION_CHANGE, P.REGULATION_ENACT, P.REGULATION_TRY, P.BUDGETS_READ, P.OFFER_READ}
    | {P.TAKEOVER_FILES, P.ABSENCES, P.OPENINGS, P.NOTES, P.TERMS, P.RECUSALS}
    | {P.APPEALS, P.APPEAL_FILE, P.LETTERS, P.LETTER_TEXTS, P.TEXTS, P.MEETINGS, P.MEETINGS_READ},
    Role.SECRETARY: EVERYONE
    | {P.REGULATION_READ, P.REQUEST_READ, P.MEETINGS, P.MEETINGS_READ, P.LETTERS, P.SENT, P.TERMS},
    # A member of a committee reads what stands on its agenda, while that is open to its members.
    Role.MEMBER: EVERYONE | {P.REGULATION_READ, P.REQUEST_READ, P.MEETINGS_READ},
    Role.FINANCE: EVERYONE | {P.REGULATION_READ, P.BUDGETS_READ},
    Role.COORDINATOR: EVERYONE | {P.STATISTICS, P.OFFER_READ, P.OFFER_CHANGE},
    Role.ADMINISTRATOR: EVERYONE
    | {P.PEOPLE, P.TEAMS, P.SETTINGS, P.BUDGETS, P.BUDGETS_READ, P.REGULATION_READ, P.JOBS}
    | {P.REGULATION_CHANGE, P.REGULATION_ENACT, P.REGULATION_TRY, P.OFFER_READ, P.OFFER_CHANGE}
    | {P.TAKEOVER_OFFER, P.SETUP, P.REFERRAL_LINKS, P.LETTER_TEXTS, P.TEXTS},
    Role.DPO: EVERYONE | {P.ACCESS_LOG, P.OPENINGS},
}

# Roles that read every team's files; the others read their own and their team's.
READS_ALL_TEAMS: Final = frozenset({Role.APPROVER, Role.HEAD})


class Sphere(StrEnum):
    """A person works among clients or among figures, never both: the coordinator reaches nobody."""

    CLIENTS = "clients"
    FIGURES = "figures"


def sphere_of(role: Role) -> Sphere:
    """The side of the wall that a role stands on; the database holds the same rule."""
    return Sphere.FIGURES if role is Role.COORDINATOR else Sphere.CLIENTS


def permissions_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """All that these roles together may do."""
    return frozenset().union(*(ROLES[role] for role in roles)) if roles else frozenset()
