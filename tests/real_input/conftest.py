"""The whole pipeline on exports that nobody here made.

The exports lie beside the checkout and are not part of the project; their codebooks, written for
these tests, are.
"""

import shutil
from collections.abc import Callable

import pytest
from real_wave import EXPORTS, Wave, lay_out

from pipeline.__main__ import main
from pipeline.loading.pseudonyms import KEY_VARIABLE

WAVE_STAGES = ("load", "tabulate", "fragments", "claims")


@pytest.fixture(scope="package")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Wave]:
    """Run every stage, from the files of an export to the site."""

    def built(survey: str, wave: str, language: str, export: str, *files: str) -> Wave:
        if not EXPORTS.is_dir():
            pytest.skip("the real exports are not beside this checkout (../shared/exports)")
        root = tmp_path_factory.mktemp(survey)
        lay_out(root, survey, wave, language)
        for name in files:
            shutil.copyfile(EXPORTS / export / name, root / "data/raw" / survey / wave / name)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(root)
            key = root / "pseudonym.key"
            key.write_text("0123456789abcdef" * 4, encoding="ascii")
            patch.setenv(KEY_VARIABLE, str(key))
            assert main(["plan", survey]) == 0
            for stage in WAVE_STAGES:
                assert main([stage, survey, wave]) == 0
            for stage in ("site", "render"):
                assert main([stage]) == 0
        return Wave(root, survey, wave)

    return built
