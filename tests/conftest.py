"""The tiny wave with its results, for tests that read them or write beside them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from waves import loaded, tabulated, tiny

from pipeline.loading.pseudonyms import KEY_VARIABLE
from pipeline.paths import Places
from pipeline.plan import plan

# A busy machine is no mistake: examples may take as long as they take.
settings.register_profile("without_deadline", deadline=None)
settings.load_profile("without_deadline")


@pytest.fixture(scope="session", autouse=True)
def no_key_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the secret key of whoever runs it, or makes one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, str(tmp_path_factory.mktemp("key") / "pseudonym.key"))
        yield


@pytest.fixture(scope="session")
def tiny_wave(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Loaded and tabulated once; only to read from."""
    places = tiny(tmp_path_factory.mktemp("session"))
    loaded(places)
    plan(Places(places.survey, "", places.root))
    tabulated(places)
    return places


@pytest.fixture
def tiny_copy(tiny_wave: Places, tmp_path: Path) -> Places:
    """A copy of it for one test, below the folder of that test."""
    shutil.copytree(tiny_wave.root, tmp_path, dirs_exist_ok=True)
    return Places(tiny_wave.survey, tiny_wave.wave, tmp_path)
