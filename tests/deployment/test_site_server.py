"""The site on this machine."""

import threading
from pathlib import Path
from urllib.request import urlopen

from pipeline.deployment.security_headers import SECURITY_HEADERS
from pipeline.deployment.site_server import address_of, site_server


def test_every_answer_has_the_headers_of_a_web_server(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Her</p>")
    with site_server(tmp_path, port=0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with urlopen(address_of(server)) as answer:
            assert answer.read() == b"<p>Her</p>"
            sent = dict(answer.headers)
        server.shutdown()
    assert {name: sent[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
