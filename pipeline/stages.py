"""The stages: each calls its module, tells in a line what it did, and lists the files it made."""

from collections.abc import Iterable
from pathlib import Path

from pipeline import atomic
from pipeline.paths import Places
from pipeline.progress import counted, errors, say, stage

ERASED = "the answers were erased"


def load(places: Places) -> None:
    """Export -> raw, accepted respondents and answers."""
    from pipeline.load import load
    from pipeline.reading import read_inputs
    from pipeline.releases.files import answers_erased

    if answers_erased(places):
        _made(places, "load", [])
        return
    with stage("load", places.name) as summary:
        codebook, wave = read_inputs(places)
        loaded = load(places, codebook, wave)
        summary += [
            f"{loaded.received:,} rows received",
            f"{loaded.accepted:,} accepted",
            f"{loaded.rejected:,} rejected",
            f"{loaded.rejected_values:,} values rejected",
        ]
        _made(places, "load", [places.database])


def plan(places: Places) -> None:
    """Check the figure plan of a survey, and what changed between its waves."""
    from pipeline.plan import plan

    with stage("plan", places.survey) as summary:
        waves, figures, files = plan(places)
        summary += [counted(waves, "wave"), counted(figures, "figure")]
        _made(places, "plan", files)


def tabulate(places: Places) -> None:
    """Counts, estimates and tests."""
    from pipeline.planning.plan import read_plan
    from pipeline.reading import read_inputs
    from pipeline.releases.files import answers_erased
    from pipeline.releases.kept_report import restore_results
    from pipeline.tabulate import tabulate

    with stage("tabulate", places.name) as summary:
        if answers_erased(places):
            summary.append(f"{ERASED}; released estimates and tests")
            _made(places, "tabulate", restore_results(places))
            return
        codebook, wave = read_inputs(places)
        plan = read_plan(places.plan, codebook, wave)
        results = tabulate(places, plan, codebook, wave)
        summary += [
            f"{results.cells.height:,} cells",
            f"{results.estimates.height:,} estimates",
            f"{results.tests.height} tests",
        ]
        lonely = results.sampled.sample.lonely_strata
        if lonely:
            errors.print(
                f"warning: strata with a single cluster: {lonely}; the distance to the mean of all "
                "stands for their variance, an upper estimate. Join them with others like them in "
                "the export's stratum column to do better"
            )
        of_banners = (path for name in plan.banners for path in places.banner(name))
        _made(places, "tabulate", (*places.results, *of_banners))


def change(places: Places) -> None:
    """What changed since earlier waves."""
    from pipeline.change import change
    from pipeline.releases.files import answers_erased

    if answers_erased(places):
        _made(places, "change", [])
        return
    with stage("change", places.name) as summary:
        published, comparable = change(places)
        shown = published["significant"].sum()
        summary.append(f"{counted(published.height, 'change')}, {shown} of them significant")
        if broken := comparable.height - comparable["comparable"].sum():
            summary.append(f"{counted(int(broken), 'question')} not comparable")
        _made(places, "change", places.change_tables)


def fragments(places: Places) -> None:
    """What the pages include: figures, tables, notes."""
    from pipeline.fragments import make_fragments
    from pipeline.planning.plan import read_plan
    from pipeline.reading import read_inputs
    from pipeline.releases.files import answers_erased
    from pipeline.releases.kept_report import restore_report

    with stage("fragments", places.name) as summary:
        codebook, wave = read_inputs(places)
        if answers_erased(places):
            summary.append(f"{ERASED}; the kept report")
            _made(places, "fragments", restore_report(places, codebook))
            return
        made = make_fragments(places, read_plan(places.plan, codebook, wave), codebook, wave)
        summary.append(f"{len(made)} files")
        _made(places, "fragments", made)


def claims(places: Places, marked: bool = False) -> None:
    """Check what the pages of the wave state."""
    from pipeline.prose import check_wave
    from pipeline.releases.files import freeze_automatically

    with stage("claims", places.name) as summary:
        result = check_wave(places, marked)
        summary.append(f"{result.claims - result.unsupported} claims hold")
        if result.unsupported:
            summary.append(f"{result.unsupported} do not and are marked")
        if freeze_automatically(places):
            summary.append(f"numbers frozen in {places.released}")
        _made(places, "claims", result.files)


def release(places: Places) -> None:
    """Freeze what is published of the wave: from now on it does not change by itself."""
    from pipeline.reading import read_inputs
    from pipeline.releases.files import freeze

    with stage("release", places.name) as summary:
        freeze(places, *read_inputs(places))
        summary.append(f"numbers frozen in {places.released}")


def erase(places: Places, sure: bool = False) -> None:
    """Erase the answers of a released wave and keep its report; first only say what would go."""
    from pipeline.erase import answers_of, erase

    if not sure:
        for path in answers_of(places):
            say(str(path))
        errors.print(
            f"These files hold the answers of {places.name} or were made of them. To delete them "
            f"for good, and keep the report and the released numbers, write: "
            f"make erase SURVEY={places.survey} WAVE={places.wave} SURE=yes"
        )
        return
    with stage("erase", places.name) as summary:
        erase(places)
        summary.append(f"answers deleted, the report kept in {places.kept_report}")


def site(places: Places, marked: bool = False) -> None:
    """What all waves share: the variables of the pages, the list of waves."""
    from pipeline.site import make_site

    with stage("site") as summary:
        made = make_site(places, marked)
        summary.append(f"{len(made)} files")
        _made(places, "site", made)


def render(places: Places, kept: bool = False) -> None:
    """The pages to HTML."""
    from pipeline.confidential import confidential
    from pipeline.render import render
    from pipeline.renderers import chosen_renderer

    with stage("render") as summary:
        renderer = chosen_renderer(places.renderer)
        rendered = render(places.reports, renderer, kept, confidential(places.root))
        summary.append(f"{len(rendered.pages)} pages by {renderer}, {rendered.anew} of them anew")
        _made(places, "render", (path for path in sorted(places.site.rglob("*")) if path.is_file()))


def _made(places: Places, stage: str, files: Iterable[Path]) -> None:
    lines = "".join(f"{path}\n" for path in files)
    atomic.write(places.made_by(stage), lambda list_: list_.write_text(lines, encoding="utf-8"))


SURVEY_STAGES = (plan,)
WAVE_STAGES = (load, tabulate, change, fragments, claims)
SITE_STAGES = (site, render)
MARKING_STAGES = (claims, site)
"""Those that can mark claims that do not hold, instead of stopping."""
