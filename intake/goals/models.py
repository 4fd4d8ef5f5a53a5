"""Tables of goals, of what became of them, and of the steps towards them. The words are sealed."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from intake.people.models import Client, new_row_key

OPEN, GOING_ON, REACHED, STOPPED = "open", "going_on", "reached", "stopped"
STATES = (OPEN, GOING_ON, REACHED, STOPPED)
# What a request can still serve.
PURSUED = (OPEN, GOING_ON)


class PlanGoal(Base):
    """What a client wants to reach in a part of life, until a day where one was agreed."""

    __tablename__ = "plan_goal"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'going_on', 'reached', 'stopped')", name="state_known"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    row_key: Mapped[str] = mapped_column(String(32), default=new_row_key)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    life_domain: Mapped[str] = mapped_column(String(20))
    sealed_words: Mapped[bytes]
    state: Mapped[str] = mapped_column(String(20), default=OPEN)
    aimed_on: Mapped[dt.date | None] = mapped_column(Date)
    client: Mapped[Client] = relationship()
    steps: Mapped[list["PlanStep"]] = relationship(back_populates="goal", order_by="PlanStep.id")
    events: Mapped[list["PlanGoalEvent"]] = relationship(
        back_populates="goal", order_by="PlanGoalEvent.id"
    )


class PlanGoalEvent(Base):
    """When a goal came into a state, and who noted it; the first one says when it was set."""

    __tablename__ = "plan_goal_event"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    goal: Mapped[PlanGoal] = relationship(back_populates="events")
    made_by: Mapped[Person] = relationship()


class PlanStep(Base):
    """Something that is done about a goal: what, by whom, by when."""

    __tablename__ = "plan_step"
    __table_args__ = (
        CheckConstraint("who IN ('client', 'household', 'worker', 'other')", name="who_known"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    row_key: Mapped[str] = mapped_column(String(32), default=new_row_key)
    goal_id: Mapped[int] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    sealed_words: Mapped[bytes]
    who: Mapped[str] = mapped_column(String(20))
    due_on: Mapped[dt.date | None] = mapped_column(Date)
    done_on: Mapped[dt.date | None] = mapped_column(Date)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    goal: Mapped[PlanGoal] = relationship(back_populates="steps")
