"""What a person must look at, with file and line."""

from pathlib import Path

from pipeline.documents import Document
from pipeline.drafting.findings import Finding, located

TEXT = "a:\n  b: 1\n# of c: gone\n# c: 2\n"


def test_findings_come_in_the_order_of_files_and_lines() -> None:
    documents = {
        "codebook.yml": Document(Path("x/codebook.yml"), {}, {("a",): 1, ("a", "b"): 2}),
        "wave.yml": Document(Path("x/wave.yml"), {}, {("w",): 4}),
    }
    findings = [
        Finding("wave.yml", ("w",), "last"),
        Finding("codebook.yml", ("c",), "third", "of c"),
        Finding("codebook.yml", ("a", "b", "unknown"), "second"),
        Finding("codebook.yml", (), "first"),
    ]
    assert [*located(findings, documents, dict.fromkeys(documents, TEXT))] == [
        "x/codebook.yml, line 1: first",
        "x/codebook.yml, line 2: second",
        "x/codebook.yml, line 3: third",
        "x/wave.yml, line 4: last",
    ]
