"""The plan of a survey: checked for every wave at once; what concerns a wave is written for it.

What comes after depends on the files of its wave, which change only with what they say: a new
wave in figures.yml and series.yml is nothing new to the others.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.series import check_series, read_series
from pipeline.codebooks.series import check_waves as check_waves_of_series
from pipeline.codebooks.series import part_of_wave as series_of_wave
from pipeline.errors import PipelineError
from pipeline.paths import Places
from pipeline.planning.parts import counted_part, part_of_wave
from pipeline.planning.plan import Plan, check_waves, read_plan
from pipeline.reading import every_wave, read_inputs


def plan(survey: Places) -> tuple[int, int, list[Path]]:
    """Check figures.yml and series.yml against the codebooks; write what each wave needs of them.

    How many waves and figures there are, and the files. Raises `PlanError`, `SeriesError` or
    `CodebookError` with all that is wrong, before anything is written.
    """
    waves = [one for one in every_wave(survey.root) if one.survey == survey.survey][::-1]
    names = [one.wave for one in waves]
    check_waves(survey.plan, names)
    check_waves_of_series(survey.series, survey.survey, names)
    plans = _checked(waves)
    series = read_series(survey.series)
    files: dict[Path, str] = {}
    for number, (wave, one) in enumerate(zip(waves, plans, strict=True)):
        decided = series_of_wave(series, wave.wave)
        files |= {
            wave.counted_plan: counted_part(one),
            wave.planned: _planned(wave, one),
            wave.compared: _compared(waves[:number], decided),
        }
    for path, text in files.items():
        atomic.write_bytes(path, text.encode())
    figures = {name for one in plans for name in one.figures}
    return len(waves), len(figures), list(files)


def _checked(waves: Sequence[Places]) -> list[Plan]:
    """The plan of each wave; what is wrong in several waves is told once."""
    plans: list[Plan] = []
    errors: list[PipelineError] = []
    before: Codebook | None = None
    for wave in waves:
        earlier, before = before, None
        try:
            before, settings = read_inputs(wave)
            if earlier:
                check_series(wave.series, earlier, before)
            plans.append(read_plan(wave.plan, before, settings))
        except PipelineError as error:
            errors.append(error)
    if errors:
        messages = (message for error in errors for message in error.messages)
        raise type(errors[0])(dict.fromkeys(messages))
    return plans


def _planned(wave: Places, plan: Plan) -> str:
    """What the wave's pages show of the plan, and which version of the benchmarks."""
    benchmarks = f'"{_sha256(wave.benchmarks)}"' if wave.benchmarks.is_file() else "null"
    return f'{{"benchmarks": {benchmarks}, "plan": {part_of_wave(plan, wave.wave)}}}'


def _compared(earlier: Sequence[Places], decided: dict[str, object]) -> str:
    """What was decided until a wave, and the questionnaires before it."""
    codebooks = {one.wave: _sha256(one.codebook) for one in earlier}
    return json.dumps({**decided, "codebooks": codebooks}, ensure_ascii=False, indent=1)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
