"""Pages to a site: the only module that starts other programs.

Quarto and the embedded pandoc get the same text (see sources) and the same template; what they
return is finished and checked the same way, so both give the same site.
"""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from os.path import relpath
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast, get_args
from zipfile import ZipFile

from pipeline.errors import RenderError
from pipeline.folders import put_in_place, recover
from pipeline.pages.anchors import with_found_anchors
from pipeline.pages.disclosures import Confidential, disclosures
from pipeline.pages.html_pages import finished
from pipeline.pages.links import files, problems, references
from pipeline.pages.navigation import Page
from pipeline.pages.search_index import search_index
from pipeline.pages.search_page import INDEX as SEARCH_INDEX
from pipeline.pages.search_page import NAME as SEARCH_PAGE
from pipeline.pages.site_bounds import beyond_bounds
from pipeline.pages.sources import PROJECT, Source, project_settings, read_sources
from pipeline.rendered_pages import with_kept

Renderer = Literal["quarto", "pandoc"]
Html = Mapping[PurePosixPath, str]


@dataclass(frozen=True)
class Rendered:
    """The pages of the site, and how many of them the renderer was run for."""

    pages: tuple[Path, ...]
    anew: int


TEXTS = (".html", ".svg", ".csv", ".js", ".json", ".css")
WORKBOOK = ".xlsx"

# pandoc takes a tenth of a second a page, most of it starting up.
WORKERS = 2


def chosen_renderer(record: Path) -> Renderer:
    """The renderer that set-up recorded: the one word `quarto` or `pandoc`.

    Raises RenderError when nothing usable is recorded, or Quarto is and has since gone: a run
    without a person at hand must not change how the site is made.
    """
    try:
        word = record.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        word = ""
    if word not in get_args(Renderer):
        raise RenderError(f'{record} says "{word}", not quarto or pandoc; run the set-up again')
    if word == "quarto" and shutil.which("quarto") is None:
        raise RenderError(
            f"{record} says quarto, but there is no quarto on the PATH; install it, or delete "
            f"{record} and run the set-up again to take the embedded pandoc"
        )
    return cast(Renderer, word)


def render(
    reports: Path,
    renderer: Renderer,
    kept: bool = False,
    confidential: Confidential | None = None,
) -> Rendered:
    """Render every page below `reports` into `reports/_site`, where it is not as it was.

    The site is made beside and renamed into place when it is whole, so that a run that fails or
    is interrupted leaves the last good one. Raises RenderError with everything that is wrong:
    short codes, front matter, links, pictures, breaches of the security policy, what is
    `confidential`; with `kept` also for a site that has lost pages or is out of all proportion to
    the last one.
    """
    site, new = reports / "_site", reports / "_site.new"
    recover(site)
    sources = read_sources(reports)
    settings = project_settings(reports)
    make = _with_quarto if renderer == "quarto" else _with_pandoc
    shutil.rmtree(new, ignore_errors=True)
    try:
        made, anew = with_kept(
            reports,
            sources,
            _made_with(reports, renderer, settings),
            lambda some: make(reports, some, settings),
        )
        html = with_found_anchors({path: finished(text) for path, text in made.items()})
        _write(html, reports, new)
        if confidential and (told := disclosures(_texts(new), confidential)):
            raise RenderError(f"site: {one}" for one in told)
        if kept and (beyond := beyond_bounds(_sizes(site), _sizes(new))):
            raise RenderError(f"site: {one}" for one in beyond)
        put_in_place(new, site)
    except OSError as problem:
        where = problem.filename or new
        raise RenderError(
            f"{where} cannot be written: {problem.strerror}; the last site stays"
        ) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return Rendered(tuple(site / path for path in html), anew)


def _made_with(reports: Path, renderer: Renderer, settings: Mapping[str, Any]) -> str:
    """Everything beside its own text that decides what a page becomes."""
    template = (reports / settings["format"]["html"]["template"]).read_text(encoding="utf-8")
    if renderer == "quarto":
        program = _run(["quarto", "--version"], "the renderer").strip()
    else:
        program = version("pypandoc-binary")
    # This module has the options that programs get.
    options = Path(__file__).read_text(encoding="utf-8")
    return "\0".join((renderer, program, json.dumps(settings, sort_keys=True), template, options))


def _texts(site: Path) -> dict[str, str]:
    """Address -> content of every file of a site that holds text; of a workbook all its parts."""
    return {
        path.relative_to(site).as_posix(): _text(path)
        for path in sorted(site.rglob("*"))
        if path.suffix in (*TEXTS, WORKBOOK)
    }


