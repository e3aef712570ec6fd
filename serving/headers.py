"""What every answer carries so that a browser trusts nothing but this host."""

from collections.abc import Iterable

from flask import Flask, Response, request

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "default",
}
PLAIN = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
YEAR = "max-age=31536000; includeSubDomains"


def content_policy(script_hashes: Iterable[str]) -> str:
    """The Content-Security-Policy: this host only, and the inline scripts whose hashes are given.

    Inline styles stay allowed: plotly and React write `style` attributes, which no hash can cover.
    """
    scripts = " ".join(
        [
            POLICY["script-src"],
            *(f"'{digest}'" if not digest.startswith("'") else digest for digest in script_hashes),
        ]
    )
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, "script-src": scripts}.items())


def add_headers(server: Flask, script_hashes: Iterable[str]) -> None:
    """Put the headers on every answer; HSTS only where the reader came over TLS."""
    fixed = {**PLAIN, "Content-Security-Policy": content_policy(script_hashes)}

    @server.after_request
    def guarded(answer: Response) -> Response:
        answer.headers.extend(fixed)
        if request.is_secure:
            answer.headers["Strict-Transport-Security"] = YEAR
        answer.headers.pop("Server-Timing", None)
        return answer
