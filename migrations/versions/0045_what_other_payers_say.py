"""other payers: asked, refused or not applicable, beside those that pay

Follows 0039. Going down keeps what is expected as an amount, and forgets who gives nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0043"
branch_labels = None
depends_on = None

TABLE = "other_payer_part"
BEFORE, AFTER = "ck_other_payer_part_amount_positive", "ck_other_payer_part_amount_fits_answer"
FITS = (
    "(answer = 'pays' AND amount_cents > 0) OR (answer = 'asked' AND amount_cents >= 0) "
    "OR (answer IN ('refused', 'not_applicable') AND amount_cents = 0)"
)


def upgrade() -> None:
    with op.batch_alter_table(TABLE) as batch:
        batch.add_column(
            sa.Column("answer", sa.String(length=20), server_default="pays", nullable=False)
        )
        batch.drop_constraint(op.f(BEFORE), type_="check")
        batch.create_check_constraint(op.f(AFTER), sa.text(FITS))


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM other_payer_part WHERE amount_cents = 0"))
    with op.batch_alter_table(TABLE) as batch:
        batch.drop_constraint(op.f(AFTER), type_="check")
        batch.create_check_constraint(op.f(BEFORE), sa.text("amount_cents > 0"))
        batch.drop_column("answer")