def _text(path: Path) -> str:
    if path.suffix != WORKBOOK:
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())


def _sizes(site: Path) -> dict[str, int]:
    """Address -> bytes of every file of a site; none where there is no site."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in site.rglob("*")
        if path.is_file()
    }


def _write(html: Html, reports: Path, new: Path) -> None:
    """Write the pages, what search looks in, and copies of the files that they refer to.

    Nothing is written when something is wrong.
    """
    site = {path: references(text) for path, text in html.items()}
    made = {**html, **_search_indexes(html)}
    wrong = problems(site, lambda path: path in made or _is_ours(reports, path))
    if wrong:
        raise RenderError(f"site: {one}" for one in wrong)
    for path, text in made.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_text(text, encoding="utf-8")
    for path in files(site) - made.keys():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(reports / path, new / path)


def _search_indexes(html: Html) -> dict[PurePosixPath, str]:
    """What the search page of each edition looks in: every other page of that edition."""
    editions: dict[str, dict[PurePosixPath, str]] = {}
    searching = [path for path in html if path.with_suffix(".qmd").name == SEARCH_PAGE]
    for path, text in html.items():
        if path not in searching:
            editions.setdefault(Page(path, "").edition, {})[path] = text
    return {
        path.parent / SEARCH_INDEX: search_index(editions[Page(path, "").edition], path.parent)
        for path in searching
    }


def _is_ours(reports: Path, path: PurePosixPath) -> bool:
    return ".." not in path.parts and (reports / path).is_file()


def _with_pandoc(
    reports: Path, sources: Iterable[Source], settings: Mapping[str, Any]
) -> dict[PurePosixPath, str]:
    html_format = settings["format"]["html"]
    command = [
        str(embedded_pandoc()),
        f"--from={settings.get('from', 'markdown')}",
        "--to=html5",
        f"--template={(reports / html_format['template']).resolve()}",
        "--section-divs",
        "--mathml",
        "--wrap=preserve",
        "--syntax-highlighting=none",
    ]

    def page(source: Source) -> tuple[PurePosixPath, str]:
        css = relpath(html_format["css"], source.path.parent)
        contents = source.metadata.get("toc", html_format["toc"])
        options = ["--toc", f"--toc-depth={html_format['toc-depth']}"] if contents else []
        made = _run([*command, f"--css={css}", *options], str(source.path), source.text)
        return source.page.address, made

    with ThreadPoolExecutor(WORKERS) as threads:
        return dict(threads.map(page, sources))


def _with_quarto(
    reports: Path, sources: Iterable[Source], settings: Mapping[str, Any]
) -> dict[PurePosixPath, str]:
    """Render a copy, so that what Quarto leaves behind never stands among the authors' files."""
    html_format = settings["format"]["html"]
    with TemporaryDirectory(prefix="report-") as folder:
        project = Path(folder).resolve()
        for name in (PROJECT, html_format["template"], html_format["css"]):
            shutil.copyfile(reports / name, project / name)
        for source in sources:
            (project / source.path).parent.mkdir(parents=True, exist_ok=True)
            # What still looks like a short code stands in code and is meant to be read.
            text = source.text.replace("{{<", "{{{<").replace(">}}", ">}}}")
            (project / source.path).write_text(text, encoding="utf-8")
        _run(["quarto", "render", str(project)], str(reports))
        made = project / settings["project"]["output-dir"]
        missing = [source.path for source in sources if not (made / source.page.address).is_file()]
        if missing:
            raise RenderError(f"{reports / path}: Quarto made no page of it" for path in missing)
        return {
            source.page.address: (made / source.page.address).read_text(encoding="utf-8")
            for source in sources
        }


def embedded_pandoc() -> Path:
    """The pandoc inside the package pypandoc-binary, never another one that is installed."""
    package = importlib.util.find_spec("pypandoc")
    if package is None or package.origin is None:
        raise RenderError("the package pypandoc-binary is not installed; run the set-up again")
    return Path(package.origin).parent / "files" / "pandoc"


def _run(command: list[str], what: str, text: str | None = None) -> str:
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, encoding="utf-8", check=False
        )
    except OSError as problem:
        raise RenderError(f"{what}: {command[0]} does not start: {problem}") from None
    if done.returncode != 0:
        raise RenderError(f"{what}: {command[0]} failed: {done.stderr.strip()}")
    return done.stdout
