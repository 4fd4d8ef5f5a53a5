"""a rule while it is being changed: drafts with fields, before they become a version

Follows 0017.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rule_draft",
        sa.Column("id", BIG, nullable=False),
        sa.Column("rule_id", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("based_on_id", BIG, nullable=True),
        sa.Column("source_toml", sa.Text(), nullable=False),
        sa.Column("started_by_id", BIG, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", BIG, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("brought_in_id", BIG, nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "brought_in_id IS NULL OR ended_at IS NOT NULL",
            name=op.f("ck_rule_draft_brought_in_is_ended"),
        ),
        sa.ForeignKeyConstraint(
            ["based_on_id"], ["rule_version.id"], name=op.f("fk_rule_draft_based_on_id_rule_version")
        ),
        sa.ForeignKeyConstraint(
            ["started_by_id"], ["person.id"], name=op.f("fk_rule_draft_started_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["person.id"], name=op.f("fk_rule_draft_changed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["brought_in_id"],
            ["rule_version.id"],
            name=op.f("fk_rule_draft_brought_in_id_rule_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_draft")),
    )
    op.create_index("ix_rule_draft_ended_at_changed_at", "rule_draft", ["ended_at", "changed_at"])


def downgrade() -> None:
    op.drop_index("ix_rule_draft_ended_at_changed_at", table_name="rule_draft")
    op.drop_table("rule_draft")
