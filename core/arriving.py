"""Files that come with a form: closed when the request ends, also one that was refused half-way."""

from typing import IO

from flask import Flask, g


def init_arriving(app: Flask) -> None:
    """Keep in hand what is opened for a form. Call once the class of requests is settled."""
    chosen = app.request_class

    class ClosingRequest(chosen):  # type: ignore[valid-type, misc]
        """Werkzeug closes the files of a form that it could read; of one that it refuses, nobody does."""

        def _get_file_stream(
            self,
            total_content_length: int | None,
            content_type: str | None,
            filename: str | None = None,
            content_length: int | None = None,
        ) -> IO[bytes]:
            stream: IO[bytes] = super()._get_file_stream(
                total_content_length, content_type, filename, content_length
            )
            g.setdefault("files_of_form", []).append(stream)
            return stream

    app.request_class = ClosingRequest
    app.teardown_request(_close)


def _close(_error: BaseException | None) -> None:
    for stream in g.pop("files_of_form", []):
        stream.close()
