"""rule_versions

Follows 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rule_version",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("source_toml", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("brought_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "brought_in_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("in_force_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "in_force_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "origin IN ('published', 'example', 'own')", name=op.f("ck_rule_version_origin_known")
        ),
        sa.CheckConstraint(
            "in_force_at IS NULL OR valid_from IS NOT NULL",
            name=op.f("ck_rule_version_in_force_from_a_day"),
        ),
        sa.CheckConstraint(
            "valid_until IS NULL OR (valid_from IS NOT NULL AND valid_until >= valid_from)",
            name=op.f("ck_rule_version_validity_forward"),
        ),
        sa.CheckConstraint("version > 0", name=op.f("ck_rule_version_version_positive")),
        sa.ForeignKeyConstraint(
            ["brought_in_by_id"], ["person.id"], name=op.f("fk_rule_version_brought_in_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["in_force_by_id"], ["person.id"], name=op.f("fk_rule_version_in_force_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_version")),
        sa.UniqueConstraint("rule_id", "version", name=op.f("uq_rule_version_rule_id_version")),
        sa.UniqueConstraint("sha256", name=op.f("uq_rule_version_sha256")),
    )
    with op.batch_alter_table("rule_version") as batch_op:
        batch_op.create_index(
            "ix_rule_version_validity", ["valid_from", "valid_until"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("rule_version") as batch_op:
        batch_op.drop_index("ix_rule_version_validity")

    op.drop_table("rule_version")
