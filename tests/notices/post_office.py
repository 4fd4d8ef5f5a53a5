"""A small SMTP server on this machine: it keeps what it is handed, and can be told to go wrong."""

from __future__ import annotations

import socketserver
import threading
from email import message_from_bytes
from email.message import Message
from email.policy import default


class PostOffice(socketserver.ThreadingTCPServer):
    """`went` is what was handed over whole. `answers` replaces what it says to a verb: RCPT, DATA, TEXT;
    `hangs_up` closes the connection at that moment instead, and TAKES keeps the message first."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.went: list[Message] = []
        self.answers: dict[str, str] = {}
        self.hangs_up = ""
        self.conversations = 0
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class Talk(socketserver.StreamRequestHandler):
    """One conversation."""

    server: PostOffice

    def handle(self) -> None:
        self.server.conversations += 1
        self.say("220 post office")
        while line := self.rfile.readline():
            verb = line[:4].decode().upper()
            if verb == self.server.hangs_up:
                return
            if verb == "QUIT":
                self.say("221 bye")
                return
            if verb == "DATA" and "DATA" not in self.server.answers:
                if not self.take():
                    return
                continue
            self.say(self.server.answers.get(verb, "250 ok"))

    def take(self) -> bool:
        """The text of a message; whether the conversation goes on."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        answer = self.server.answers.get("TEXT", "250 taken")
        if self.server.hangs_up != "TEXT" and answer.startswith("250"):
            self.server.went.append(message_from_bytes(b"".join(lines), policy=default))
        if self.server.hangs_up in {"TEXT", "TAKES"}:
            return False
        self.say(answer)
        return True

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")
