"""Tables of the accounts room: people, their accounts, teams, roles, sessions. They decide nothing."""

import datetime as dt

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from accounts.permissions import Role, Sphere
from core.db import Base, BigKey, UTCDateTime
from core.names import folded


def words(values: type[Role] | type[Sphere]) -> str:
    """The list of an enum's words, for a CHECK."""
    return ", ".join(f"'{value.value}'" for value in values)


class Team(Base):
    """A team of social workers; a small centre has one."""

    __tablename__ = "team"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    closed_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)


class Person(Base):
    """A member of staff. Four eyes are two persons, however many accounts they have."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("id", "sphere"),
        CheckConstraint(f"sphere IN ({words(Sphere)})", name="sphere_known"),
        Index("ix_person_sort_name", "sort_name", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    sort_name: Mapped[str] = mapped_column(String(120))
    # Moves with every change of the person or the accounts: two administrators at once is a 409.
    lock_version: Mapped[int] = mapped_column(default=1)
    # Set with the first role; a person with roles cannot cross the wall between the two.
    sphere: Mapped[str | None] = mapped_column(String(10))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    team: Mapped[Team | None] = relationship(lazy="joined")
    accounts: Mapped[list["Account"]] = relationship(back_populates="person", order_by="Account.id")

    @validates("name")
    def _fold(self, _key: str, name: str) -> str:
        self.sort_name = folded(name)[:120]
        return name


class Account(Base):
    """A way to sign in. Roles stand on the account; the wall between spheres on the person."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("id", "person_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    username: Mapped[str] = mapped_column(String(80), unique=True)
    passphrase_hash: Mapped[str] = mapped_column(String(200))
    passphrase_changed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # A passphrase that somebody else chose must be replaced at the first sign-in.
    must_change: Mapped[bool] = mapped_column(default=False)
    disabled_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    language: Mapped[str] = mapped_column(String(2), default="nl")
    shortcuts: Mapped[bool] = mapped_column(default=True)
    person: Mapped[Person] = relationship(back_populates="accounts", lazy="joined")
    grants: Mapped[list["RoleGrant"]] = relationship(
        back_populates="account", lazy="selectin", cascade="all, delete-orphan"
    )

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held now."""
        return frozenset(Role(grant.role) for grant in self.grants)


class RoleGrant(Base):
    """A role on an account. The keys to (account, person) and (person, sphere) make a coordinator
    who reaches clients impossible in the database itself."""

    __tablename__ = "role_grant"
    __table_args__ = (
        ForeignKeyConstraint(
            ["account_id", "person_id"], ["account.id", "account.person_id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["person_id", "sphere"], ["person.id", "person.sphere"]),
        CheckConstraint(f"role IN ({words(Role)})", name="role_known"),
        CheckConstraint(
            "(role = 'coordinator' AND sphere = 'figures') "
            "OR (role <> 'coordinator' AND sphere = 'clients')",
            name="role_in_its_sphere",
        ),
        UniqueConstraint("account_id", "role"),
        Index("ix_role_grant_person", "person_id", "sphere"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    account_id: Mapped[int] = mapped_column(BigKey)
    person_id: Mapped[int] = mapped_column(BigKey)
    role: Mapped[str] = mapped_column(String(20))
    sphere: Mapped[str] = mapped_column(String(10))
    account: Mapped[Account] = relationship(back_populates="grants")


class SignedIn(Base):
    """A session on the server. The browser holds a random token, the table only its hash."""

    __tablename__ = "signed_in"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    began_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    seen_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    browser: Mapped[str] = mapped_column(String(120), default="")
    account: Mapped[Account] = relationship(lazy="joined")

    @property
    def disabled_at(self) -> dt.datetime | None:
        """Whether, and since when, the account itself opens nothing."""
        return self.account.disabled_at


class SavedSearch(Base):
    """What was searched, kept on the server, so that no name stands in an address."""

    __tablename__ = "saved_search"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    signed_in_id: Mapped[int] = mapped_column(
        ForeignKey("signed_in.id", ondelete="CASCADE"), index=True
    )
    sealed_query: Mapped[bytes]
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)


class SignInCount(Base):
    """Failed sign-ins of late, per account and per address, both as keyed hashes."""

    __tablename__ = "sign_in_count"
    subject_key: Mapped[str] = mapped_column(String(80), primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    last_failed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)


class FirstRun(Base):
    """The one-time link that makes the first administrator."""

    __tablename__ = "first_run"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
