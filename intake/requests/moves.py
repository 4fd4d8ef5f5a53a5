"""One row of the table of moves in the life of a request. The table itself stands in life.py."""

from dataclasses import dataclass

from accounts.permissions import Permission


@dataclass(frozen=True)
class Move:
    """One row of the table. `before` holds None for a request that does not exist yet."""

    verb: str
    before: tuple[str | None, ...]
    after: str
    permission: Permission
    # Four eyes: not the person who filed it, nor the worker whose request it is.
    by_someone_else: bool = False
    # Not the first approver either, nor on that one's behalf, where there is one.
    by_a_second: bool = False
    # Only where the rule lets the worker, and within its bounds.
    by_rule: bool = False
    # Only while no letter, payment or proof has left the house.
    nothing_has_left: bool = False
    # Only where the decision gave something.
    something_was_given: bool = False
    # Only once a letter, payment or proof has left: before that a decision is undone.
    something_has_left: bool = False
    # One person decides it: not where a meeting votes on it.
    alone: bool = False
    # Only as a meeting votes on it, while that lasts.
    by_vote: bool = False
    # Only who chairs the body.
    by_chair: bool = False
    # Not while the session that decided it runs: until it closes, a vote may be recorded anew.
    after_its_session: bool = False

    @property
    def is_guarded(self) -> bool:
        """Have upper rooms a say in who may, and when?"""
        return self.by_someone_else or self.by_rule or self.after_its_session
