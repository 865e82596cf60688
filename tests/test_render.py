"""A small site, rendered by the embedded pandoc, and by Quarto where it is found."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from pipeline.errors import RenderError
from pipeline.pages.disclosures import Confidential
from pipeline.pages.links import references
from pipeline.render import render
from pipeline.renderers import chosen_renderer

REPORTS = Path(__file__).resolve().parent.parent / "reports"

FRONT = """---
title: Nye måder
lang: da
toc: false
---

Læs [resultaterne](innovation/2020/index.qmd#det-nye).
"""

SUMMARY = """---
title: Fire ud af fem
short-title: Sammenfatning
lang: da
---

## Det nye

[7 ud af 10]{.claim of="innovated.volunteer.yes"}, i alt {{< var innovation.volunteer.yes >}}

{{< include _made/fig-01.md >}}

| Mål | n |
|:--|--:|
| Andel | 843 |

$p = 1$ og "citat" -- som skrevet[^1].

[^1]: En note.
"""

FIGURE = """```{=html}
<figure class="finding" id="fig-01"><img src="_made/fig-01.svg" alt="Søjler"></figure>
```
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    wave = folder / "innovation" / "2020"
    (wave / "_made").mkdir(parents=True)
    for name in ("_quarto.yml", "page.html", "style.css", "search.js", "claims.js"):
        shutil.copyfile(REPORTS / name, folder / name)
    (folder / "_variables.yml").write_text("innovation: {volunteer: {'yes': 70 pct.}}")
    (folder / "index.qmd").write_text(FRONT)
    (wave / "index.qmd").write_text(SUMMARY)
    (wave / "_metadata.yml").write_text("wave: Bølge 2020\nnotice: Rekonstruerede svar.\n")
    (wave / "_made" / "fig-01.md").write_text(FIGURE)
    (wave / "_made" / "fig-01.svg").write_text("<svg/>")
    (wave / "_made" / "fig-02.svg").write_text("<svg/>")
    (wave / "_made" / "draft.qmd").write_text("no page")
    return folder


def summary(reports: Path) -> str:
    return (reports / "_site" / "innovation" / "2020" / "index.html").read_text(encoding="utf-8")


def test_every_page_becomes_a_page_of_the_site(reports: Path) -> None:
    assert set(render(reports, "pandoc").pages) == {
        reports / "_site" / "index.html",
        reports / "_site" / "search.html",
        reports / "_site" / "innovation" / "2020" / "index.html",
    }


def test_a_page_carries_what_its_author_and_the_pipeline_wrote(reports: Path) -> None:
    render(reports, "pandoc")
    page = summary(reports)
    assert page.startswith('<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Fire ud af fem – Innovation i den sociale sektor</title>" in page
    assert '<span class="claim" data-of="innovated.volunteer.yes">7 ud af 10</span>' in page
    assert "i alt 70\u202fpct." in page
    assert '<p class="notice">Rekonstruerede svar.</p>' in page
    assert '<td class="right">843</td>' in page
    assert '"citat" -- som skrevet' in page
    assert "<math " in page


def test_the_navigation_leads_from_page_to_page(reports: Path) -> None:
    render(reports, "pandoc")
    links = references(summary(reports)).links
    assert "../../index.html" in links
    assert '<li><a href="index.html" aria-current="page">Sammenfatning</a>' in summary(reports)
    assert '<a href="#det-nye">Det nye</a>' in summary(reports)
    front = (reports / "_site" / "index.html").read_text(encoding="utf-8")
    assert '<a href="innovation/2020/index.html#det-nye">resultaterne</a>' in front


def test_only_files_that_a_page_refers_to_are_copied(reports: Path) -> None:
    render(reports, "pandoc")
    site = reports / "_site"
    assert {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()} == {
        "index.html",
        "style.css",
        "search.html",
        "search.js",
        "search-index.js",
        "innovation/2020/index.html",
        "innovation/2020/_made/fig-01.svg",
    }


def test_each_edition_is_searched_from_a_page_of_its_own(reports: Path) -> None:
    english = reports / "innovation" / "2020" / "en"
    english.mkdir()
    (english / "index.qmd").write_text("---\ntitle: Findings\nlang: en\n---\n\nFour in five.\n")
    render(reports, "pandoc")
    site = reports / "_site"
    danish = (site / "search-index.js").read_text(encoding="utf-8")
    assert "Fire ud af fem" in danish and "Four in five" not in danish
    found = (english.relative_to(reports) / "search-index.js").as_posix()
    assert '["index.html","Findings",[["","","Four in five."]]]' in (site / found).read_text()
    page = (site / "innovation" / "2020" / "en" / "search.html").read_text(encoding="utf-8")
    assert "<title>Search – Innovation in the social sector</title>" in page
    assert f'<script defer src="../../../{found}"></script>' in page
    assert '<script defer src="../../../search.js"></script>' in page
    assert "<script" not in summary(reports)
    assert '<link rel="alternate" hreflang="en" href="en/index.html">' in summary(reports)
    assert '<a lang="en" hreflang="en" href="en/index.html">English</a>' in summary(reports)


def test_what_is_wrong_in_several_pages_is_reported_in_one_go(reports: Path) -> None:
    (reports / "method.qmd").write_text("---\nlang: da\n---\n{{< include none.md >}}")
    (reports / "quality.qmd").write_text("---\ntitle: [\n---\n{{< var nothing >}}")
    (reports / "terms.qmd").write_text("---\ntitle: Ord\norder: first\n---\n")
    with pytest.raises(RenderError) as caught:
        render(reports, "pandoc")
    assert [message.split(": ")[0] for message in caught.value.messages] == [
        f"{reports}/method.qmd, line 4",
        f"{reports}/method.qmd",
        f"{reports}/quality.qmd, line 4",
        f"{reports}/quality.qmd",
        f"{reports}/terms.qmd",
    ]


def test_a_project_without_what_the_pipeline_needs_is_an_error(reports: Path) -> None:
    (reports / "_quarto.yml").write_text("project: {type: default}\nformat: {html: {toc: true}}\n")
    with pytest.raises(RenderError) as caught:
        render(reports, "pandoc")
    assert [message.split('"')[1] for message in caught.value.messages] == [
        "format.html.template",
        "format.html.css",
        "format.html.toc-depth",
        "project.output-dir",
    ]


def test_a_disk_that_cannot_be_written_is_an_error_and_the_site_stays(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    render(reports, "pandoc")
    good = summary(reports)

    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.render.shutil.copyfile", full)
    with pytest.raises(RenderError, match=r"_site.new cannot be written.*No space left"):
        render(reports, "pandoc")
    assert summary(reports) == good


def test_a_failed_run_leaves_the_last_good_site(reports: Path) -> None:
    render(reports, "pandoc")
    good = summary(reports)
    (reports / "method.qmd").write_text("---\ntitle: Metode\n---\n[x](nowhere.qmd)\n")
    with pytest.raises(RenderError, match=r"method.html: the link nowhere.html leads nowhere"):
        render(reports, "pandoc")
    assert summary(reports) == good
    (reports / "method.qmd").unlink()
    render(reports, "pandoc")


def test_pages_of_the_last_site_are_kept_when_asked_to(reports: Path) -> None:
    page = reports / "method.qmd"
    page.write_text("---\ntitle: Metode\n---\n")
    render(reports, "pandoc", kept=True)
    good = summary(reports)
    page.unlink()
    with pytest.raises(RenderError, match=r"site: method.html stands on the last site and not on"):
        render(reports, "pandoc", kept=True)
    assert summary(reports) == good
    assert not (reports / "_site.new").exists()
    render(reports, "pandoc")
    assert not (reports / "_site" / "method.html").exists()


def test_a_run_that_was_killed_while_it_replaced_the_site_is_made_good(reports: Path) -> None:
    render(reports, "pandoc")
    (reports / "_site").rename(reports / "_site.old")
    (reports / "_site.new").mkdir()
    (reports / "_site.new" / "half.html").write_text("half")
    (reports / "index.qmd").write_text("---\ntitle: T\n---\n{{< var none >}}")
    with pytest.raises(RenderError):
        render(reports, "pandoc")
    assert "Fire ud af fem" in summary(reports)
    (reports / "index.qmd").write_text(FRONT)
    render(reports, "pandoc")
    assert sorted(path.name for path in reports.iterdir() if path.name.startswith("_site")) == [
        "_site"
    ]
    assert not (reports / "_site" / "half.html").exists()


def test_the_same_pages_give_the_same_bytes(reports: Path) -> None:
    render(reports, "pandoc")
    first = summary(reports)
    render(reports, "pandoc")
    assert summary(reports) == first


def test_a_site_that_shows_a_respondent_is_not_published(reports: Path) -> None:
    render(reports, "pandoc")
    good = summary(reports)
    secret = Confidential(
        {"0123456789abcdef": "innovation 2020"}, addresses=frozenset({"undersoegelse@example.org"})
    )
    figure = reports / "innovation" / "2020" / "_made" / "fig-01.svg"
    figure.write_text("<svg><desc>0123456789abcdef</desc></svg>")
    with pytest.raises(RenderError, match=r"fig-01.svg shows the pseudonym of a respondent"):
        render(reports, "pandoc", confidential=secret)
    assert summary(reports) == good
    assert not (reports / "_site.new").exists()


def test_a_workbook_that_shows_a_respondent_is_not_published(reports: Path) -> None:
    (reports / "index.qmd").write_text(
        f"{FRONT}[Tables](innovation/2020/_made/data/tables-da.xlsx)\n"
    )
    data = reports / "innovation" / "2020" / "_made" / "data"
    data.mkdir(parents=True)
    with Workbook(data / "tables-da.xlsx") as book:
        book.add_worksheet().write_string(0, 0, "0123456789abcdef")
    secret = Confidential(
        {"0123456789abcdef": "innovation 2020"}, addresses=frozenset({"undersoegelse@example.org"})
    )
    with pytest.raises(RenderError, match=r"tables-da.xlsx shows the pseudonym of a respondent"):
        render(reports, "pandoc", confidential=secret)
    render(reports, "pandoc")
    shown = reports / "_site" / "innovation" / "2020" / "_made" / "data"
    assert (shown / "tables-da.xlsx").is_file()


def test_pages_that_are_as_they_were_are_not_rendered_again(reports: Path) -> None:
    assert render(reports, "pandoc").anew == 3
    assert render(reports, "pandoc").anew == 0
    wave = reports / "innovation" / "2022"
    wave.mkdir()
    (wave / "_metadata.yml").write_text("wave: Bølge 2022\n")
    (wave / "index.qmd").write_text(FRONT.replace("](innovation/2020/", "](../2020/"))
    # The search page tells in which waves to look.
    assert render(reports, "pandoc").anew == 2
    (wave / "index.qmd").write_text("---\ntitle: Nye måder\nlang: da\n---\n\nAndet.\n")
    assert render(reports, "pandoc").anew == 1
    page = reports / "page.html"
    page.write_text(page.read_text().replace("</footer>", "<p>Ny</p></footer>"))
    assert render(reports, "pandoc").anew == 4
    assert "<p>Ny</p>" in summary(reports)


def test_other_options_of_the_program_make_every_page_anew(
    reports: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    render(reports, "pandoc")
    changed = tmp_path / "render.py"
    changed.write_text("other options")
    monkeypatch.setattr("pipeline.renderers.__file__", str(changed))
    assert render(reports, "pandoc").anew == 3


@pytest.mark.usefixtures("stand_in_for_quarto")
def test_another_renderer_makes_every_page_anew(reports: Path) -> None:
    render(reports, "pandoc")
    assert render(reports, "quarto").anew == 3
    assert len(list((reports / "_made" / "rendered").iterdir())) == 3


def test_a_renderer_that_was_not_recorded_is_not_guessed(tmp_path: Path) -> None:
    record = tmp_path / "renderer"
    with pytest.raises(RenderError, match="run the set-up again"):
        chosen_renderer(record)
    record.write_text("jekyll\n")
    with pytest.raises(RenderError, match='says "jekyll", not quarto or pandoc'):
        chosen_renderer(record)
    record.write_text("pandoc\n")
    assert chosen_renderer(record) == "pandoc"


def test_quarto_that_has_gone_is_an_error_and_no_reason_to_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "renderer"
    record.write_text("quarto\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="no quarto on the PATH"):
        chosen_renderer(record)


STAND_IN = """#!{python}
import sys
from pathlib import Path
if sys.argv[1:] == ["--version"]:
    sys.exit(print("1.0"))
project = Path(sys.argv[2])
for page in project.rglob("*.qmd"):
    text = page.read_text(encoding="utf-8")
    made = project / "_site" / page.relative_to(project).with_suffix(".html")
    made.parent.mkdir(parents=True, exist_ok=True)
    if "Not this one" not in text:
        made.write_text("<html><head></head><body><h2 id='det-nye'>" + text, encoding="utf-8")
"""


@pytest.fixture
def stand_in_for_quarto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program called quarto that writes a page's text as its HTML."""
    program = tmp_path / "bin" / "quarto"
    program.parent.mkdir()
    program.write_text(STAND_IN.format(python=sys.executable))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("stand_in_for_quarto")
def test_quarto_gets_pages_with_everything_in_place(reports: Path) -> None:
    (reports / "index.qmd").write_text(FRONT + "\nSkriv `{{{< var x >}}}`.\n")
    before = sorted(reports.rglob("*"))
    render(reports, "quarto")
    assert 'of="innovated.volunteer.yes"}, i alt 70\u202fpct.' in summary(reports)
    assert '<figure class="finding" id="fig-01">' in summary(reports)
    assert "short-title: Sammenfatning" in summary(reports)
    assert "home: ../../index.html" in summary(reports)
    assert "{{{< var x >}}}" in (reports / "_site" / "index.html").read_text(encoding="utf-8")
    made = {"_site", "_made"}
    assert [p for p in sorted(reports.rglob("*")) if not made & {*p.parts}] == [
        p for p in before if not made & {*p.parts}
    ]


@pytest.mark.usefixtures("stand_in_for_quarto")
def test_a_page_that_quarto_did_not_make_is_an_error(reports: Path) -> None:
    (reports / "method.qmd").write_text("---\ntitle: Not this one\n---\n")
    with pytest.raises(RenderError, match=r"method.qmd: Quarto made no page of it"):
        render(reports, "quarto")
