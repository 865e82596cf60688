"""A new site beside the last one: what has gone, shrunk or grown beyond belief; pure."""

from collections.abc import Mapping

LEAST_SIZE, MOST_PAGES = 0.5, 3.0
"""How much of the last site's bytes, and how many times its pages, a new site may have.

A wave that is added to one that was there doubles the pages; half of a site does not go by itself.
"""
IF_MEANT = "if that is meant, run once with PAGES=free"


def beyond_bounds(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[str, ...]:
    """What no run without a person at hand should publish; address -> bytes of each site.

    Without a last site there are no bounds.
    """
    if not before:
        return ()
    gone = tuple(
        f"{page} stands on the last site and not on this one; bring it back, or {IF_MEANT}"
        for page in sorted(_pages(before) - _pages(after))
    )
    least = LEAST_SIZE * sum(before.values())
    size = sum(after.values())
    shrunk = (
        (f"the site has {size:,} bytes, less than half of the last one; {IF_MEANT}",)
        if size < least
        else ()
    )
    pages, last = len(_pages(after)), len(_pages(before))
    grown = (
        (f"the site has {pages} pages, the last one had {last}; {IF_MEANT}",)
        if pages > MOST_PAGES * last
        else ()
    )
    return gone + shrunk + grown


def _pages(site: Mapping[str, int]) -> set[str]:
    return {address for address in site if address.endswith(".html")}
