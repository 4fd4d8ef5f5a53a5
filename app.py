"""The front door: puts the rooms together, answers errors and health questions. Holds no rules."""

import os

from flask import Flask, Response, current_app, jsonify
from flask_migrate import Migrate
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

import accounts.jobs
import accounts.menu
import accounts.notices.jobs
import accounts.notices.mailing
import accounts.routes
import accounts.signing.commands
import accounts.top
import books.commands
import books.published.routes
import books.routes
import core.commands
import demo.commands
import fund.appeals.complaint_routes
import fund.appeals.jobs
import fund.bodies.guard
import fund.bodies.kept_out
import fund.calendar
import fund.counter.actions
import fund.letters.jobs
import fund.letters.listeners
import fund.listeners
import fund.meetings.access
import fund.meetings.calendar
import fund.meetings.choices
import fund.meetings.guard
import fund.meetings.listeners
import fund.pages
import fund.records.commands
import fund.replays.jobs
import fund.setup.queries
import fund.takeover.jobs
import fund.telling.jobs
import fund.telling.listeners
import fund.together.jobs
import fund.usual.jobs
import intake.evidence.blueprint
import intake.people.blueprint
import intake.people.search.routes
import intake.referrals.blueprint
import intake.referrals.jobs
import intake.routes
import network.commands
import network.jobs
import network.routes
import offer.pages
import payout.listeners
import payout.routes
import regulation.commands
import regulation.drafts.routes
import regulation.versions.commands
import regulation.versions.routes
from accounts.feeds.sources import bring
from accounts.gate import init_gate, preferred_language, public
from accounts.headers import init_headers
from accounts.permissions import Permission
from core import clock, instance, schema
from core.addresses import init_addresses
from core.arriving import init_arriving
from core.audit import init_audit
from core.config import ROOT, Config
from core.db import db, listen_to
from core.errors import Conflict, NotThere, RuleBroken
from core.logs import init_logs
from core.pages.assets import init_assets
from core.pages.htmx import htmx
from core.pages.page import page
from core.pages.show import init_show
from core.pages.templates import init_templates
from core.pages.words import init_words
from core.sealing.stores import StoreDown, init_stores
from core.work.worker import worker_is_alive
from fund.appeals.beside import appeals_beside
from fund.letters.beside import letter_beside
from fund.meetings.beside import meetings_beside
from fund.recovery import recovery_beside
from intake.filing.actions import after_filing
from intake.people.search.queries import find_by
from intake.requests import life
from intake.requests.beside import also_show
from intake.requests.numbered import clients_by_number
from intake.requests.reach import also_reach
from intake.requests.recusal.queries import also_close
from network.releases.engine import init_releases
from regulation.versions.actions import once_in_force
from terms.show import init_terms

LARGEST_FORM_BYTES = 2 * 1024 * 1024

BLUEPRINTS = (
    accounts.routes.bp,
    books.routes.bp,
    books.published.routes.bp,
    offer.pages.bp,
    regulation.versions.routes.bp,
    regulation.drafts.routes.bp,
    intake.people.blueprint.bp,
    intake.people.search.routes.bp,
    intake.routes.bp,
    intake.evidence.blueprint.bp,
    intake.referrals.blueprint.bp,
    *fund.pages.BLUEPRINTS,
    payout.routes.bp,
    network.routes.bp,
)

COMMANDS = (
    accounts.signing.commands.accounts_commands,
    books.commands.books_commands,
    regulation.commands.regulation_commands,
    fund.records.commands.decisions_commands,
    network.commands.network_commands,
    demo.commands.demo_commands,
)

# The only way up: what happens in the upper rooms when a request moves, in this order.
LISTENERS = (
    *fund.listeners.LISTENERS,
    *fund.meetings.listeners.LISTENERS,
    *fund.telling.listeners.LISTENERS,
    *fund.letters.listeners.LISTENERS,
    *payout.listeners.LISTENERS,
)


# Who is kept out of deciding although the table of moves would let them.
GUARDS = (
    (fund.meetings.guard.only_by_the_meeting, fund.meetings.guard.likeness),
    (fund.bodies.guard.keep_out, fund.bodies.guard.likeness),
)


