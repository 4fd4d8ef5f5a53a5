"""who decides: the body of a request, the second approver, stepping back, stand-ins, one human with two persons

Follows 0052. Going down is refused by the database while a request waits for a second approver, and
forgets who stepped back, which persons are one and the same, and who looked at the counter's grants.
"""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
STATES = "ck_request_status_known"
BEFORE = (
    "'submitted', 'waiting', 'granted', 'partly_granted', 'refused', 'notified', 'withdrawn', "
    "'taken_over'"
)
AFTER = BEFORE.replace("'waiting'", "'waiting', 'confirming'")
STANDS = sa.text("lifted_at IS NULL")
AT_COUNTER = sa.text("capacity = 'counter'")


def upgrade() -> None:
    _drop_open()
    with op.batch_alter_table("request") as batch:
        batch.add_column(
            sa.Column("body", sa.String(length=40), server_default="", nullable=False)
        )
        batch.add_column(sa.Column("first_by_id", BIG, nullable=True))
        batch.create_foreign_key(
            op.f("fk_request_first_by_id"), "person", ["first_by_id"], ["id"]
        )
        batch.drop_constraint(op.f(STATES), type_="check")
        batch.create_check_constraint(op.f(STATES), sa.text(f"status IN ({AFTER})"))
    _make_open("'submitted', 'waiting', 'confirming'", "status", "body")
    with op.batch_alter_table("decision") as batch:
        for name in ("second_by_id", "second_on_behalf_of_id"):
            batch.add_column(sa.Column(name, BIG, nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_decision_{name}"), "person", [name], ["id"]
            )
    op.create_index(
        "ix_decision_counter",
        "decision",
        ["decided_at", "id"],
        sqlite_where=AT_COUNTER,
        postgresql_where=AT_COUNTER,
    )
    with op.batch_alter_table("absence") as batch:
        batch.add_column(
            sa.Column("duty", sa.String(length=10), server_default="files", nullable=False)
        )
        batch.create_check_constraint(
            op.f("ck_absence_duty_known"), sa.text("duty IN ('files', 'decisions')")
        )
    _first_ruling()
    _recusal()
    _person_link()
    op.create_table(
        "counter_look",
        sa.Column("decision_id", BIG, nullable=False),
        sa.Column("seen_by_id", BIG, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        _to("counter_look", "decision_id", "decision"),
        _to("counter_look", "seen_by_id"),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_counter_look")),
    )


def _to(table: str, column: str, other: str = "person") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _first_ruling() -> None:
    op.create_table(
        "first_ruling",
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("decided_by_id", BIG, nullable=False),
        sa.Column("on_behalf_of_id", BIG, nullable=True),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("capacity", sa.String(length=40), nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("granted_cents", sa.Integer(), nullable=False),
        sa.Column("assessed_cents", sa.Integer(), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("deviates_from", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('granted', 'partly_granted')", name=op.f("ck_first_ruling_outcome_known")
        ),
        sa.CheckConstraint("granted_cents > 0", name=op.f("ck_first_ruling_granted_positive")),
        _to("first_ruling", "request_id", "request"),
        _to("first_ruling", "decided_by_id"),
        _to("first_ruling", "on_behalf_of_id"),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_first_ruling")),
    )


def _recusal() -> None:
    op.create_table(
        "recusal",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("lifted_at", INSTANT, nullable=True),
        sa.Column("lifted_by_id", BIG, nullable=True),
        _to("recusal", "request_id", "request"),
        _to("recusal", "person_id"),
        _to("recusal", "lifted_by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusal")),
    )
    op.create_index(
        "uq_recusal_standing",
        "recusal",
        ["person_id", "request_id"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
    op.create_index("ix_recusal_request_id", "recusal", ["request_id"])


def _person_link() -> None:
    sides = [
        sa.ForeignKeyConstraint(
            [side, "sphere"],
            ["person.id", "person.sphere"],
            name=op.f(f"fk_person_link_{side}_sphere"),
        )
        for side in ("person_id", "same_as_id")
    ]
    op.create_table(
        "person_link",
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("same_as_id", BIG, nullable=False),
        sa.Column("sphere", sa.String(length=10), nullable=False),
        sa.Column("made_by_id", BIG, nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.CheckConstraint("person_id <> same_as_id", name=op.f("ck_person_link_two_rows")),
        *sides,
        *(_to("person_link", one) for one in ("person_id", "same_as_id", "made_by_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_person_link")),
    )
    op.create_index("ix_person_link_same_as_id", "person_link", ["same_as_id"])


def downgrade() -> None:
    op.drop_table("counter_look")
    op.drop_table("person_link")
    op.drop_table("recusal")
    op.drop_table("first_ruling")
    with op.batch_alter_table("absence") as batch:
        batch.drop_constraint(op.f("ck_absence_duty_known"), type_="check")
        batch.drop_column("duty")
    op.drop_index("ix_decision_counter", table_name="decision")
    with op.batch_alter_table("decision") as batch:
        for name in ("second_by_id", "second_on_behalf_of_id"):
            batch.drop_constraint(op.f(f"fk_decision_{name}"), type_="foreignkey")
            batch.drop_column(name)
    _drop_open()
    with op.batch_alter_table("request") as batch:
        batch.drop_constraint(op.f(STATES), type_="check")
        batch.create_check_constraint(op.f(STATES), sa.text(f"status IN ({BEFORE})"))
        batch.drop_constraint(op.f("fk_request_first_by_id"), type_="foreignkey")
        batch.drop_column("first_by_id")
        batch.drop_column("body")
    _make_open("'submitted', 'waiting'", "status")


def _drop_open() -> None:
    op.drop_index("ix_request_open_by_term", table_name="request")
    op.drop_index("ix_request_open_of_team", table_name="request")


def _make_open(states: str, *last: str) -> None:
    """The lists of open requests, by term: of the whole house, and of a team."""
    is_open = sa.text(f"status IN ({states})")
    for name, columns in (
        ("ix_request_open_by_term", ["legal_due_on", "id", *last]),
        ("ix_request_open_of_team", ["team_id", "legal_due_on", "id"]),
    ):
        op.create_index(
            name, "request", columns, sqlite_where=is_open, postgresql_where=is_open
        )
