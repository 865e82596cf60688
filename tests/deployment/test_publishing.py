"""The folder that a web server shows."""

from pathlib import Path

import pytest

from pipeline.deployment import publishing
from pipeline.deployment.publishing import KEPT, Published, publish, roll_back, shown
from pipeline.errors import BusyError, PipelineError
from pipeline.runs import only_run


def site(folder: Path, words: str) -> Path:
    (folder / "built" / "2024").mkdir(parents=True, exist_ok=True)
    (folder / "built" / "index.html").write_text(words)
    (folder / "built" / "2024" / "index.html").write_text("always the same")
    return folder / "built"


def read(folder: Path) -> str:
    return (folder / "current" / "index.html").read_text()


@pytest.fixture
def server(tmp_path: Path) -> Path:
    return tmp_path / "server"


def test_a_new_site_is_shown_and_the_last_ones_stay(tmp_path: Path, server: Path) -> None:
    for number in range(1, KEPT + 3):
        assert publish(site(tmp_path, str(number)), server) == Published(number, True)
        assert read(server) == str(number)
    versions = sorted(int(path.name) for path in (server / "versions").iterdir())
    assert versions == list(range(3, KEPT + 3))


def test_a_site_that_is_shown_already_is_not_copied(tmp_path: Path, server: Path) -> None:
    publish(site(tmp_path, "same"), server)
    assert publish(site(tmp_path, "same"), server) == Published(1, False)


def test_the_version_before_comes_back_and_what_was_rolled_back_stays_away(
    tmp_path: Path, server: Path
) -> None:
    for words in ("first", "second", "wrong"):
        publish(site(tmp_path, words), server)
    assert roll_back(server) == 2
    assert read(server) == "second"
    with pytest.raises(PipelineError, match=r"is version 3 of .*, which was rolled back"):
        publish(site(tmp_path, "wrong"), server)
    assert read(server) == "second"
    assert publish(site(tmp_path, "corrected"), server) == Published(4, True)
    assert roll_back(server) == 2
    assert roll_back(server) == 1
    with pytest.raises(PipelineError, match="has no version before"):
        roll_back(server)


@pytest.mark.parametrize("step", ["copytree", "_show", "_forget"])
def test_a_copy_that_is_killed_leaves_the_last_site_and_the_next_completes(
    step: str, tmp_path: Path, server: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site(tmp_path, "good"), server)

    def killed(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    target = publishing.shutil if step == "copytree" else publishing
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(target, step, killed)
        publish(site(tmp_path, "new"), server)
    assert read(server) == ("new" if step == "_forget" else "good")
    assert publish(site(tmp_path, "new"), server).version == 2
    assert read(server) == "new"
    assert shown(server) == 2


def test_one_publication_at_a_time(tmp_path: Path, server: Path) -> None:
    server.mkdir()
    with only_run(server), pytest.raises(BusyError):
        publish(site(tmp_path, "new"), server)


def test_what_is_no_site_is_not_published(tmp_path: Path, server: Path) -> None:
    with pytest.raises(PipelineError, match="holds no site"):
        publish(tmp_path / "nothing", server)
    assert not server.exists()
