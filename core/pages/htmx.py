"""The htmx-flask extension of the core room: `request.htmx` comes from here; what it answers does not."""

from htmx_flask import Htmx

htmx = Htmx()
