from pathlib import Path

import yaml
from reconstruction.export import data_line, write_export
from reconstruction.records import draw_rows
from reconstruction.respondents import draw_respondents

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Write the export beside this script."""
    codebook = yaml.safe_load((FOLDER / "codebook.yml").read_text(encoding="utf-8"))
    rows = draw_rows(draw_respondents(), codebook)
    write_export(FOLDER, codebook, [data_line(row) for row in rows])


if __name__ == "__main__":
    main()
