"""proofs

Follows 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voucher",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("cause", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("client_cents", sa.Integer(), nullable=False),
        sa.Column("provider_cents", sa.Integer(), nullable=False),
        sa.Column("used_cents", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until_on", sa.Date(), nullable=False),
        sa.Column("handed_over_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('proof', 'voucher')", name=op.f("ck_voucher_kind_known")),
        sa.CheckConstraint("amount_cents >= 0", name=op.f("ck_voucher_amount_not_negative")),
        sa.CheckConstraint(
            "used_cents >= 0 AND used_cents <= amount_cents", name=op.f("ck_voucher_used_within")
        ),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_voucher_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voucher")),
        sa.UniqueConstraint("cause", name=op.f("uq_voucher_cause")),
        sa.UniqueConstraint("code", name=op.f("uq_voucher_code")),
    )
    with op.batch_alter_table("voucher") as batch_op:
        batch_op.create_index(batch_op.f("ix_voucher_request_id"), ["request_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("voucher") as batch_op:
        batch_op.drop_index(batch_op.f("ix_voucher_request_id"))

    op.drop_table("voucher")
