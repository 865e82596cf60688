"""How the project is put together: imports point one way, modules are short, raw data stays out.

Read from the files as they stand, so that a new module is covered the day it is written.
"""

import ast
import re
import shutil
import subprocess
from functools import cache

import pytest
from waves import REPOSITORY

PACKAGE = REPOSITORY / "pipeline"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
    if path != PACKAGE / "__init__.py"
}
"""Name below `pipeline` -> file."""

STAGES = {
    "change",
    "code_answers",
    "erase",
    "load",
    "tabulate",
    "fragments",
    "prose",
    "site",
    "render",
    "preview",
    "question_table",
}
OUTSIDE = STAGES | {
    "__main__",
    "stages",
    "atomic",
    "confidential",
    "claims.files",
    "claims.page_checks",
    "database",
    "deployment.complete_exports",
    "deployment.publishing",
    "deployment.run_record",
    "deployment.released_site",
    "deployment.run_state",
    "deployment.site_server",
    "deployment.unattended",
    "drafting.__main__",
    "drafting.new_survey",
    "drafting.new_wave",
    "drafting.site_settings",
    "drafting.writing",
    "folders",
    "handing_on.__main__",
    "handing_on.writing",
    "loading.answer_checks",
    "loading.codes_files",
    "loading.pseudonyms",
    "pages.sources",
    "paths",
    "progress",
    "provenance",
    "reading",
    "readers.reading",
    "readers.received",
    "releases.files",
    "releases.kept_report",
    "rendered_pages",
    "renderers",
    "runs",
}
"""What reads, writes, prints or runs programs."""

PURE = {
    "blocks",
    "charts",
    "claims",
    "codebooks",
    "coding",
    "disclosure",
    "drafting",
    "estimating",
    "figures",
    "handing_on",
    "inference",
    "keys",
    "loading",
    "pages",
    "planning",
    "releases",
    "results",
    "sampling",
    "tables",
    "wave",
    "wording",
}
"""Modules, and packages with all that they hold but what OUTSIDE names, that only compute."""

LONGEST = 270
"""Lines; about 150 are the rule, and the vocabulary of three languages is the longest."""


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports: modules of ours by name below `pipeline`, packages as they are."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write the whole name of what is imported"
            found |= {whole_name(node.module or "", name.name) for name in node.names}
    return frozenset(found)


def whole_name(package: str, name: str) -> str:
    """The module that `from package import name` needs."""
    below = f"{package}.{name}".removeprefix("pipeline.")
    return below if below in MODULES else package.removeprefix("pipeline.")


def needs(module: str) -> set[str]:
    """The modules of ours that a module imports, directly or by way of others."""
    found: set[str] = set()
    ahead = [module]
    while ahead:
        new = (imports(ahead.pop()) & MODULES.keys()) - found
        found |= new
        ahead += new
    return found


def importers(package: str) -> set[str]:
    return {
        module
        for module in MODULES
        if any(one == package or one.startswith(f"{package}.") for one in imports(module))
    }


def pure_modules() -> list[str]:
    return [module for module in MODULES if module.split(".")[0] in PURE and module not in OUTSIDE]


def test_the_lists_name_modules_that_exist() -> None:
    packages = {module.split(".")[0] for module in MODULES}
    assert packages >= PURE
    assert MODULES.keys() >= OUTSIDE


@pytest.mark.parametrize("module", sorted(pure_modules()))
def test_what_computes_neither_reads_nor_writes(module: str) -> None:
    assert not needs(module) & OUTSIDE
    assert not imports(module) & {"duckdb", "subprocess", "os", "shutil", "socket", "sys"}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_no_module_needs_itself(module: str) -> None:
    assert module not in needs(module)


SHARED = {
    "tabulate": {"question_table", "change"},
    "prose": {"erase"},
    "site": {"deployment.released_site", "erase"},
    "render": {"deployment.released_site"},
}
"""The stages that others use: tables are counted as a wave is, a site without drafts is a site."""


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_stages_are_called_by_the_commands(stage: str) -> None:
    assert importers(stage) - {"__main__", "stages"} <= SHARED.get(stage, set())
    assert importers(stage) & {"__main__", "stages"}


