"""The site on this machine, built again whenever a file that it depends on changes."""

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from time import sleep

from pipeline.deployment.site_server import address_of, site_server
from pipeline.paths import Places
from pipeline.progress import console

SECONDS_BETWEEN_LOOKS = 0.5
WATCHED = ("data/raw", "reports")


def preview(places: Places) -> None:
    """Serve the site on loopback and run `make report` after each change, until interrupted."""
    with site_server(places.site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        console.print(f"The site is at {address_of(server)} (stop with Ctrl-C)")
        seen = _times(places.root)
        try:
            while True:
                sleep(SECONDS_BETWEEN_LOOKS)
                now = _times(places.root)
                if now != seen:
                    seen = now
                    subprocess.run(["make", "--no-print-directory", "report"], check=False)
        except KeyboardInterrupt:
            console.print("Stopped.")


def _times(root: Path) -> dict[Path, int]:
    """When each file that a person may edit was last written."""
    return {path: path.stat().st_mtime_ns for path in _edited(root)}


def _edited(root: Path) -> Iterator[Path]:
    for folder in WATCHED:
        for path in (root / folder).rglob("*"):
            made = any(part[0] in "._" for part in path.relative_to(root).parts[:-1])
            if path.is_file() and not made:
                yield path
