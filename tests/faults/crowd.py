"""Four who file and four who decide, all at once, and what each of them was told."""

from __future__ import annotations

import re
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

from tests.faults.amounts import randomness
from tests.faults.browser import SECONDS_TO_GO_ON_TRYING, Browser, form_in

FILERS = ("an", "arne", "an", "arne")
DECIDERS = ("bert", "boris", "bert", "boris")
SECONDS_TO_FINISH = 240

RECEIPT = re.compile(r"OB-\d{4}-\d+")
CASE = re.compile(r'href="/worklist/(\d+)"')


@dataclass(frozen=True)
class Receipt:
    """What a worker saw: from now on it must be there, once."""

    key: str
    filing_id: int
    number: str


@dataclass(frozen=True)
class Ruled:
    """What an approver was told to have done."""

    username: str
    request_id: int
    verb: str


@dataclass
class Crowd:
    """Who is at work on one server, and all that they were told."""

    port: int
    # For each worker the clients, and the activity that is asked for.
    clients: dict[str, list[int]]
    activities: dict[str, int]
    name: str
    receipts: list[Receipt] = field(default_factory=list)
    ruled: list[Ruled] = field(default_factory=list)
    too_late: int = 0
    browsers: list[Browser] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    given_up: threading.Event = field(default_factory=threading.Event)

    @property
    def broken(self) -> int:
        """How often somebody got no answer."""
        return sum(browser.broken for browser in self.browsers)

    @property
    def answered(self) -> int:
        """How much was acknowledged so far."""
        return len(self.receipts) + len(self.ruled)

    def wait_for_answers(self, count: int) -> None:
        """Let so many more be acknowledged: on a slow machine it takes longer, but it is as much."""
        wanted, deadline = self.answered + count, time.monotonic() + SECONDS_TO_GO_ON_TRYING
        while self.answered < wanted:
            assert not self.wrong, self.wrong[0]
            assert time.monotonic() < deadline, "nobody gets any further"
            time.sleep(0.01)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Everybody works until the end of the block, then ends what is begun."""
        threads = [
            threading.Thread(target=self._work, args=(role, username, place), daemon=True)
            for role, names in ((self._file, FILERS), (self._decide, DECIDERS))
            for place, username in enumerate(names)
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        except BaseException:
            self.given_up.set()
            raise
        finally:
            self.over.set()
            deadline = time.monotonic() + SECONDS_TO_FINISH
            for thread in threads:
                thread.join(max(0.0, deadline - time.monotonic()))
        assert not self.wrong, self.wrong[0]
        assert not any(thread.is_alive() for thread in threads)

    def _work(self, role: object, username: str, place: int) -> None:
        browser = Browser(self.port, self.given_up)
        self.browsers.append(browser)
        chance = randomness(self.name, role.__name__, place)  # type: ignore[attr-defined]
        try:
            browser.sign_in(username)
            while not self.over.is_set():
                role(browser, username, chance)  # type: ignore[operator]
        except BaseException:
            self.wrong.append(traceback.format_exc())

    def _file(self, browser: Browser, username: str, chance: Random) -> None:
        client_id = chance.choice(self.clients[username])
        page = browser.get(f"/filings/new?client={client_id}")
        assert page.status == 200, (page.status, page.location, page.text[-3000:])
        opened = form_in(page.text, "/filings")
        is_discount = chance.random() < 0.7
        fields = {
            **opened,
            "client_id": str(client_id),
            "what": "Zwemles, reeks van 10" if is_discount else "Lidgeld Chiro, werkjaar",
            "activity_id": str(self.activities["zwemles" if is_discount else "lidgeld chiro"]),
            "cost": f"{chance.randint(5, 60)},{chance.randint(0, 99):02}",
            "cost_on": "vandaag",
            "reason": "belong",
            "kind": "discount" if is_discount else "fund",
        }
        key = fields["draft_id"]
        if chance.random() < 0.6:
            kept = browser.post(f"/filings/drafts/{key}", fields)
            assert kept.status == 303, kept
        filed = browser.post("/filings", fields)
        assert filed.status == 303, (filed.status, filed.text[-3000:])
        self._note_receipt(browser, key, filed.location)
        if chance.random() < 0.3:  # the same form once more: the same receipt
            again = browser.post("/filings", fields)
            assert again.location == filed.location, again.status

    def _note_receipt(self, browser: Browser, key: str, location: str) -> None:
        shown = browser.get(location)
        found = RECEIPT.search(shown.text)
        assert shown.status == 200, shown.status
        assert found, shown.text
        self.receipts.append(Receipt(key, int(location.split("/")[2]), found[0]))

    def _decide(self, browser: Browser, username: str, chance: Random) -> None:
        waiting = CASE.findall(browser.get("/worklist").text)
        if not waiting:
            time.sleep(0.1)
            return
        request_id = int(chance.choice(waiting[:8]))
        address = f"/worklist/{request_id}"
        text = browser.get(address).text
        verb = "grant" if form_in(text, f"{address}/grant") else "refuse"
        fields = form_in(text, f"{address}/{verb}")
        if not fields:  # somebody was faster
            return
        if verb == "refuse":
            fields |= {"reason_code": "cap_reached", "reasons": "Het plafond is bereikt."}
        if self._rule(browser, Ruled(username, request_id, verb), fields) and chance.random() < 0.2:
            undo = form_in(browser.get(address).text, f"{address}/undo")
            self._rule(browser, Ruled(username, request_id, "undo"), undo)

    def _rule(self, browser: Browser, ruled: Ruled, fields: dict[str, str]) -> bool:
        """Whether it was done now; "somebody was first" is an answer too, also when it was oneself."""
        if not fields:
            return False
        said = browser.post(f"/worklist/{ruled.request_id}/{ruled.verb}", fields)
        assert said.status in {303, 409}, (ruled, said.status, said.text[-3000:])
        if said.status == 303:
            self.ruled.append(ruled)
        else:
            self.too_late += 1
        return said.status == 303
