"""meetings of a committee: seats, agendas with drafts and votes, urgent grants that a body ratifies

Follows 0071. Going down forgets the meetings; the decisions stay. It is refused by the database while
a request is there that was not ratified, or an account of a committee member.
"""

import sqlalchemy as sa
from alembic import op

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = (
    "'submitted', 'waiting', 'confirming', 'granted', 'partly_granted', 'refused', 'notified', "
    "'withdrawn', 'taken_over', 'forwarded'"
)
ROLES = (
    "'social_worker', 'approver', 'head', 'secretary', %s'finance', 'coordinator', "
    "'administrator', 'dpo'"
)


def upgrade() -> None:
    _words("request", "status", "ck_request_status_known", f"{STATES}, 'not_ratified'")
    _words("role_grant", "role", "ck_role_grant_role_known", ROLES % "'member', ")
    _seats_and_meetings()
    _items()


def _seats_and_meetings() -> None:
    op.create_table(
        "committee_seat",
        sa.Column("id", BIG, nullable=False),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("is_chair", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("given_by_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_committee_seat_given_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_committee_seat_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_seat")),
    )
    op.create_index("ix_committee_seat_person", "committee_seat", ["person_id"])
    op.create_index(
        "uq_committee_seat_now",
        "committee_seat",
        ["body", "person_id"],
        unique=True,
        sqlite_where=sa.text("until_on IS NULL"),
        postgresql_where=sa.text("until_on IS NULL"),
    )
    op.create_table(
        "meeting",
        sa.Column("id", BIG, nullable=False),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("is_elsewhere", sa.Boolean(), nullable=False),
        sa.Column("second_of_id", BIG, nullable=True),
        sa.Column("planned_by_id", BIG, nullable=False),
        sa.Column("convened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late_why", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("secretary_id", BIG, nullable=True),
        sa.Column("access_until_on", sa.Date(), nullable=True),
        sa.Column("decided", sa.JSON(), nullable=True),
        sa.Column("decided_hash", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_by_id", BIG, nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "stage IN ('preparing', 'convened', 'open', 'closed', 'no_quorum', 'cancelled')",
            name=op.f("ck_meeting_stage_known"),
        ),
        sa.ForeignKeyConstraint(
            ["planned_by_id"], ["person.id"], name=op.f("fk_meeting_planned_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_of_id"], ["meeting.id"], name=op.f("fk_meeting_second_of_id")
        ),
        sa.ForeignKeyConstraint(
            ["secretary_id"], ["person.id"], name=op.f("fk_meeting_secretary_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["person.id"], name=op.f("fk_meeting_signed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("body", "year", "number", name=op.f("uq_meeting_body_year_number")),
        sa.UniqueConstraint("second_of_id", name=op.f("uq_meeting_second_of_id")),
    )
    op.create_index("ix_meeting_starts_at", "meeting", ["starts_at", "id"])
    op.create_table(
        "meeting_member",
        sa.Column("id", BIG, nullable=False),
        sa.Column("meeting_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("is_chair", sa.Boolean(), nullable=False),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_member_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_meeting_member_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_member")),
        sa.UniqueConstraint(
            "meeting_id", "person_id", name=op.f("uq_meeting_member_meeting_id_person_id")
        ),
    )
    op.create_index(op.f("ix_meeting_member_person_id"), "meeting_member", ["person_id"])
    op.create_table(
        "urgent_grant",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("decision_id", BIG, nullable=False),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", BIG, nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("spent_cents", sa.Integer(), nullable=False),
        sa.Column("recover_cents", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('ratified', 'not_ratified', 'lapsed')",
            name=op.f("ck_urgent_grant_outcome_known"),
        ),
        sa.CheckConstraint(
            "recover_cents <= spent_cents", name=op.f("ck_urgent_grant_recovers_what_was_spent")
        ),
        sa.CheckConstraint(
            "spent_cents >= 0 AND recover_cents >= 0",
            name=op.f("ck_urgent_grant_sums_not_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_urgent_grant_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_urgent_grant_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["person.id"], name=op.f("fk_urgent_grant_settled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_urgent_grant")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_urgent_grant_decision_id")),
    )
    op.create_index("ix_urgent_grant_body", "urgent_grant", ["body", "outcome"])
    op.create_index(op.f("ix_urgent_grant_request_id"), "urgent_grant", ["request_id"])


def _items() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("id", BIG, nullable=False),
        sa.Column("meeting_id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("urgent_grant_id", BIG, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("granted_cents", sa.Integer(), nullable=False),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("deviates_from", sa.String(length=10), nullable=False),
        sa.Column("request_version_id", BIG, nullable=False),
        sa.Column("assessed_cents", sa.Integer(), nullable=False),
        sa.Column("drafted_by_id", BIG, nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_clean", sa.Boolean(), nullable=False),
        sa.Column("taken_out_by_id", BIG, nullable=True),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("late_why", sa.Text(), nullable=False),
        sa.Column("admitted_by", sa.Integer(), nullable=True),
        sa.Column("by_consensus", sa.Boolean(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=False),
        sa.Column("votes_against", sa.Integer(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("voted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by_id", BIG, nullable=True),
        sa.Column("decision_id", BIG, nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('decide', 'revise', 'ratify')", name=op.f("ck_agenda_item_kind_known")),
        sa.CheckConstraint(
            "outcome IN ('', 'granted', 'partly_granted', 'refused', 'ratified')",
            name=op.f("ck_agenda_item_outcome_known"),
        ),
        sa.CheckConstraint(
            "stage <> 'adopted' OR voted_at IS NOT NULL",
            name=op.f("ck_agenda_item_adopted_by_a_vote"),
        ),
        sa.CheckConstraint(
            "stage IN ('pending', 'adopted', 'rejected', 'postponed', 'dropped')",
            name=op.f("ck_agenda_item_stage_known"),
        ),
        sa.CheckConstraint("granted_cents >= 0", name=op.f("ck_agenda_item_granted_not_negative")),
        sa.CheckConstraint(
            "votes_for >= 0 AND votes_against >= 0 AND abstained >= 0",
            name=op.f("ck_agenda_item_votes_not_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_agenda_item_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["drafted_by_id"], ["person.id"], name=op.f("fk_agenda_item_drafted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_agenda_item_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_agenda_item_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_version_id"],
            ["request_version.id"],
            name=op.f("fk_agenda_item_request_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["taken_out_by_id"], ["person.id"], name=op.f("fk_agenda_item_taken_out_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["urgent_grant_id"], ["urgent_grant.id"], name=op.f("fk_agenda_item_urgent_grant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_decision_id"), "agenda_item", ["decision_id"])
    op.create_index("ix_agenda_item_meeting", "agenda_item", ["meeting_id", "position", "id"])
    op.create_index("ix_agenda_item_request", "agenda_item", ["request_id", "id"])
    op.create_index(op.f("ix_agenda_item_urgent_grant_id"), "agenda_item", ["urgent_grant_id"])
    op.create_index(
        "uq_agenda_item_pending",
        "agenda_item",
        ["request_id"],
        unique=True,
        sqlite_where=sa.text("stage = 'pending'"),
        postgresql_where=sa.text("stage = 'pending'"),
    )
    op.create_table(
        "item_absence",
        sa.Column("id", BIG, nullable=False),
        sa.Column("item_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("why", sa.String(length=10), nullable=False),
        sa.CheckConstraint("why IN ('conflict', 'away')", name=op.f("ck_item_absence_why_known")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_item_absence_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_item_absence_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_absence")),
        sa.UniqueConstraint("item_id", "person_id", name=op.f("uq_item_absence_item_id_person_id")),
    )
    op.create_index(op.f("ix_item_absence_person_id"), "item_absence", ["person_id"])
    op.create_table(
        "minutes_correction",
        sa.Column("id", BIG, nullable=False),
        sa.Column("meeting_id", BIG, nullable=False),
        sa.Column("item_id", BIG, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_minutes_correction_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_minutes_correction_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_correction_meeting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_correction")),
    )
    op.create_index(op.f("ix_minutes_correction_meeting_id"), "minutes_correction", ["meeting_id"])


def downgrade() -> None:
    for table in (
        *("minutes_correction", "item_absence", "agenda_item", "urgent_grant"),
        *("meeting_member", "meeting", "committee_seat"),
    ):
        op.drop_table(table)
    _words("role_grant", "role", "ck_role_grant_role_known", ROLES % "")
    _words("request", "status", "ck_request_status_known", STATES)


def _words(table: str, column: str, name: str, words: str) -> None:
    with op.batch_alter_table(table) as batch:
        batch.drop_constraint(op.f(name), type_="check")
        batch.create_check_constraint(op.f(name), sa.text(f"{column} IN ({words})"))
