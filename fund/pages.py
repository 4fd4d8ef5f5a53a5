"""All pages of the fund, for the front door: the blueprints of its rooms. It answers nothing itself."""

from typing import Final

from flask import Blueprint

import fund.appeals.routes
import fund.bodies.routes
import fund.central.routes
import fund.claims.routes
import fund.comparable.routes
import fund.counter.routes
import fund.letters.pages
import fund.meetings.pages
import fund.narrowing.routes
import fund.overdue.routes
import fund.records.routes
import fund.replays.routes
import fund.revising.routes
import fund.routes
import fund.rules.routes
import fund.second_routes
import fund.sending_on.routes
import fund.setup.routes
import fund.takeover.routes
import fund.texts.routes
import fund.together.routes

BLUEPRINTS: Final[tuple[Blueprint, ...]] = (
    fund.routes.bp,
    fund.claims.routes.bp,
    fund.comparable.routes.bp,
    fund.narrowing.routes.bp,
    fund.together.routes.bp,
    fund.appeals.routes.bp,
    fund.second_routes.bp,
    fund.sending_on.routes.bp,
    fund.bodies.routes.bp,
    fund.counter.routes.bp,
    fund.central.routes.bp,
    fund.overdue.routes.bp,
    fund.letters.pages.bp,
    fund.meetings.pages.bp,
    fund.records.routes.bp,
    fund.replays.routes.bp,
    fund.revising.routes.bp,
    fund.rules.routes.bp,
    fund.setup.routes.bp,
    fund.texts.routes.bp,
    fund.takeover.routes.files_bp,
    fund.takeover.routes.offer_bp,
)
