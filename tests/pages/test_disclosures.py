"""What a site must not show is found in any of its files, and is not repeated in the message."""

import pytest

from pipeline.pages.disclosures import Confidential, addresses_in, disclosures, looked_for

ANSWER = "Vores nabo & hans hund kom forbi hver eneste dag i hele foråret."
SECRET = Confidential(
    {"0123456789abcdef": "tiny 2024"},
    {looked_for(ANSWER): "tiny 2024, example, row 7"},
    frozenset({"contact@example.org", "the_club@example.org"}),
)


def found(text: str, address: str = "a/page.html") -> list[str]:
    return disclosures(
        {address: text, "b.html": "Skriv til contact@example.org, the_club&#64;example.org"}, SECRET
    )


def test_a_site_that_shows_nothing_of_anybody_passes() -> None:
    assert found("<p>83 pct. af 6 svar</p>") == []
    assert disclosures({}, SECRET) == []
    assert disclosures({"a.html": "0123456789abcdef"}, Confidential()) == []


def test_a_pseudonym_is_found() -> None:
    assert found('<p id="r-0123456789ABCDEF">') == [
        "a/page.html shows the pseudonym of a respondent of tiny 2024"
    ]


QUOTING = 'Vi sagde "kom ind" til *alle*, og det var \\ godt for hele byen.'


@pytest.mark.parametrize(
    "text",
    [
        'x,"Vi sagde ""kom ind"" til *alle*, og det var \\ godt for hele byen."',
        '{"text": "Vi sagde \\"kom ind\\" til *alle*, og det var \\\\ godt for hele byen."}',
        r"Vi sagde “kom ind” til \*alle\*, og det var \\ godt for hele byen.",
    ],
)
def test_an_answer_with_quotation_marks_is_found_as_each_file_writes_it(text: str) -> None:
    secret = Confidential(answers={looked_for(QUOTING): "tiny 2024, example, row 7"})
    assert len(disclosures({"a.csv": text}, secret)) == 1


@pytest.mark.parametrize(
    "text",
    [
        ANSWER,
        f"<q>{ANSWER.replace('&', '&amp;').replace(' ', chr(160))}</q>",
        f"nej, {ANSWER.upper()}",
        ANSWER.replace(" ", "\n"),
        f"{ANSWER[:45]} …",
    ],
)
def test_an_open_answer_is_found_however_it_is_set(text: str) -> None:
    (message,) = found(text)
    assert message == (
        "a/page.html shows an open answer that nobody released (tiny 2024, example, row 7)"
    )
    assert "nabo" not in message


def test_what_many_say_is_no_answer_of_anybody() -> None:
    assert looked_for("Det ved jeg ikke") == ""


def test_an_address_that_nobody_wrote_into_a_page_is_found() -> None:
    assert found("<a href='mailto:Someone@Club.example.dk'>") == [
        "a/page.html shows an e-mail address that stands in no page and no settings"
    ]
    assert addresses_in(["Til A.B@x-y.dk, c@d.e.no. Ikke @claim eller a@b"]) == {
        "a.b@x-y.dk",
        "c@d.e.no",
    }


def test_a_suppressed_row_with_a_number_is_found() -> None:
    text = "key,estimate,margin,suppressed\na,0.4,,false\nb,,,true\nc,,0.1,true\n"
    assert found(text, "x.csv") == ["x.csv, row 4 shows a number that is suppressed"]
    assert found(text, "x.js") == []
