"""Broken links and breaches of the security policy."""

from pathlib import PurePosixPath

from pipeline.pages.links import files, problems, references

INDEX = PurePosixPath("index.html")
THEMES = PurePosixPath("innovation/2020/themes.html")


def found(index: str, themes: str = '<h2 id="kasserede">K</h2>') -> tuple[str, ...]:
    site = {INDEX: references(index), THEMES: references(themes)}
    there = {*site, PurePosixPath("style.css"), PurePosixPath("innovation/2020/_made/fig-01.svg")}
    return problems(site, there.__contains__)


def test_a_whole_site_has_no_problems() -> None:
    index = (
        '<link rel="stylesheet" href="style.css"><link rel="icon" href="data:image/svg+xml,x">'
        '<a href="innovation/2020/themes.html#kasserede">a</a> <a href="#">top</a>'
        '<a href="https://example.org/">b</a> <a href="mailto:a@example.org">c</a>'
    )
    themes = (
        '<h2 id="kasserede">K</h2><a href="../../index.html">f</a><a href="#kasserede">k</a>'
        '<picture><source srcset="_made/fig-01.svg 2x"><img src="_made/fig-01.svg"></picture>'
    )
    assert found(index, themes) == ()


def test_every_broken_reference_is_named() -> None:
    assert found(
        '<a href="innovation/2020/theme.html">a</a>'
        '<a href="innovation/2020/themes.html#kassered">b</a>'
        '<a href="#nowhere">c</a>'
        '<img src="_made/fig-09.svg">'
        '<p id="one"></p><p id="one"></p>'
    ) == (
        'index.html: the id "one" stands 2 times; give each its own',
        "index.html: _made/fig-09.svg does not exist; correct the name or make the file",
        "index.html: the link innovation/2020/theme.html leads nowhere; did you mean "
        '"innovation/2020/themes.html"?',
        "index.html: the link innovation/2020/themes.html#kassered leads nowhere: "
        'innovation/2020/themes.html has no id "kassered"; did you mean "kasserede"?',
        'index.html: the link #nowhere leads nowhere: index.html has no id "nowhere"; known: one',
    )


def test_what_a_strict_policy_forbids_is_named() -> None:
    assert found(
        '<p style="color: red" onclick="x()">a</p><script>x()</script>'
        '<script src="https://example.org/x.js"></script><script src="style.css"></script>'
        '<img src="https://example.org/pixel.png">'
    ) == (
        "index.html: <p style> breaks the content security policy; leave it out",
        "index.html: <p onclick> breaks the content security policy; leave it out",
        "index.html: <script> breaks the content security policy; leave it out",
        "index.html: https://example.org/x.js comes from another host; keep a copy in reports/",
        "index.html: https://example.org/pixel.png comes from another host; keep a copy in "
        "reports/",
    )


def test_the_files_of_a_site_are_what_its_pages_refer_to() -> None:
    themes = '<img src="_made/fig-01.svg"><a href="_made/fig-01.csv">CSV</a><a href="#x">x</a>'
    assert files({THEMES: references(themes)}) == {
        PurePosixPath("innovation/2020/_made/fig-01.svg"),
        PurePosixPath("innovation/2020/_made/fig-01.csv"),
    }
