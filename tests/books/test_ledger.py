"""The ledger: nothing over the cap, nothing posted twice, nothing changed afterwards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from books import actions, queries
from books.models import Budget, BudgetShare, LedgerEntry, LedgerIsWritten, LedgerLine
from core.db import db, transaction
from core.errors import Conflict, NotThere, RuleBroken

FIRST, SECOND = 900_000, 600_000


def the_budget():
    found = queries.budget_of(2026, "client_aid")
    assert found is not None
    return found


def commit(cents, cause):
    with transaction():
        return actions.commit(the_budget().id, cents, cause=cause)


def free(of, cause):
    with transaction():
        return actions.free(of, cause=cause)


def committed():
    return [share.committed_cents for share in the_budget().shares]


def test_the_first_source_with_room_gives_all(inside):
    posting = commit(850_000, "grant:1")
    assert (posting.before_cents, posting.after_cents, posting.amount_cents) == (
        0,
        850_000,
        FIRST + SECOND,
    )
    assert commit(100_000, "grant:2").shares == [{"source": "own_means", "cents": 100_000}]
    assert commit(50_000, "grant:3").shares == [{"source": "drawing_right", "cents": 50_000}]
    assert committed() == [FIRST, 100_000]


def test_only_when_no_source_has_room_for_all_it_is_spread(inside):
    commit(850_000, "grant:1")
    commit(550_000, "grant:2")
    posting = commit(70_000, "grant:3")
    assert posting.shares == [
        {"source": "drawing_right", "cents": 50_000},
        {"source": "own_means", "cents": 20_000},
    ]
    assert posting.before_cents == 1_400_000


def test_more_than_is_left_is_refused_with_what_is_left(inside):
    commit(FIRST, "grant:1")
    with pytest.raises(actions.BudgetSpent) as spent:
        commit(SECOND + 1, "grant:2")
    assert spent.value.room_cents == SECOND
    assert committed() == [FIRST, 0]
    assert queries.verify(db.session()) == []


def test_a_cause_is_posted_once(inside):
    commit(100, "grant:1")
    with pytest.raises(actions.PostedBefore):
        commit(100, "grant:1")
    assert committed() == [100, 0]


def test_freeing_gives_back_what_was_taken_and_once(inside):
    commit(850_000, "grant:1")
    commit(550_000, "grant:2")
    commit(70_000, "grant:3")
    posting = free("grant:3", "freed:3")
    assert (posting.before_cents, posting.after_cents) == (1_470_000, 1_400_000)
    assert committed() == [850_000, 550_000]
    for cause in ("freed:3", "freed:again"):
        with pytest.raises(Conflict):
            free("grant:3", cause)
    assert committed() == [850_000, 550_000]


def test_what_was_never_taken_cannot_be_freed(inside):
    with pytest.raises(NotThere):
        free("grant:99", "freed:99")


@pytest.mark.parametrize("cents", [0, -1])
def test_only_a_positive_amount_can_be_taken(inside, cents):
    with pytest.raises(ValueError, match="positive"):
        commit(cents, "grant:1")


def test_lines_are_never_changed_nor_removed(inside):
    commit(100, "grant:1")
    for spoil in (
        lambda: setattr(db.session.scalars(select(LedgerLine)).first(), "cents", 5),
        lambda: setattr(db.session.scalars(select(LedgerEntry)).first(), "cause", "x"),
        lambda: db.session.delete(db.session.scalars(select(LedgerLine)).first()),
        lambda: db.session.execute(update(LedgerLine).values(cents=0)),
        lambda: db.session.execute(delete(LedgerLine)),
    ):
        with pytest.raises(LedgerIsWritten), transaction():
            spoil()
    assert queries.verify(db.session()) == []


def test_the_database_itself_keeps_the_cap(inside):
    for cents in (FIRST + 1, -1):
        with pytest.raises(IntegrityError), transaction() as session:
            session.execute(
                update(BudgetShare).where(BudgetShare.priority == 1).values(committed_cents=cents)
            )


def test_verify_finds_a_balance_that_its_lines_do_not_bear(inside):
    with transaction() as session:
        session.execute(
            update(BudgetShare).where(BudgetShare.priority == 1).values(committed_cents=5)
        )
    assert len(queries.verify(db.session())) == 1


def test_verify_finds_an_entry_that_does_not_sum_to_zero(inside):
    commit(100, "grant:1")
    with transaction() as session:
        entry = session.scalars(select(LedgerEntry)).one()
        share = the_budget().shares[0]
        session.add(
            LedgerLine(
                entry_id=entry.id,
                account="free",
                source_id=share.source_id,
                budget_id=share.budget_id,
                cents=1,
            )
        )
    assert len(queries.verify(db.session())) == 1


def test_the_command_tells_whether_the_books_agree(app):
    runner = app.test_cli_runner()
    assert runner.invoke(args=["books", "verify"]).exit_code == 0
    with app.app_context(), transaction() as session:
        session.execute(
            update(BudgetShare).where(BudgetShare.priority == 1).values(committed_cents=5)
        )
    assert runner.invoke(args=["books", "verify"]).exit_code == 1


def test_an_amount_never_goes_below_what_is_committed(inside):
    commit(850_000, "grant:1")
    budget = the_budget()
    with pytest.raises(RuleBroken, match=r"8\.500,00"), transaction():
        actions.set_amount(budget.shares[0], 849_999, seen_version=budget.lock_version)
    seen = the_budget().lock_version
    with transaction():
        actions.set_amount(the_budget().shares[0], 850_000, seen_version=seen)
    assert the_budget().lock_version == seen + 1
    with pytest.raises(Conflict), transaction():
        actions.set_amount(the_budget().shares[0], 900_000, seen_version=seen)


amounts = st.integers(min_value=1, max_value=1_000)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("commit"), amounts),
        st.tuples(st.just("free"), st.integers(min_value=0, max_value=20)),
        st.tuples(st.just("set"), st.integers(min_value=0, max_value=2_000)),
    ),
    max_size=25,
)
caps = st.lists(st.integers(min_value=0, max_value=2_000), min_size=1, max_size=3)


def act(kind, number, budget, taken, name):
    """One step, and what a plain model says of it."""
    if kind == "commit":
        room = sum(share.free_cents for share in budget.shares)
        if number > room:
            with pytest.raises(actions.BudgetSpent), db.session.begin_nested():
                actions.commit(budget.id, number, cause=name)
            return
        fits_one = any(share.free_cents >= number for share in budget.shares)
        posting = actions.commit(budget.id, number, cause=name)
        assert sum(part["cents"] for part in posting.shares) == number
        assert (len(posting.shares) == 1) is fits_one
        taken[name] = number
    elif kind == "free" and taken:
        cause = sorted(taken)[number % len(taken)]
        posting = actions.free(cause, cause="freed:" + cause)
        assert posting.before_cents - posting.after_cents == taken.pop(cause)
    elif kind == "set":
        share = budget.shares[number % len(budget.shares)]
        if number >= share.committed_cents:
            actions.set_amount(share, number, seen_version=budget.lock_version)


@settings(max_examples=60)
@given(caps=caps, steps=steps)
def test_whatever_happens_the_books_agree(inside, caps, steps):
    with db.session.begin_nested() as undone:
        sources = [actions.add_source(f"Bron {place}") for place in range(len(caps))]
        budget = actions.open_year(2030, "client_aid", list(zip(sources, caps, strict=True)))
        taken: dict[str, int] = {}
        for place, (kind, number) in enumerate(steps):
            act(kind, number, budget, taken, f"grant:{place:03}")
            assert queries.balance(budget).committed_cents == sum(taken.values())
            assert all(0 <= s.committed_cents <= s.amount_cents for s in budget.shares)
        assert queries.verify(db.session()) == []
        undone.rollback()
    db.session.rollback()
    db.session.info.clear()
    assert db.session.scalars(select(Budget).where(Budget.year == 2030)).first() is None
