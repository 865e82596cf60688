"""The list of what the figures say."""

from pipeline.blocks.key_findings import key_findings


def test_each_headline_leads_to_its_figure_and_is_shown_as_it_stands() -> None:
    made = key_findings(
        {
            "fig_01": "7 out of 10 tried it",
            "fig_02": "More & <b>more</b>",
        },
        "en",
    )
    assert made.splitlines() == [
        '<ul class="key-findings">',
        '<li>7 out of 10 tried it <a href="#fig-01">Figure 1</a></li>',
        '<li>More &amp; &lt;b&gt;more&lt;/b&gt; <a href="#fig-02">Figure 2</a></li>',
        "</ul>",
    ]
