"""releases

Follows 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gauge",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(length=20), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "word IN ('ample', 'mind', 'nearly_spent')", name=op.f("ck_gauge_word_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gauge")),
    )
    with op.batch_alter_table("gauge") as batch_op:
        batch_op.create_index("ix_gauge_year_on", ["year", "set_at"], unique=False)

    op.create_table(
        "release",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("periods", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settings_hash", sa.String(length=64), nullable=False),
        sa.Column("code_version", sa.String(length=40), nullable=False),
        sa.Column("solver_version", sa.String(length=40), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("kind IN ('quarter', 'year')", name=op.f("ck_release_kind_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("hash", name=op.f("uq_release_hash")),
        sa.UniqueConstraint("period", name=op.f("uq_release_period")),
    )
    op.create_table(
        "release_audit",
        sa.Column(
            "release_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_release_audit_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_release_audit")),
    )
    op.create_table(
        "release_cell",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "release_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("leaf", sa.String(length=120), nullable=False),
        sa.Column("at", sa.JSON(), nullable=False),
        sa.Column("requests_n", sa.Integer(), nullable=True),
        sa.Column("households_n", sa.Integer(), nullable=True),
        sa.Column("clients_n", sa.Integer(), nullable=True),
        sa.Column(
            "granted_cents", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_release_cell_release_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_cell")),
        sa.UniqueConstraint(
            "release_id",
            "table_name",
            "leaf",
            name=op.f("uq_release_cell_release_id_table_name_leaf"),
        ),
    )
    op.create_table(
        "release_member",
        sa.Column(
            "decision_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "release_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_release_member_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_release_member_release_id")
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_release_member")),
    )
    with op.batch_alter_table("release_member") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_release_member_release_id"), ["release_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("release_member") as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_member_release_id"))

    op.drop_table("release_member")
    op.drop_table("release_cell")
    op.drop_table("release_audit")
    op.drop_table("release")
    with op.batch_alter_table("gauge") as batch_op:
        batch_op.drop_index("ix_gauge_year_on")

    op.drop_table("gauge")
