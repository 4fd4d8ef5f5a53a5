"""The reference page: a bare Flask and Jinja page with a constant table of 50 rows, about 22 kB."""

from flask import Flask, render_template_string

PAGE = """<!doctype html><html lang="nl"><head><title>Reference</title></head><body><h1>Reference</h1>
<table>{% for row in rows %}<tr>{% for cell in row %}<td class="cell">{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</table></body></html>"""
ROWS = [[f"row {row} column {column}, a few words" for column in range(8)] for row in range(50)]


def create_app() -> Flask:
    """One route, no database."""
    app = Flask(__name__)

    @app.get("/")
    def reference() -> str:
        return render_template_string(PAGE, rows=ROWS)

    return app
