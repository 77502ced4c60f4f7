"""A server for one reader on this machine: the edition, its images, and whether it has changed."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from teikit.errors import UsageError
from teikit.serve.edition import IMAGES, Edition
from teikit.serve.pages import CHANGES

HOST = "127.0.0.1"

# An image is looked at from the page, and never runs anything if it is opened alone.
_IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


class Server(ThreadingHTTPServer):
    """Serves an edition on the loopback interface.

    Args:
        edition: what is shown.
        port: where; 0 takes any that is free.

    Raises:
        UsageError: the port is taken.
    """

    daemon_threads = True

    def __init__(self, edition: Edition, port: int = 0) -> None:
        self.edition = edition
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            raise UsageError(
                f"the port {port} cannot be had: {getattr(error, 'strerror', None) or error}",
                hint="Leave --port out to get one that is free.",
            ) from None

    @property
    def address(self) -> str:
        """The URL of the page."""
        return f"http://{HOST}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "teikit"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        """Answer a request, if it comes from a page of ours or from whoever typed the address."""
        if not self._is_meant_for_us():
            # A page elsewhere may have a name that leads here (DNS rebinding).
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"This is not that server.\n")
            return
        path = urlsplit(self.path).path
        if path == "/":
            view = self.server.edition.view()
            status = HTTPStatus.INTERNAL_SERVER_ERROR if view.error else HTTPStatus.OK
            self._send(status, "text/html", view.page.encode("utf-8"))
        elif path == CHANGES:
            self._send(HTTPStatus.OK, "text/plain", self.server.edition.version().encode())
        elif path == "/favicon.ico":
            # Browsers ask for it unasked.
            self._send(HTTPStatus.NO_CONTENT, "image/png", b"")
        else:
            self._send_image(unquote(path[1:]))

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def _is_meant_for_us(self) -> bool:
        port = self.server.server_port
        return self.headers.get("Host", "") in (f"{HOST}:{port}", f"localhost:{port}")

    def _send_image(self, address: str) -> None:
        path: Path | None = None
        if "\0" not in address:
            path = self.server.edition.image(address)
        if path is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"There is no such page.\n")
        else:
            self._send(HTTPStatus.OK, IMAGES[path.suffix.lower()], path.read_bytes(), _IMAGE_POLICY)

    def _send(
        self, status: HTTPStatus, type_: str, content: bytes, policy: str = "frame-ancestors 'none'"
    ) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if type_.startswith("text/") else ""
        for name, value in (
            ("Content-Type", f"{type_}{charset}"),
            ("Content-Length", str(len(content))),
            ("Content-Security-Policy", policy),
            ("Cache-Control", "no-store"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the page says what there is to say."""
