"""Every page of the site in a browser: light and dark, phone and desktop."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response
from viewing import SCHEMES, WIDTHS, Scheme, context

PICTURES = """async () => {
    const pictures = [...document.images];
    pictures.forEach(one => { one.loading = "eager"; });
    await Promise.allSettled(pictures.map(one => one.decode()));
    return pictures.filter(one => !(one.complete && one.naturalWidth)).map(one => one.src);
}"""
"""The pictures that cannot be shown, once all have been asked for."""
AXE = """() => axe.run(
    {exclude: [["tbody tr:nth-child(n+8)"]]},
    {resultTypes: ["violations"]},
)"""
"""The rows of a table are alike, and looking at the colours of thousands takes minutes."""


@pytest.fixture(scope="session")
def pages(built_site: Path) -> tuple[str, ...]:
    found = tuple(
        sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    )
    assert found
    return found


@pytest.fixture(params=[(scheme, width) for scheme in SCHEMES for width in WIDTHS])
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with context(browser, *request.param) as one:
        yield one


def test_every_page_loads_without_an_error_and_from_this_host_only(
    opened: BrowserContext, address: str, pages: tuple[str, ...]
) -> None:
    page = opened.new_page()
    complaints = _complaints(page, address)
    for name in pages:
        page.goto(address + name)
        complaints += [f"{name}: not shown: {one}" for one in page.evaluate(PICTURES)]
    assert complaints == []


def _complaints(page: Page, address: str) -> list[str]:
    """A list that fills with what the browser complains of while it opens pages."""
    complaints: list[str] = []

    def answered(answer: Response) -> None:
        if answer.status >= 400:
            complaints.append(f"{answer.status}: {answer.url}")

    def requested(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            complaints.append(f"another host: {request.url}")

    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("response", answered)
    page.on("request", requested)
    return complaints


def test_every_link_leads_to_a_page_and_a_place_on_it(
    browser: Browser, address: str, pages: tuple[str, ...]
) -> None:
    with context(browser, "light", 1280) as opened:
        page = opened.new_page()
        links: dict[str, list[str]] = {}
        ids: dict[str, set[str]] = {}
        for name in pages:
            page.goto(address + name)
            links[name] = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
            ids[address + name] = set(
                page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
            )
        targets = {link for found in links.values() for link in found if link.startswith(address)}
        broken = [
            link
            for link in sorted(targets)
            if not page.request.get(urldefrag(link).url).ok
            or (urldefrag(link).fragment and not _has_place(link, ids))
        ]
    assert targets
    assert broken == []


def _has_place(link: str, ids: dict[str, set[str]]) -> bool:
    target, place = urldefrag(link)
    return unquote(place) in ids.get(target, set())


def axe() -> str:
    """The checker's program, from the package that carries it."""
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        pytest.skip("the package axe-playwright-python is not installed")
    return (Path(package.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(
    browser: Browser, address: str, pages: tuple[str, ...], scheme: Scheme, width: int
) -> None:
    program = axe()
    with context(browser, scheme, width, bypass_csp=True) as opened:
        page = opened.new_page()
        violations = [
            f"{name}: {found}"
            for name in pages
            for found in _violations(page, address, name, program)
        ]
    assert violations == []


def _violations(page: Page, address: str, name: str, program: str) -> list[str]:
    page.goto(address + name)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(program)
    found = page.evaluate(AXE)
    assert found["passes"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']]}"
        for one in found["violations"]
    ]


def test_the_keyboard_reaches_the_content_first(browser: Browser, address: str) -> None:
    with context(browser, "light", 390) as opened:
        page = opened.new_page()
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.wait_for_function("document.activeElement.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        page.wait_for_url("**#content")


def test_a_phone_unfolds_the_contents_and_a_desktop_shows_them(
    browser: Browser, address: str, pages: tuple[str, ...]
) -> None:
    deep = next(name for name in pages if name.count("/") == 2)
    first = ".side .pages a >> nth=0"
    with context(browser, "light", 390) as phone:
        page = phone.new_page()
        page.goto(address + deep)
        assert not page.is_visible(first)
        page.click(".side summary")
        assert page.is_visible(first)
    with context(browser, "light", 1280) as desktop:
        page = desktop.new_page()
        page.goto(address + deep)
        assert page.is_visible(first)
        assert not page.is_visible(".side summary")


def test_a_page_opened_as_a_file_has_its_style_and_pictures(
    browser: Browser, built_site: Path, pages: tuple[str, ...]
) -> None:
    with context(browser, "light", 1280) as opened:
        page = opened.new_page()
        for name in pages:
            page.goto((built_site / name).as_uri())
            transparent = "rgba(0, 0, 0, 0)"
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") != transparent
            assert page.evaluate(PICTURES) == []


def test_the_security_policy_is_in_force(browser: Browser, address: str) -> None:
    with context(browser, "light", 1280) as opened:
        page = opened.new_page()
        page.goto(address)
        page.evaluate(
            """() => {
                const style = document.createElement("style");
                style.textContent = "body { color: rgb(1, 2, 3); }";
                document.head.append(style);
            }"""
        )
        assert page.evaluate("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"


def test_paper_shows_the_text_and_no_navigation(
    browser: Browser, address: str, pages: tuple[str, ...]
) -> None:
    deep = next(name for name in pages if name.count("/") == 2)
    with context(browser, "dark", 1280) as opened:
        page = opened.new_page()
        page.goto(address + deep)
        page.emulate_media(media="print")
        assert page.is_visible("h1")
        for left_out in (".side", ".turn", "header.site nav", ".skip"):
            assert not page.is_visible(left_out)
