"""Every comparison, constant and branch of a module, changed once: a mutant each."""

from __future__ import annotations

import ast
import copy
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
# How a file is written and how a record is kept is not judging; both have tests of their own.
NOT_JUDGING = frozenset({"spec", "kind", "dataclass", "field"})

Change = Callable[[], None]


@dataclass(frozen=True)
class Mutant:
    """One change: where, what, and the whole module with it."""

    line: int
    what: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in its order."""
    tree = ast.parse(source)
    for number, node in enumerate(_found(tree)):
        for which in range(len(_changes(node))):
            changed = copy.deepcopy(tree)
            twin = _found(changed)[number]
            before = _said(twin)
            _changes(twin)[which]()
            yield Mutant(node.lineno, f"{before} -> {_said(twin)}", ast.unparse(changed))


def _found(tree: ast.AST) -> list[ast.expr | ast.stmt]:
    finder = _Finder()
    finder.visit(tree)
    return finder.found


def _said(node: ast.AST) -> str:
    """What a person needs to recognise the place: of a branch only its test."""
    shown = f"if {ast.unparse(node.test)}" if isinstance(node, ast.If) else ast.unparse(node)
    return " ".join(shown.split())


class _Finder(ast.NodeVisitor):
    """Collects what can be changed, but for types, docstrings and what does not judge."""

    def __init__(self) -> None:
        self.found: list[ast.expr | ast.stmt] = []

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.expr | ast.stmt) and _changes(node):
            self.found.append(node)
        super().generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        of = node.func.value if isinstance(node.func, ast.Attribute) else node.func
        if not (isinstance(of, ast.Name) and of.id in NOT_JUDGING):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in (*node.args.defaults, *node.args.kw_defaults, *node.body):
            if one is not None:
                self.visit(one)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words only."""


def _changes(node: ast.AST) -> list[Change]:
    """What can be done to a node."""
    if isinstance(node, ast.Compare):
        return [lambda at=at: _compare_otherwise(node, at) for at in range(len(node.ops))]
    if isinstance(node, ast.BinOp) and type(node.op) in COUNTED:
        return [lambda: setattr(node, "op", COUNTED[type(node.op)]())]
    if isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        return [lambda: setattr(node, "op", other())]
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return [lambda: setattr(node, "value", not node.value)]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return [lambda: setattr(node, "value", node.value + 1)]
    if isinstance(node, ast.If | ast.IfExp | ast.While) and not _turns_already(node.test):
        return [lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))]
    return []


def _turns_already(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and isinstance(test.ops[0], TURNED)


def _compare_otherwise(node: ast.Compare, at: int) -> None:
    node.ops[at] = COMPARED[type(node.ops[at])]()
