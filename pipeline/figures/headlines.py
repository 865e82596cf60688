"""The headline of a figure: what the plan says, else one made of its estimates; pure."""

import polars as pl

from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.planning.plan import Figure, items_of, label_of, shown
from pipeline.results import EVERYONE
from pipeline.wording import headlines, mean_headlines
from pipeline.wording.headlines import Subject
from pipeline.wording.labels import GroupName


def headline(figure: Figure, codebook: Codebook, estimates: pl.DataFrame, language: str) -> str:
    """One sentence; `estimates` are the rows of the figure. It may hold claim spans."""
    written = figure.headline.get(codebook.wave, {})
    if language in written:
        return written[language]
    told = estimates.filter(pl.col("estimate").is_not_null() & ~pl.col("suppressed"))
    shares = told.filter(pl.col("statistic").is_in(["share", "share_of_ticks"]))
    if not shares.is_empty():
        return _of_shares(figure, codebook, shares, language)
    means = told.filter(statistic="mean")
    if figure.statistic == "mean" and not means.is_empty():
        return _of_means(figure, codebook, means, language)
    return in_language(label_of(figure, codebook), language)


def _of_shares(figure: Figure, codebook: Codebook, shares: pl.DataFrame, language: str) -> str:
    variable = codebook.variables[figure.variable]
    items = items_of(figure, variable)
    first = _leading(figure, variable, shares)
    if len(items) > 1 or figure.base == "ticks":
        of_first = shares.filter(group=EVERYONE, category=first)
        return _of_items(figure, variable, first, of_first, language)
    subject = _subject(figure, codebook, variable, items[0], language)
    if figure.groups is not None:
        groups = codebook.variables[figure.groups]
        values = [
            (group_name(groups, row["group"], language), row["estimate"])
            for row in shares.filter(
                (pl.col("group") != EVERYONE) & (pl.col("category") == first)
            ).iter_rows(named=True)
        ]
        if values:
            label = in_language(variable.answer_label(first), language)
            return headlines.by_group(subject, label, values, language)
    answers = [
        (in_language(variable.answer_label(row["category"]), language), row["estimate"])
        for row in shares.filter(group=EVERYONE).iter_rows(named=True)
    ]
    return headlines.overall(subject, answers, language)


def _of_means(figure: Figure, codebook: Codebook, means: pl.DataFrame, language: str) -> str:
    variable = codebook.variables[figure.variable]
    scores = [one.score for one in variable.categories.values() if one.score is not None]
    ends = (min(scores), max(scores)) if scores else None
    of_everyone = means.filter(group=EVERYONE)
    if len(items_of(figure, variable)) > 1 and not of_everyone.is_empty():
        values = [
            (in_language(variable.items[item].label, language), mean)
            for item, mean in of_everyone.select("item", "estimate").iter_rows()
        ]
        return mean_headlines.means_of_items(values, ends, language)
    groups = [
        (group_name(codebook.variables[figure.groups], group, language), mean)
        for group, mean in means.select("group", "estimate").iter_rows()
        if figure.groups is not None and group != EVERYONE
    ]
    item = items_of(figure, variable)[0]
    label = variable.items[item].label if item else label_of(figure, codebook)
    topic = in_language(label, language)
    return mean_headlines.mean_of_topic(topic, means["estimate"][0], groups, ends, language)


def _leading(figure: Figure, variable: Variable, shares: pl.DataFrame) -> str:
    """The answer that a headline tells: the plan's first, or else everyone's most frequent.

    Of several items it is the one whose shares add up to most: one item may be unlike the rest.
    """
    if figure.show:
        return figure.show[0]
    everyone = (
        shares.filter(group=EVERYONE)
        .group_by("category", maintain_order=True)
        .agg(pl.col("estimate").sum())
        .sort("estimate", descending=True, maintain_order=True)
    )
    return str(everyone["category"][0]) if everyone.height else shown(figure, variable)[0]


def _of_items(
    figure: Figure, variable: Variable, answer: str, shares: pl.DataFrame, language: str
) -> str:
    """What the items say of one answer, whose shares these are."""
    values = [
        (in_language(variable.items[row["item"]].label, language), row["estimate"])
        for row in shares.iter_rows(named=True)
    ]
    if figure.base == "ticks":
        return headlines.ticked(values, language)
    if variable.type == "themes":
        return headlines.about(values, language)
    if variable.type == "multiple":
        return headlines.chosen(values, language)
    label = in_language(variable.answer_label(answer), language)
    return headlines.by_item(label, values, language)


def _subject(
    figure: Figure, codebook: Codebook, variable: Variable, item: str, language: str
) -> Subject:
    if item:
        return Subject(in_language(variable.items[item].label, language))
    label = in_language(label_of(figure, codebook), language)
    # A label that is the wording stands above and below the headline already.
    is_wording = label == in_language(variable.text, language)
    return Subject("" if is_wording else label, is_statement=False)


def group_name(variable: Variable, category: str, language: str) -> GroupName:
    """A group as sentences call it."""
    group = variable.categories[category]
    plural = in_language(group.plural, language) if group.plural else None
    return GroupName(in_language(group.label, language), plural)