@pytest.mark.parametrize("package", ["inference", "wording"])
def test_formulas_and_words_know_nothing_of_surveys(package: str) -> None:
    for module in MODULES:
        if module.startswith(package):
            known = {one.split(".")[0] for one in needs(module)}
            assert known <= {package, "errors"}, module


@pytest.mark.parametrize("module", ["paths", "errors", "results", "progress", "atomic"])
def test_what_everything_stands_on_stands_alone(module: str) -> None:
    assert needs(module) == set()


@pytest.mark.parametrize(
    ("package", "modules"),
    [
        ("duckdb", {"database"}),
        ("subprocess", {"renderers", "preview", "deployment.unattended"}),
        ("pandera", {"loading.validation"}),
    ],
)
def test_one_module_speaks_to_each_of_these(package: str, modules: set[str]) -> None:
    assert importers(package) == modules


@pytest.mark.parametrize("package", ["matplotlib", "scipy"])
def test_pictures_and_statistics_stay_in_their_packages(package: str) -> None:
    homes = {"charts"} if package == "matplotlib" else {"inference", "disclosure"}
    assert {module.split(".")[0] for module in importers(package)} == homes


def test_what_every_stage_starts_with_needs_no_solver() -> None:
    assert not [
        one for one in needs("reading") if "scipy" in {n.split(".")[0] for n in imports(one)}
    ]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_is_short_and_says_what_it_is(module: str) -> None:
    text = MODULES[module].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc", "tools"])
def test_no_module_is_a_bag(name: str) -> None:
    assert not [module for module in MODULES if name in module.split(".")]


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which("git") or not (REPOSITORY / ".git").exists():
        pytest.skip("needs git and a checkout, not a bare copy of the files")
    return subprocess.run(
        ["git", *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "path",
    [
        "data/raw/other/2024/x.csv",
        "data/raw/other/2024/codebook.yml",
        "data/raw/innovations/2024/dataset.csv",
        "data/raw/x.xlsx",
        "data/processed/innovation/2020/wave.duckdb",
        "data/processed/innovation/2020/estimates.csv",
    ],
)
def test_raw_and_processed_data_stay_out_of_git(path: str) -> None:
    assert git("check-ignore", "--no-index", path).returncode == 0


def test_only_the_demonstration_is_tracked() -> None:
    tracked = git("ls-files", "data").stdout.split()
    assert tracked
    assert all(path.startswith("data/raw/innovation/") for path in tracked)
    assert git("check-ignore", "--no-index", "data/raw/innovation/2020/dataset.csv").returncode == 1


def tracked_texts() -> dict[str, str]:
    """Path -> content of every text file of the project."""
    texts = {}
    for name in git("ls-files", "-z").stdout.rstrip("\0").split("\0"):
        path = REPOSITORY / name
        content = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in content:
            texts[name] = content.decode("utf-8", errors="replace")
    assert len(texts) > 100
    return texts


def lines_with(pattern: str) -> list[str]:
    """`file:line` of what a pattern finds; it is written so that it does not find itself."""
    wanted = re.compile(pattern)
    return [
        f"{name}:{number}: {line.strip():.100}"
        for name, text in tracked_texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if wanted.search(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    hosts = r"py[p]i\.org|pythonhosted[.]org|np[m]js\.|yarnpkg[.]com|conda[.]anaconda"
    options = r"--(extra-)?inde[x]-url|--find-link[s]|--trusted-hos[t]|INDEX_UR[L]"
    assert lines_with(f"{hosts}|{options}") == []


def test_no_file_names_a_place_on_one_machine() -> None:
    unix = r"(?<![\w.)\]}*-])/(home|Users|root|work|mnt|opt)/[\w.]"
    assert lines_with(rf"{unix}|\b[A-Z]:\\\\?Users") == []


def test_locked_versions_have_hashes_and_no_host() -> None:
    for path in REPOSITORY.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        packages = re.findall(r"^[A-Za-z0-9][\w.-]*(?:\[[\w,]+\])?==\S+", text, re.MULTILINE)
        assert packages
        assert "://" not in text
        assert text.count("--hash=sha256:") >= len(packages)
