"""Draws the respondents of the demonstration wave of 2020 and writes them as an export.

    python data/raw/innovation/2020/reconstruct.py

writes dataset.csv, structure.csv, labels.csv and open_innovation_codes.csv beside this script, the
same bytes each time.
The respondent-level data of the survey were never published; these respondents are invented so
that the published totals come out (reconstruction/pinned.py holds the counts). README.md says
what is pinned and what is free.

dataset.csv has 926 rows after the header. 903 must be accepted (668 social services and 235
voluntary associations; 722 complete). The other 23:

- 5 test answers (distribution = test; one of them with the unknown organisation type 3)
- 9 doubles of accepted respondents: 5 where an incomplete answer precedes the complete one, 2
  where both are complete and the last stays, 1 where an incomplete one follows the complete one,
  1 where both are incomplete and the last stays
- 6 where the questionnaire was opened and nothing answered
- 3 broken lines in the middle of the file: two too short, one with a separator too many

Bad values in accepted rows, in cells that would be blank otherwise:

- 4 numbers of employees: "ca. 25", "-3", "120000", "mange" (none of the 582)
- 2 unknown codes in s_3 (innovated), by respondents who stop there
- 3 unknown codes in s_12_2, s_12_7 and s_12_10 (future_change)
- 2 routing violations: one without innovations answers s_7 and s_8_1 to s_8_4 (5 cells); one
  without new external cooperation answers s_6_1 to s_6_11 (11 cells, two of them ticked)
- 2 respondents with too many ticks in new_partners: five and four (22 cells, 9 ticks)
"""

from pathlib import Path

import yaml
from reconstruction.bad_values import with_bad_values
from reconstruction.codes import write_codes
from reconstruction.export import data_line, line, write_export
from reconstruction.extra_rows import broken, doubles, opened, tests
from reconstruction.records import draw_rows
from reconstruction.respondents import draw_respondents

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Write the export beside this script."""
    codebook = yaml.safe_load((FOLDER / "codebook.yml").read_text(encoding="utf-8"))
    accepted = with_bad_values(draw_rows(draw_respondents(), codebook))
    extra = [*doubles(accepted, codebook), *opened(accepted), *tests(accepted)]
    timed = [(row["created"], data_line(row)) for row in [*accepted, *extra]]
    timed += broken(accepted, line)
    write_export(FOLDER, codebook, [text for _, text in sorted(timed)])
    write_codes(FOLDER, accepted, line)


if __name__ == "__main__":
    main()
