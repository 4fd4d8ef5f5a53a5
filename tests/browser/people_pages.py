"""Pages about clients and their files that somebody can meet: whose sight it is, and its address."""

from __future__ import annotations

STATES = (
    ("client-member-change", "an", "/clients/{client}/members/{membership}"),
    ("client-death", "an", "/clients/{client}/death"),
    ("client-reach", "an", "/clients/{client}/reach"),
    ("client-numbers", "an", "/clients/{client}/numbers"),
    ("client-merge", "an", "/clients/{client}/merge"),
    ("client-merge-preview", "an", "/clients/{client}/merge?other={alike}"),
    ("absences", "an", "/absences"),
    ("absences-head", "hilde", "/absences"),
    ("openings", "hilde", "/openings"),
    ("client-timeline", "an", "/clients/{client}/timeline"),
    ("client-mandates", "an", "/clients/{client}/mandates"),
    ("client-contact", "an", "/clients/{client}/contacts/new"),
    ("client-notes", "hilde", "/clients/{client}/notes"),
)
