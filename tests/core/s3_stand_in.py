"""A stand-in for a store of the S3 kind, over HTTP: keeps objects in memory and checks signatures by its own sum."""

from __future__ import annotations

import hashlib
import hmac
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ACCESS, SECRET, REGION, BUCKET = "sleutel", "geheim-van-de-winkel", "eu-west-1", "bewijzen"


def signature_of(method: str, path: str, headers: dict[str, str], names: str) -> str:
    """Written out from the description of signature version 4, apart from what it checks."""
    day = headers["x-amz-date"][:8]
    canonical = [method, path, ""]
    canonical += [f"{name}:{headers[name]}" for name in names.split(";")]
    canonical += ["", names, headers["x-amz-content-sha256"]]
    digest = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
    scope = f"{day}/{REGION}/s3/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{headers['x-amz-date']}\n{scope}\n{digest}"
    key = ("AWS4" + SECRET).encode()
    for word in scope.split("/"):
        key = hmac.new(key, word.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


class StandIn(BaseHTTPRequestHandler):
    """One request. `mood` on the server: well, down, cut."""

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        if self.refused(content):
            return
        self.server.objects[self.path] = content
        self.say(200)

    def do_GET(self) -> None:
        if self.refused():
            return
        found = self.server.objects.get(self.path)
        self.say(404 if found is None else 200, found or b"")

    def do_DELETE(self) -> None:
        if not self.refused():
            self.server.objects.pop(self.path, None)
            self.say(204)

    def refused(self, content: bytes = b"") -> bool:
        self.server.asked.append((self.command, self.path))
        if self.server.mood == "down":
            self.say(503)
            return True
        headers = {name.lower(): value for name, value in self.headers.items()}
        told = re.findall(r"(\w+)=([^, ]+)", headers.get("authorization", ""))
        names = dict(told).get("SignedHeaders", "host")
        good = (
            dict(told).get("Signature") == signature_of(self.command, self.path, headers, names)
            and headers["x-amz-content-sha256"] == hashlib.sha256(content).hexdigest()
            and dict(told)["Credential"].startswith(f"{ACCESS}/")
        )
        if not good:
            self.say(403)
        return not good

    def say(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        if status != 204:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if self.server.mood == "cut" else body)
        self.close_connection = True

    def log_message(self, *_args: object) -> None:
        """Quiet."""


@contextmanager
def standing_in() -> Iterator[ThreadingHTTPServer]:
    """The server, with `objects`, `asked` and `mood`; `settings` is what store.json says of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    server.objects, server.asked, server.mood = {}, [], "well"
    server.settings = {
        "url": f"http://127.0.0.1:{server.server_port}",
        "bucket": BUCKET,
        "region": REGION,
        "access_key": ACCESS,
        "secret_key": SECRET,
    }
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
