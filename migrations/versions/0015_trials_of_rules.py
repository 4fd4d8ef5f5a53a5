"""trials of rules, and the events of a period in their order

Follows 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "rule_replay",
        sa.Column("id", key, nullable=False),
        sa.Column("asked_by_id", key, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("rule_text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("with_examples", sa.Boolean(), nullable=False),
        sa.Column("job_id", key, nullable=True),
        sa.Column("result", sa.JSON(), nullable=True),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_rule_replay_period_forward")),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_rule_replay_asked_by_id")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_rule_replay_job_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_replay")),
    )
    with op.batch_alter_table("rule_replay") as batch_op:
        batch_op.create_index("ix_rule_replay_asked_by", ["asked_by_id", "id"], unique=False)
        batch_op.create_index("ix_rule_replay_asked_at", ["asked_at"], unique=False)
    with op.batch_alter_table("request_event") as batch_op:
        batch_op.create_index("ix_request_event_at", ["at", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("request_event") as batch_op:
        batch_op.drop_index("ix_request_event_at")
    with op.batch_alter_table("rule_replay") as batch_op:
        batch_op.drop_index("ix_rule_replay_asked_at")
        batch_op.drop_index("ix_rule_replay_asked_by")
    op.drop_table("rule_replay")
