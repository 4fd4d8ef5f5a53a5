"""goals with steps, sealed, for centres that work with full assistance plans; a filing names its goal

Follows 0049.
"""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "plan_goal",
        sa.Column("id", BIG, nullable=False),
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column("client_id", BIG, nullable=False),
        sa.Column("life_domain", sa.String(length=20), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("aimed_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'going_on', 'reached', 'stopped')",
            name=op.f("ck_plan_goal_state_known"),
        ),
        _key("plan_goal", "client_id", "client"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_goal")),
    )
    op.create_index("ix_plan_goal_client_id", "plan_goal", ["client_id"])
    op.create_table(
        "plan_goal_event",
        sa.Column("id", BIG, nullable=False),
        sa.Column("goal_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        *_made("plan_goal_event"),
        _key("plan_goal_event", "goal_id", "plan_goal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_goal_event")),
    )
    op.create_index("ix_plan_goal_event_goal_id", "plan_goal_event", ["goal_id"])
    op.create_table(
        "plan_step",
        sa.Column("id", BIG, nullable=False),
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column("goal_id", BIG, nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.Column("who", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        *_made("plan_step"),
        sa.CheckConstraint(
            "who IN ('client', 'household', 'worker', 'other')", name=op.f("ck_plan_step_who_known")
        ),
        _key("plan_step", "goal_id", "plan_goal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_step")),
    )
    op.create_index("ix_plan_step_goal_id", "plan_step", ["goal_id"])
    with op.batch_alter_table("filing") as filing:
        filing.add_column(sa.Column("plan_goal_id", BIG, nullable=True))
        filing.create_foreign_key(
            op.f("fk_filing_plan_goal_id_plan_goal"), "plan_goal", ["plan_goal_id"], ["id"]
        )
        filing.create_index(op.f("ix_filing_plan_goal_id"), ["plan_goal_id"])


def downgrade() -> None:
    with op.batch_alter_table("filing") as filing:
        filing.drop_index(op.f("ix_filing_plan_goal_id"))
        filing.drop_constraint(op.f("fk_filing_plan_goal_id_plan_goal"), type_="foreignkey")
        filing.drop_column("plan_goal_id")
    op.drop_table("plan_step")
    op.drop_table("plan_goal_event")
    op.drop_table("plan_goal")


def _key(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=op.f(f"fk_{table}_{column}_{of}"))


def _made(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        _key(table, "made_by_id", "person"),
    ]
