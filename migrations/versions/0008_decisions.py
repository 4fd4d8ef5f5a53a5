"""decisions

Follows 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fund_budget",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("scheme", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "budget_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["budget.id"], name=op.f("fk_fund_budget_budget_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fund_budget")),
        sa.UniqueConstraint("scheme", "year", name=op.f("uq_fund_budget_scheme_year")),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("capacity", sa.String(length=40), nullable=False),
        sa.Column(
            "on_behalf_of_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("assessed_cents", sa.Integer(), nullable=False),
        sa.Column("granted_cents", sa.Integer(), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column(
            "request_version_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "rule_version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("caps", sa.JSON(), nullable=False),
        sa.Column("budget", sa.JSON(), nullable=False),
        sa.Column("booked_quarter", sa.String(length=6), nullable=False),
        sa.Column(
            "unit_household_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "leaf_client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("leaf_neighbourhood", sa.String(length=60), nullable=False),
        sa.Column("leaf_sector", sa.String(length=20), nullable=False),
        sa.Column("leaf_age_band", sa.String(length=10), nullable=False),
        sa.Column("leaf_household_type", sa.String(length=20), nullable=False),
        sa.Column("leaf_kind", sa.String(length=10), nullable=False),
        sa.Column("leaf_again", sa.String(length=10), nullable=False),
        sa.Column("leaf_provider_type", sa.String(length=30), nullable=False),
        sa.Column(
            "leaf_provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("leaf_funding_source", sa.String(length=40), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "undone_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "outcome IN ('granted', 'partly_granted', 'refused')",
            name=op.f("ck_decision_outcome_known"),
        ),
        sa.CheckConstraint("granted_cents >= 0", name=op.f("ck_decision_granted_not_negative")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_decision_decided_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["leaf_client_id"], ["client.id"], name=op.f("fk_decision_leaf_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["leaf_provider_id"], ["provider.id"], name=op.f("fk_decision_leaf_provider_id")
        ),
        sa.ForeignKeyConstraint(
            ["on_behalf_of_id"], ["person.id"], name=op.f("fk_decision_on_behalf_of_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_decision_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_version_id"],
            ["request_version.id"],
            name=op.f("fk_decision_request_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["rule_version_id"], ["rule_version.id"], name=op.f("fk_decision_rule_version_id")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["person.id"], name=op.f("fk_decision_undone_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_household_id"], ["household.id"], name=op.f("fk_decision_unit_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("request_id", "number", name=op.f("uq_decision_request_id_number")),
    )
    with op.batch_alter_table("decision") as batch_op:
        batch_op.create_index("ix_decision_decided_at", ["decided_at", "id"], unique=False)
        batch_op.create_index(
            "ix_decision_decided_by", ["decided_by_id", "decided_at", "id"], unique=False
        )
        batch_op.create_index(
            "uq_decision_standing",
            ["request_id"],
            unique=True,
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("decision") as batch_op:
        batch_op.drop_index(
            "uq_decision_standing",
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )
        batch_op.drop_index("ix_decision_decided_by")
        batch_op.drop_index("ix_decision_decided_at")

    op.drop_table("decision")
    op.drop_table("fund_budget")
