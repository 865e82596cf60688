"""How pages are looked at: light and dark, phone and desktop."""

from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext

Scheme = Literal["light", "dark"]

WIDTHS = (390, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def context(browser: Browser, scheme: Scheme, width: int, **options: Any) -> BrowserContext:
    """A window of its own, 900 pixels high."""
    viewport = {"width": width, "height": 900}
    return browser.new_context(viewport=viewport, color_scheme=scheme, **options)  # type: ignore[arg-type]
