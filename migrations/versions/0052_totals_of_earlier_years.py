"""totals of years before the product, as published, which the coordinator may read; and lists of them

Follows 0051. Going down forgets these totals and the lists that brought them in; a list that still
waits leaves its sealed file in the store.
"""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STANDS = sa.text("withdrawn_at IS NULL")
KNOWN = "ck_takeover_kind_known"
BEFORE = "kind IN ('clients', 'offer', 'grants')"
AFTER = "kind IN ('clients', 'offer', 'grants', 'totals')"


def upgrade() -> None:
    op.create_table(
        "published_total",
        sa.Column("id", BIG, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("requests_n", sa.Integer(), nullable=False),
        sa.Column("granted_cents", BIG, nullable=False),
        sa.Column("households_n", sa.Integer(), nullable=True),
        sa.Column("clients_n", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "requests_n >= 5", name=op.f("ck_published_total_requests_reach_nobody")
        ),
        sa.CheckConstraint(
            "households_n >= 5", name=op.f("ck_published_total_households_reach_nobody")
        ),
        sa.CheckConstraint("clients_n >= 5", name=op.f("ck_published_total_clients_reach_nobody")),
        sa.CheckConstraint("granted_cents > 0", name=op.f("ck_published_total_granted_positive")),
        sa.CheckConstraint("source <> ''", name=op.f("ck_published_total_source_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_total")),
    )
    op.create_index(
        "uq_published_total_year",
        "published_total",
        ["year"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
    _kinds(AFTER)
    if op.get_context().dialect.name == "postgresql":
        op.execute("GRANT SELECT ON published_total TO releases_reader")


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM takeover_mapping WHERE kind = 'totals'"))
    op.execute(sa.text("DELETE FROM takeover WHERE kind = 'totals'"))
    _kinds(BEFORE)
    op.drop_table("published_total")


def _kinds(known: str) -> None:
    with op.batch_alter_table("takeover") as batch:
        batch.drop_constraint(op.f(KNOWN), type_="check")
        batch.create_check_constraint(op.f(KNOWN), sa.text(known))
