"""The site on this machine only, with the headers that a web server is told to send."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.deployment.security_headers import SECURITY_HEADERS

ADDRESS = "127.0.0.1"
PORT = 8765


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in SECURITY_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news to an author."""


def site_server(site: Path, port: int = PORT) -> ThreadingHTTPServer:
    """A server of a folder on loopback; port 0 takes any that is free."""
    return ThreadingHTTPServer((ADDRESS, port), partial(_Handler, directory=str(site)))


def address_of(server: ThreadingHTTPServer) -> str:
    """Where a browser finds it."""
    return f"http://{ADDRESS}:{server.server_port}/"
