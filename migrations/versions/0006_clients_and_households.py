"""clients_and_households

Follows 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "client",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column(
            "file_number",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("given_name", sa.String(length=80), nullable=False),
        sa.Column("family_name", sa.String(length=80), nullable=False),
        sa.Column(
            "sort_name",
            sa.String(length=170).with_variant(sa.String(length=170, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "sort_name_reversed",
            sa.String(length=170).with_variant(sa.String(length=170, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("birth_on", sa.Date(), nullable=False),
        sa.Column("sealed_national_number", sa.LargeBinary(), nullable=True),
        sa.Column("national_number_key", sa.String(length=64), nullable=True),
        sa.Column("sealed_iban", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
        sa.UniqueConstraint("file_number", name=op.f("uq_client_file_number")),
        sa.UniqueConstraint("national_number_key", name=op.f("uq_client_national_number_key")),
    )
    with op.batch_alter_table("client") as batch_op:
        batch_op.create_index("ix_client_sort_name", ["sort_name", "id"], unique=False)
        batch_op.create_index(
            "ix_client_sort_name_reversed", ["sort_name_reversed", "id"], unique=False
        )

    op.create_table(
        "household",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("household_type", sa.String(length=20), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_table(
        "address",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "household_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("street", sa.String(length=160), nullable=False),
        sa.Column("postal_code", sa.String(length=10), nullable=False),
        sa.Column("town", sa.String(length=80), nullable=False),
        sa.Column("neighbourhood", sa.String(length=60), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_address_period_forward")
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_address_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
    )
    with op.batch_alter_table("address") as batch_op:
        batch_op.create_index(batch_op.f("ix_address_household_id"), ["household_id"], unique=False)

    op.create_table(
        "client_status",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("proof_seen_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_client_status_period_forward")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_status_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_status")),
    )
    with op.batch_alter_table("client_status") as batch_op:
        batch_op.create_index(batch_op.f("ix_client_status_client_id"), ["client_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "household_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint("role IN ('adult', 'child')", name=op.f("ck_membership_role_known")),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_membership_period_forward")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_membership_client_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_membership_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership") as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_client_id"), ["client_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_membership_household_id"), ["household_id"], unique=False
        )

    op.create_table(
        "responsible",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "worker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_responsible_period_forward")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_responsible_client_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_responsible_team_id")),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["person.id"], name=op.f("fk_responsible_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsible")),
    )
    with op.batch_alter_table("responsible") as batch_op:
        batch_op.create_index(batch_op.f("ix_responsible_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_responsible_team_client", ["team_id", "client_id"], unique=False)
        batch_op.create_index(
            "ix_responsible_worker_client", ["worker_id", "client_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("responsible") as batch_op:
        batch_op.drop_index("ix_responsible_worker_client")
        batch_op.drop_index("ix_responsible_team_client")
        batch_op.drop_index(batch_op.f("ix_responsible_client_id"))

    op.drop_table("responsible")
    with op.batch_alter_table("membership") as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_household_id"))
        batch_op.drop_index(batch_op.f("ix_membership_client_id"))

    op.drop_table("membership")
    with op.batch_alter_table("client_status") as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_status_client_id"))

    op.drop_table("client_status")
    with op.batch_alter_table("address") as batch_op:
        batch_op.drop_index(batch_op.f("ix_address_household_id"))

    op.drop_table("address")
    op.drop_table("household")
    with op.batch_alter_table("client") as batch_op:
        batch_op.drop_index("ix_client_sort_name_reversed")
        batch_op.drop_index("ix_client_sort_name")

    op.drop_table("client")
