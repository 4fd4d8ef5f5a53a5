"""How the core room lets Jinja call: the same as always, in fewer steps. It knows no template."""

from collections.abc import MutableMapping
from types import FunctionType, MethodType
from typing import Any

from flask import Flask
from flask.sansio.app import App
from flask.templating import Environment
from jinja2 import Template
from jinja2.runtime import Context, Macro

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


class PageTemplates(Environment):
    """Templates of this house have no globals of their own, so that none needs a copy of all."""

    context_class = PageContext

    def __init__(self, app: App, **options: Any) -> None:
        super().__init__(app, **options)
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 Jinja's own name
    ) -> Template:
        """A page imports some forty times: what was found once is found at once, unless it may change."""
        if isinstance(name, Template) or globals or self.auto_reload:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The house's globals themselves: Jinja's chain of mappings is gone through at each import."""
        return {**self.globals, **d} if d else self.globals


def init_templates(app: Flask) -> None:
    """Call this first: the environment is made once, when it is first asked for."""
    app.jinja_environment = PageTemplates