def create_app(config: Config | None = None) -> Flask:
    """The application, for the server, the worker, the command line and the tests."""
    config = config or Config.from_environment()
    app = Flask(__name__, root_path=str(ROOT))
    app.config.update(
        SQLALCHEMY_DATABASE_URI=config.database_url,
        # An error's text must not carry the values of a row into a log.
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},
        MAX_CONTENT_LENGTH=LARGEST_FORM_BYTES,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM_BYTES,
        SECURE_COOKIES=config.secure_cookies,
        CLAMAV=config.clamav,
        MAIL=config.mail,
        PUBLIC_URL=config.public_url,
    )
    if config.secure_cookies:  # a proxy ends https, and says who the visitor is
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]
    init_templates(app)
    htmx.init_app(app)  # first: it replaces the class of requests
    init_arriving(app)
    init_logs(app)
    instance.attach(app, config)
    init_stores(app, config.instance)
    _init_database(app, config)
    init_headers(app)
    init_audit(app)
    init_words(app, preferred_language)
    init_show(app)
    init_assets(app)
    init_terms(app)
    init_gate(app)
    init_addresses(app)
    accounts.menu.init_menu(app)
    accounts.top.init_top(app)
    accounts.menu.begin_at(fund.setup.queries.first_page)
    accounts.menu.show_when("/meetings", fund.meetings.choices.meetings_are_on)
    find_by(clients_by_number)
    also_show(meetings_beside)
    also_show(letter_beside)
    also_show(recovery_beside)
    also_show(appeals_beside)
    also_reach(fund.meetings.access.reach)
    also_close(fund.bodies.kept_out.closed_by_conflict)
    bring(Permission.TERMS, fund.calendar.terms_for)
    bring(Permission.TERMS, fund.calendar.hearings_for)
    bring(Permission.MEETINGS_READ, fund.meetings.calendar.meetings_for)
    _init_rooms(app)
    _init_errors(app)
    _init_health(app)
    return app


def _init_database(app: Flask, config: Config) -> None:
    db.init_app(app)
    Migrate(app, db, directory=str(ROOT / "migrations"))
    init_releases(app, config.releases_database_url)
    with app.app_context():
        listen_to(db.engine)
        clock.configure(instance.stored_mode(), os.environ)


def _init_rooms(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for group in COMMANDS:
        app.cli.add_command(group)
    core.commands.init_commands(app)
    for verb, listener in LISTENERS:
        life.listen(verb, listener)
    for check, likeness in GUARDS:
        life.guard(check, likeness)
    once_in_force(fund.meetings.listeners.know_its_bodies)
    after_filing(fund.counter.actions.register_what_is_free)


def _init_errors(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(NotThere, lambda _error: _calm(404))
    app.register_error_handler(RuleBroken, lambda error: _calm(422, str(error)))
    app.register_error_handler(Conflict, lambda error: _calm(409, str(error)))
    app.register_error_handler(StoreDown, lambda error: _calm(503, str(error)))
    app.register_error_handler(StaleDataError, lambda _error: _calm(409))
    app.register_error_handler(OperationalError, _database_gone)
    app.register_error_handler(InterfaceError, _database_gone)
    app.register_error_handler(Exception, _unexpected)


def _calm(status: int, words: str | None = None) -> Response:
    """A page that says what happened; what was half done is rolled back first."""
    try:
        db.session.rollback()
    except SQLAlchemyError:
        db.session.remove()
    return page("errors/error.html", "errors/_error.html", status=status, code=status, words=words)


def _http_error(error: HTTPException) -> Response:
    answer = _calm(error.code or 500)
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer


def _database_gone(error: Exception) -> Response:
    current_app.logger.error("the database does not answer: %s", type(error).__name__)
    return _calm(503)


def _unexpected(error: Exception) -> Response:
    # The text of an error may quote what somebody typed: only its kind and place are logged.
    current_app.logger.error("unexpected: %s", type(error).__name__, exc_info=error)
    return _calm(500)


def _init_health(app: Flask) -> None:
    app.add_url_rule("/healthz", "healthz", healthz, methods=["GET"])
    app.add_url_rule("/readyz", "readyz", readyz, methods=["GET"])


@public
def healthz() -> Response:
    """The process answers."""
    return jsonify(alive=True)


@public
def readyz() -> tuple[Response, int]:
    """Whether people can work: the database answers, its schema fits, the worker lives."""
    state = {"database": False, "schema": False, "worker": False}
    try:
        state["schema"] = schema.schema_state() == "current"
        state["database"] = True
        state["worker"] = state["schema"] and worker_is_alive(db.session())
    except SQLAlchemyError:
        db.session.remove()
    return jsonify(state), 200 if all(state.values()) else 503
