"""The house rules of docs/architecture.md that a machine can check."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask import Flask
from sqlalchemy import CheckConstraint

from accounts.permissions import ROLES, Permission, Role
from core.config import ROOT
from core.db import Base
from intake.requests.life import MOVES

ROOMS = ("accounts", "books", "core", "fund", "intake", "network", "offer", "payout")
ROOMS += ("regulation", "terms")
CODE = [p for room in (*ROOMS, "demo", "bench") for p in (ROOT / room).rglob("*.py")]
CODE += [ROOT / "app.py"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
BANNED_NAMES = {"common", "utils", "helpers", "services", "managers", "util", "helper", "misc"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(path: Path, name: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
    ]


def test_every_module_opens_with_a_sentence() -> None:
    silent = [str(p.relative_to(ROOT)) for p in CODE if not ast.get_docstring(tree(p))]
    assert silent == []


def test_no_file_is_named_after_nothing() -> None:
    vague = [str(p) for p in CODE if p.stem in BANNED_NAMES or p.parent.name in BANNED_NAMES]
    assert vague == []


def test_only_core_db_commits() -> None:
    commits = [
        f"{p.relative_to(ROOT)}:{line}"
        for p in CODE
        if p != ROOT / "core" / "db.py"
        for line in calls(p, "commit")
        if "session" in p.read_text(encoding="utf-8").splitlines()[line - 1]
    ]
    assert commits == []


def test_only_life_sets_a_status() -> None:
    setters = [
        f"{p.relative_to(ROOT)}:{node.lineno}"
        for p in CODE
        if p.name != "life.py" and {"intake", "fund", "payout"} & set(p.parts)
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr == "status"
    ]
    assert setters == []


def test_models_neither_query_nor_know_flask() -> None:
    for path in (p for p in CODE if p.name == "models.py"):
        text = path.read_text(encoding="utf-8")
        assert "select(" not in text, path
        assert "from flask " not in text, path


def test_routes_hold_no_query_and_stay_short() -> None:
    for path in (p for p in CODE if p.name.endswith("routes.py")):
        module = tree(path)
        names = {n.id for n in ast.walk(module) if isinstance(n, ast.Name)}
        assert "select" not in names, path
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 25, f"{path.relative_to(ROOT)}: {node.name} has {length} lines"


def test_no_import_hides_inside_a_function() -> None:
    hidden = [
        f"{p.relative_to(ROOT)}:{node.lineno}"
        for p in CODE
        for function in ast.walk(tree(p))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_rooms_look_down_the_stairs_never_up() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_every_template_compiles(app: Flask) -> None:
    for path in TEMPLATES:
        app.jinja_env.get_template(str(path.relative_to(ROOT / "templates")))


def test_templates_are_short_and_hold_no_inline_style_or_script() -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 100, f"{path.relative_to(ROOT)} passes 100 lines"
        assert not re.search(r"\sstyle=|\son[a-z]+=\"|<script>|<style", text), path
        assert "|safe" not in text.replace(" ", ""), path


def test_no_function_passes_the_guidance_far() -> None:
    for path in CODE:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 300, f"{path.relative_to(ROOT)} has {lines} lines"


def test_the_median_file_is_small() -> None:
    lengths = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in CODE)
    assert lengths[len(lengths) // 2] <= 100


def test_one_migration_head() -> None:
    parents = set()
    heads = set()
    for path in (ROOT / "migrations" / "versions").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        heads.add(re.search(r'^revision(?::.*)? = "(.+)"', text, re.MULTILINE)[1])
        parents.update(re.findall(r'^down_revision(?::.*)? = "(.+)"', text, re.MULTILINE))
    assert len(heads - parents) == 1


def test_every_word_on_screen_has_dutch() -> None:
    known = set()
    for path in (ROOT / "translations" / "nl").glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="nl"):
                if message.string and not message.fuzzy:
                    known.add(message.id if isinstance(message.id, str) else message.id[0])
    missing = {}
    keywords = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
    keywords |= {"_n": (1, 2), "lazy_ngettext": (1, 2)}
    for room in (*ROOMS, "templates", "demo"):
        method_map = [("**.py", "python"), ("**.html", "jinja2")]
        found = extract_from_dir(
            ROOT / room,
            method_map=method_map,
            keywords=keywords,
            options_map={"**.html": {"trimmed": "true"}},
        )
        for file, line, message, _comments, _context in found:
            text = message if isinstance(message, str) else message[0]
            if text and text not in known:
                missing[text] = f"{room}/{file}:{line}"
    assert missing == {}


def test_statuses_in_the_table_are_those_of_the_database() -> None:
    check = next(
        c
        for c in Base.metadata.tables["request"].constraints
        if isinstance(c, CheckConstraint) and c.name and c.name.endswith("status_known")
    )
    words = set(re.findall(r"'([a-z_]+)'", str(check.sqltext)))
    in_moves = {move.after for move in MOVES}
    in_moves |= {status for move in MOVES for status in move.before if status}
    assert in_moves == words


def test_every_route_asks_for_a_permission_or_is_public(app: Flask) -> None:
    unmarked = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        and not hasattr(app.view_functions[rule.endpoint], "permission")
        and not hasattr(app.view_functions[rule.endpoint], "is_public")
    ]
    assert unmarked == []


def test_the_coordinator_holds_figures_and_nothing_of_people() -> None:
    assert ROLES[Role.COORDINATOR] <= {
        Permission.OWN_ACCOUNT,
        Permission.STATISTICS,
        Permission.OFFER_READ,
        Permission.OFFER_CHANGE,
    }


def test_the_coordinators_room_reaches_people_through_the_builder_only() -> None:
    for path in (ROOT / "network").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path != ROOT / "network" / "releases" / "build.py":
            assert not re.search(r"^(from|import) (intake|fund|payout)", text, re.MULTILINE), path


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.in")))
def test_the_list_of_packages_stays_short(path: Path) -> None:
    lines = [x for x in path.read_text().splitlines() if x and x[0] not in "#-"]
    assert len(lines) <= 24
