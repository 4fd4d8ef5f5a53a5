"""How the core room lets Jinja call: the same as always, in fewer steps. It knows no template."""

from collections.abc import MutableMapping
from types import FunctionType, MethodType
from typing import Any, cast

from flask import Flask
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.runtime import Context, Macro
from markupsafe import Markup
from markupsafe import escape as marked

try:  # a plain text needs no mark to be joined to a page
    from markupsafe._speedups import _escape_inner as in_page
except ImportError:
    in_page = marked

# What Jinja adds to a call in a block or loop, for the few functions that ask for the context.
OWN_WORDS = ("_block_vars", "_loop_vars")


class PageContext(Context):
    """A page calls some hundred macros and functions; Jinja asks each of them four times what it is."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A macro is told whether to escape, a plain function nothing; all else goes Jinja's way."""
        kind = type(called)
        if kind is Macro:
            args = (self.eval_ctx, *args)
        elif kind not in (FunctionType, MethodType) or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        if kwargs:
            for word in OWN_WORDS:
                kwargs.pop(word, None)
        return called(*args, **kwargs)


def escape(value: Any) -> str:
    """What a page prints: the same signs as markupsafe's, in a fifth of the time. A page does it five hundred
    times; half of it was escaped before."""
    kind = type(value)
    if kind is Markup:
        return cast(Markup, value)
    return in_page(value) if kind is str else marked(value)


class PageTemplates(Environment):
    """Templates of this house have no globals of their own, so that none needs a copy of all."""

    context_class = PageContext

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self.kept: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  (Jinja's own name)
    ) -> Template:
        """What was compiled stays so, unless files are watched: a page imports from forty others, and Jinja
        looks each up under a lock."""
        if self.auto_reload or globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        found = self.kept.get(name)
        if found is None:
            found = self.kept[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The house's globals themselves: Jinja's chain of mappings is gone through at each import."""
        return {**self.globals, **d} if d else self.globals

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """Jinja's hook for the Python that a template becomes: its first line imports, so that no line moves."""
        written = super()._generate(source, *args, **kwargs)
        first, rest = written.split("\n", 1)
        return f"{first}; from {__name__} import escape\n{rest}"


def init_templates(app: Flask) -> None:
    """Call this first: the environment is made once, when it is first asked for."""
    app.jinja_environment = PageTemplates
