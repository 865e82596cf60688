import hashlib
import os
from pathlib import Path

import pytest

from pipeline.errors import ExportError
from pipeline.readers.received import receive


def test_a_file_comes_with_size_and_hash(put):
    folder = put("svar.csv", b"id;a\n1;2\n")
    (received,) = receive([folder / "svar.csv"])
    assert received.content == b"id;a\n1;2\n"
    assert received.source.name == "svar.csv"
    assert received.source.size == 9
    assert received.source.sha256 == hashlib.sha256(b"id;a\n1;2\n").hexdigest()


def test_a_file_that_grows_while_waiting_is_still_being_written(tmp_path, monkeypatch):
    path = tmp_path / "svar.csv"
    path.write_bytes(b"id;a\n1;2\n")
    waited = []

    def copy_goes_on(seconds: float) -> None:
        waited.append(seconds)
        path.write_bytes(b"id;a\n1;2\n3;4\n")

    monkeypatch.setattr("pipeline.readers.received.time.sleep", copy_goes_on)
    with pytest.raises(ExportError, match=r"svar\.csv: is still being written\. Run again"):
        receive([path])
    assert len(waited) == 1


def test_a_file_that_changes_while_read_is_still_being_written(put, monkeypatch):
    path = put("svar.csv", b"id;a\n1;2\n") / "svar.csv"
    read_bytes = Path.read_bytes

    def read_then_grow(self: Path) -> bytes:
        content = read_bytes(self)
        self.write_bytes(content + b"3;4\n")
        os.utime(self, (1_600_000_000, 1_600_000_000))
        return content

    monkeypatch.setattr(Path, "read_bytes", read_then_grow)
    with pytest.raises(ExportError, match="still being written"):
        receive([path])


def test_a_finished_file_is_not_waited_for(put, monkeypatch):
    path = put("svar.csv", b"id;a\n1;2\n") / "svar.csv"
    monkeypatch.setattr("pipeline.readers.received.time.sleep", pytest.fail)
    assert receive([path])


def test_all_empty_files_are_named_at_once(put):
    put("a.csv", b"")
    folder = put("b.csv", b" \r\n\r\n")
    with pytest.raises(ExportError) as raised:
        receive([folder / "a.csv", folder / "b.csv"])
    assert len(raised.value.messages) == 2
    assert all("empty export" in message for message in raised.value.messages)


def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"svar\.csv: cannot be read"):
        receive([tmp_path / "svar.csv"])
