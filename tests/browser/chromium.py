"""How the tests start Debian's Chromium, and what axe says of a page."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from ops.chromium import CHROMIUM

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": STANDARDS},
    "rules": {"target-size": {"enabled": True}},  # 2.2 AA, off unless asked for
    "resultTypes": ["violations"],
}

AXE = Axe().axe_script
RUN = """async options => (await axe.run(document, options)).violations.map(({ id, help, nodes }) =>
  ({ id, help, nodes: nodes.slice(0, 3).map(({ target, html }) => ({ target, html })) }))"""


def launch_options() -> dict[str, Any]:
    """What playwright is told; without the browser no test may pass by being skipped."""
    assert CHROMIUM.exists(), (
        "The browser tests need Chromium: apt-get install --no-install-recommends chromium"
    )
    return {"executable_path": str(CHROMIUM), "args": ARGUMENTS}


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, and the first places that break it."""
    if not page.evaluate("'axe' in window"):  # it is half a megabyte
        page.evaluate(AXE)
    found = page.evaluate(RUN, OPTIONS)
    return [
        f"{broken['id']}: {broken['help']} at "
        + "; ".join(str(node["target"]) + node["html"][:160] for node in broken["nodes"][:3])
        for broken in found
    ]


def violations_without_scripts(page: Page) -> list[str]:
    """The same for a page that has JavaScript off: its HTML as it stands, in a window where axe can run."""
    html = re.sub(r"<script.*?</script>|</?noscript>", "", page.content(), flags=re.DOTALL)
    browser = page.context.browser
    assert browser is not None
    with browser.new_context(viewport=page.viewport_size) as context:
        mirror = context.new_page()
        mirror.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html"))
        mirror.goto(page.url)
        return violations(mirror)
