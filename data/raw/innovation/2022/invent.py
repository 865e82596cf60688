"""Invents the respondents of the demonstration wave of 2022 and writes them as an export.

    python data/raw/innovation/2022/invent.py

writes answers.csv beside this script, the same bytes each time. Nothing of it was ever measured:
README.md says how it was made, and what happened between the waves.

answers.csv has 912 rows after the header. 900 must be accepted (642 social services and 258
voluntary associations), 298 of them organisations that answered in 2020, under the same number. The
other 12: 3 test answers, 4 that were opened and not answered, 5 earlier answers of organisations
that answered again. Three numbers of employees are no numbers.
"""

import sys
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parent
EARLIER = FOLDER.parent / "2020"
# Chance and ranking are those of the first demonstration.
sys.path.insert(0, str(EARLIER))

from invention.answering import draw_answers  # noqa: E402
from invention.earlier import read_earlier  # noqa: E402
from invention.export import write_export  # noqa: E402
from invention.organisations import draw_organisations  # noqa: E402


def main() -> None:
    """Write the export beside this script."""
    codebook = yaml.safe_load((FOLDER / "codebook.yml").read_text(encoding="utf-8"))
    earlier = read_earlier(EARLIER)
    organisations = draw_organisations(earlier)
    answers = draw_answers(organisations, earlier)
    write_export(FOLDER / "answers.csv", codebook, organisations, answers)


if __name__ == "__main__":
    main()
