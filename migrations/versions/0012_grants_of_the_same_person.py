"""a role stands on an account of the very person: the wall cannot be passed by a mistaken number

Follows 0011. Rows in which account and person differ would be refused here; the pages never made one.
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("account") as account:
        account.create_unique_constraint("uq_account_id_person_id", ["id", "person_id"])
    with op.batch_alter_table("role_grant") as grant:
        grant.drop_constraint("fk_role_grant_account_id", type_="foreignkey")
        grant.create_foreign_key(
            "fk_role_grant_account_id_person_id",
            "account",
            ["account_id", "person_id"],
            ["id", "person_id"],
            ondelete="CASCADE",
        )


def downgrade() -> None:
    with op.batch_alter_table("role_grant") as grant:
        grant.drop_constraint("fk_role_grant_account_id_person_id", type_="foreignkey")
        grant.create_foreign_key(
            "fk_role_grant_account_id", "account", ["account_id"], ["id"], ondelete="CASCADE"
        )
    with op.batch_alter_table("account") as account:
        account.drop_constraint("uq_account_id_person_id", type_="unique")
