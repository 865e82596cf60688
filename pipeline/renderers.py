"""Markdown to HTML: Quarto, or the pandoc inside a Python package.

Both get the same text (see `pages.sources`) and the same template.
"""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from os.path import relpath
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast, get_args

from pipeline.errors import RenderError
from pipeline.pages.sources import PROJECT, Source

Renderer = Literal["quarto", "pandoc"]

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


def made_with(reports: Path, renderer: Renderer, settings: Mapping[str, Any]) -> str:
    """Everything beside its own text that decides what a page becomes."""
    template = (reports / settings["format"]["html"]["template"]).read_text(encoding="utf-8")
    if renderer == "quarto":
        program = _run(["quarto", "--version"], "the renderer").strip()
    else:
        program = version("pypandoc-binary")
    # This module has the options that programs get.
    options = Path(__file__).read_text(encoding="utf-8")
    return "\0".join((renderer, program, json.dumps(settings, sort_keys=True), template, options))


def html_of(
    reports: Path, renderer: Renderer, sources: Sequence[Source], settings: Mapping[str, Any]
) -> dict[PurePosixPath, str]:
    """Address -> HTML of each page, as the renderer gives it. Raises RenderError."""
    make = _with_quarto if renderer == "quarto" else _with_pandoc
    return make(reports, sources, settings)


def _with_pandoc(
    reports: Path, sources: Sequence[Source], settings: Mapping[str, Any]
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
    reports: Path, sources: Sequence[Source], settings: Mapping[str, Any]
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
