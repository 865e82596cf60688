"""What a run without a person at hand may not publish."""

from pipeline.pages.site_bounds import beyond_bounds

SITE = {"index.html": 100, "tiny/2024/index.html": 100, "style.css": 100}


def test_the_first_site_has_no_bounds() -> None:
    assert beyond_bounds({}, SITE) == ()


def test_a_site_with_the_same_pages_and_one_with_more_are_published() -> None:
    assert beyond_bounds(SITE, {**SITE, "style.css": 1, "tiny/2025/index.html": 300}) == ()


def test_a_page_that_is_gone_is_named_and_another_file_is_not() -> None:
    after = {"index.html": 200, "other.html": 300}
    assert beyond_bounds(SITE, after) == (
        "tiny/2024/index.html stands on the last site and not on this one; bring it back, or if "
        "that is meant, run once with PAGES=free",
    )


def test_half_a_site_is_not_published() -> None:
    assert beyond_bounds(SITE, {**SITE, "index.html": 50, "style.css": 0}) == ()
    assert beyond_bounds(SITE, {**SITE, "index.html": 49, "style.css": 0}) == (
        "the site has 149 bytes, less than half of the last one; if that is meant, run once with "
        "PAGES=free",
    )


def test_more_than_three_times_the_pages_are_not_published() -> None:
    more = {f"tiny/{year}.html": 10 for year in range(4)}
    assert beyond_bounds(SITE, SITE | more) == ()
    assert beyond_bounds(SITE, SITE | more | {"one-too-many.html": 10}) == (
        "the site has 7 pages, the last one had 2; if that is meant, run once with PAGES=free",
    )
