"""A browser, and the site served on this machine."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.render import render

REPORTS = Path(__file__).resolve().parents[2] / "reports"
SAMPLE = Path(__file__).parent / "sample"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every kind of block, in the project's template and style."""
    reports = tmp_path_factory.mktemp("sample") / "reports"
    shutil.copytree(SAMPLE, reports)
    for name in ("_quarto.yml", "page.html", "style.css"):
        shutil.copyfile(REPORTS / name, reports / name)
    render(reports, "pandoc")
    return reports / "_site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the tests report what failed."""


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address of the served site."""
    handler = partial(_Quiet, directory=str(built_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as installed on this machine."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium or Chrome is installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()
