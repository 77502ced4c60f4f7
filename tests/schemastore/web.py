"""A web server for tests, with good and bad manners."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler


@dataclass
class Site:
    """What the server has.

    Attributes:
        url: its address, without a slash at the end.
        files: the bytes by path.
        redirects: addresses to send a reader to, by path.
        requests: the paths that were asked for.
    """

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    site: Site

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        site, path = self.site, self.path
        site.requests.append(path)
        if path in site.redirects:
            self.send_response(302)
            self.send_header("Location", site.redirects[path])
            self.end_headers()
        elif path.startswith("/round/"):
            self.send_response(302)
            self.send_header("Location", f"/round/{int(path.rpartition('/')[2]) + 1}")
            self.end_headers()
        elif path == "/endless":
            self.send_response(200)
            self.end_headers()
            self._drip(b"x" * 65536, 0)
        elif path == "/slow-body":
            self.send_response(200)
            self.end_headers()
            self._drip(b"x", 0.05)
        elif path == "/slow-head":
            self._drip(b"HTTP/1.1 200 OK\r\nX: ", 0.05)
        elif path == "/huge":
            self.send_response(200)
            self.send_header("Content-Length", str(1 << 40))
            self.end_headers()
        elif path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"<grammar")
        elif path in site.files:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(site.files[path])
        else:
            self.send_error(404)

    def _drip(self, piece: bytes, pause: float) -> None:
        try:
            while not self.site.stopped.is_set():
                self.wfile.write(piece)
                self.wfile.flush()
                piece = piece if pause == 0 else b"x"
                time.sleep(pause)
        except OSError:
            return
