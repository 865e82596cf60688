"""Numbers set large."""

import re

import pytest
from figure_examples import estimates, shares

from pipeline.blocks.key_numbers import key_number_html
from pipeline.keys import UnknownKey, keys


def block(row, language="da", words="fortsætter"):
    rows = estimates(row, survey="s", wave="1", figure="fig_04", variable="changes")
    known = keys(rows)
    estimate = known.find("agree") if row["category"] else known.find("mean")
    return key_number_html(estimate, known, words, 0.95, language).replace("\u00a0", " ")


def text(html):
    return " ".join(re.sub("<[^>]*>", "", html).split())


(AGREE,) = shares(agree=0.85)


def test_number_words_interval_base_and_figure():
    assert text(block(AGREE)) == (
        "85 pct. fortsætter 80 til 90 (95 pct. sikkerhed), 100 svar. Figur 4"
    )
    assert '<a href="#fig-04">Figur 4</a>' in block(AGREE)
    assert '<strong class="number">85 pct.</strong>' in block(AGREE)
    assert text(block(AGREE, "en", "go on")) == (
        "85 per cent go on 80 to 90 (95 per cent confidence), 100 answers. Figure 4"
    )


def test_a_mean_has_decimals():
    mean = {"category": "", "statistic": "mean", "estimate": 3.44}
    assert text(block(mean)).startswith("3,4 fortsætter 3,4 til 3,5 (95 pct. sikkerhed)")


def test_words_are_escaped():
    assert "<b>" not in block(AGREE, words="<b>")


def test_a_number_that_is_not_published_has_no_block():
    with pytest.raises(UnknownKey, match="not published"):
        block(AGREE | {"suppressed": True})
