"""The headers of every answer, errors and files included. The accounts room keeps them; no view does."""

from flask import Flask, Response, request

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FIXED = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
A_YEAR_S = 365 * 24 * 3600
HTTPS_ONLY = f"max-age={A_YEAR_S}"


def init_headers(app: Flask) -> None:
    """Call this first: functions after a request run in reverse order, so these come last."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.update(FIXED)
        if "Content-Disposition" in response.headers:
            # a file that people sent us, or that we made: opened, it may do nothing at all
            response.headers["Content-Security-Policy"] += "; sandbox"
        response.headers["Cache-Control"] = cache_control(response)
        if app.config.get("SECURE_COOKIES"):
            response.headers["Strict-Transport-Security"] = HTTPS_ONLY
        return response


def cache_control(response: Response) -> str:
    """Pages hold people's files and are never kept; a file with its version may be kept for good."""
    if request.endpoint != "static" or response.status_code not in {200, 304}:
        return "no-store"
    return f"public, max-age={A_YEAR_S}, immutable" if request.args.get("v") else "no-cache"
