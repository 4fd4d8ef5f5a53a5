"""Every comparison, constant and branch of a module, changed once: a mutant each.

What counts, what negates and what chooses between values are compared with: they are changed too.
None stands for "not known" everywhere, a member of an enum is a name: neither is a constant here.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
# With these a changed comparison is a changed branch already.
TURNED = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
# How a file is written and how a record is kept is not judging; both have tests of their own.
NOT_JUDGING = frozenset({"spec", "kind", "dataclass", "field", "TypeVar"})
# The words of a file are the reader's matter.
WORDS = frozenset({"Enum", "StrEnum"})

Place = ast.expr | ast.stmt | ast.comprehension
Change = Callable[[], None]


@dataclass(frozen=True)
class Mutant:
    """One change: where, what, and the whole module with it."""

    line: int
    what: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in its order; those that read alike are numbered."""
    tree = ast.parse(source)
    alike: Counter[str] = Counter()
    for number, (inside, node) in enumerate(_found(tree)):
        for which in range(len(_changes(node))):
            changed = copy.deepcopy(tree)
            twin = _found(changed)[number][1]
            before = _said(twin)
            _changes(twin)[which]()
            what = f"{inside}: {before} -> {_said(twin)}"
            alike[what] += 1
            again = f" ({alike[what]})" if alike[what] > 1 else ""
            yield Mutant(_line(node), what + again, ast.unparse(changed))


def _found(tree: ast.AST) -> list[tuple[str, Place]]:
    finder = _Finder()
    finder.visit(tree)
    return finder.found


def _line(node: Place) -> int:
    return node.target.lineno if isinstance(node, ast.comprehension) else node.lineno


def _said(node: ast.AST) -> str:
    """What a person needs to recognise the place: of a branch only its test."""
    shown = f"if {ast.unparse(node.test)}" if isinstance(node, ast.If) else ast.unparse(node)
    return " ".join(shown.split())


def _named(function: ast.FunctionDef) -> str:
    """Functions of a singledispatch have no name of their own: what they are for tells them apart."""
    for_what = function.args.args[0].annotation if function.name == "_" else None
    return ast.unparse(for_what) if for_what else function.name


class _Finder(ast.NodeVisitor):
    """Collects what can be changed, but for types, docstrings and what does not judge."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Place]] = []
        self.inside: list[str] = []

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, Place) and _changes(node):
            self.found.append((".".join(self.inside), node))
        super().generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.inside.append(node.name)
        is_of_words = any(isinstance(base, ast.Name) and base.id in WORDS for base in node.bases)
        for one in node.body:
            if not (is_of_words and isinstance(one, ast.Assign)):
                self.visit(one)
        self.inside.pop()

    def visit_Call(self, node: ast.Call) -> None:
        of = node.func.value if isinstance(node.func, ast.Attribute) else node.func
        if not (isinstance(of, ast.Name) and of.id in NOT_JUDGING):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.inside.append(_named(node))
        for one in (*node.args.defaults, *node.args.kw_defaults, *node.body):
            if one is not None:
                self.visit(one)
        self.inside.pop()

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words only."""


def _changes(node: ast.AST) -> list[Change]:
    """What can be done to a node."""
    if isinstance(node, ast.Compare):
        return [lambda at=at: _compare_otherwise(node, at) for at in range(len(node.ops))]
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in COUNTED:
        return [lambda: setattr(node, "op", COUNTED[type(node.op)]())]
    if isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        return [lambda: setattr(node, "op", other())]
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | str):
        if " " in str(node.value):  # a sentence: what an error says
            return []
        return [lambda: setattr(node, "value", _another(node.value))]
    if isinstance(node, ast.Name) and node.id in CALLED:
        return [lambda: setattr(node, "id", CALLED[node.id])]
    return _turnings(node)


def _turnings(node: ast.AST) -> list[Change]:
    """What can be turned round: a branch, what a comprehension keeps, a negation."""
    if isinstance(node, ast.If | ast.IfExp | ast.While) and not _turns_already(node.test):
        return [lambda: setattr(node, "test", _not(node.test))]
    if isinstance(node, ast.comprehension):
        kept = [at for at, test in enumerate(node.ifs) if not _turns_already(test)]
        return [lambda at=at: node.ifs.__setitem__(at, _not(node.ifs[at])) for at in kept]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [lambda: setattr(node, "operand", _not(node.operand))]
    return []


def _turns_already(test: ast.expr) -> bool:
    """Is a test turned round by a change within it?"""
    if isinstance(test, ast.UnaryOp):
        return isinstance(test.op, ast.Not)
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], TURNED)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _another(value: bool | int | str) -> bool | int | str:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}?"


def _compare_otherwise(node: ast.Compare, at: int) -> None:
    node.ops[at] = COMPARED[type(node.ops[at])]()
