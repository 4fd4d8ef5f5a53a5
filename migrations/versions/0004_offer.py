"""offer

Follows 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "provider",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column(
            "sort_name",
            sa.String(length=160).with_variant(sa.String(length=160, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("provider_type", sa.String(length=30), nullable=False),
        sa.Column("neighbourhood", sa.String(length=60), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider")),
        sa.UniqueConstraint("name", name=op.f("uq_provider_name")),
    )
    with op.batch_alter_table("provider") as batch_op:
        batch_op.create_index(batch_op.f("ix_provider_sort_name"), ["sort_name"], unique=False)

    op.create_table(
        "activity",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column(
            "sort_name",
            sa.String(length=330).with_variant(sa.String(length=330, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("category", sa.String(length=30), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("price_cents >= 0", name=op.f("ck_activity_price_not_negative")),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_activity_provider_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity") as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_provider_id"), ["provider_id"], unique=False)
        batch_op.create_index("ix_activity_sort_name", ["sort_name", "id"], unique=False)

    op.create_table(
        "discount_agreement",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("client_percent", sa.Integer(), nullable=False),
        sa.Column("provider_percent", sa.Integer(), nullable=False),
        sa.Column("network_percent", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "client_percent + provider_percent + network_percent = 100",
            name=op.f("ck_discount_agreement_shares_add_up"),
        ),
        sa.CheckConstraint(
            "client_percent >= 0 AND provider_percent >= 0 AND network_percent >= 0",
            name=op.f("ck_discount_agreement_shares_not_negative"),
        ),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on",
            name=op.f("ck_discount_agreement_period_forward"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_discount_agreement_provider_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discount_agreement")),
    )
    with op.batch_alter_table("discount_agreement") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_discount_agreement_provider_id"), ["provider_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("discount_agreement") as batch_op:
        batch_op.drop_index(batch_op.f("ix_discount_agreement_provider_id"))

    op.drop_table("discount_agreement")
    with op.batch_alter_table("activity") as batch_op:
        batch_op.drop_index("ix_activity_sort_name")
        batch_op.drop_index(batch_op.f("ix_activity_provider_id"))

    op.drop_table("activity")
    with op.batch_alter_table("provider") as batch_op:
        batch_op.drop_index(batch_op.f("ix_provider_sort_name"))

    op.drop_table("provider")
