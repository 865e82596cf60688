"""Files of a wave, written by the test that reads them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

Put = Callable[[str, bytes], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file into the wave's folder, dated long ago so that nobody waits for its end."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        os.utime(path, (1_600_000_000, 1_600_000_000))
        return tmp_path

    return write
