"""Names and labels of questions that nobody has described."""

from drafting_samples import column

from pipeline.drafting.survey_names import (
    label_of,
    language_of,
    question_name,
    question_text,
    short_label,
)


def test_codes_of_the_tool_are_names() -> None:
    assert question_name([column("Q1", "1")], "Hvor mange?", set()) == "q1"
    both = [column("v_1_1", "1"), column("v_1_10", "1")]
    assert question_name(both, "Hvilke?", set()) == "v_1"
    header = "rse3[SQ001]. Who uses the code?"
    assert question_name([column(header, "1")], "Who uses the code?", set()) == "rse3"
    assert question_name([column("p_01", "1"), column("p_09", "1")], "Hvilke?", {"p"}) == "p_2"


def test_words_that_tell_something_are_names() -> None:
    wording = "How often do you travel by plane?"
    assert question_name([column(wording, "1")], wording, set()) == "often_travel_by_plane"


def test_no_question_is_called_response() -> None:
    assert question_name([column("response", "1")], "", set()) == "response_2"


def test_the_language_is_that_of_the_small_words() -> None:
    assert language_of(["Hvor enig er du i følgende utsagn om deg og fagene?"]) == "nb"
    assert language_of(["Hvor enige er I i det? Hvad gør jeres kommune?"]) == "da"
    assert (
        language_of(["Hvad er dit køn?", "Hvor gammel er du?", "Jeg er glad for mit job"]) == "da"
    )
    assert language_of(["Hva er kjønnet ditt?", "Hvor gammel er du?", "Jeg trives"]) == "nb"
    assert language_of(["Wie zufrieden sind Sie mit der Arbeit?"]) == "de"
    assert language_of(["Hur nöjd är du med det och vad vill du?"]) == "sv"
    assert language_of(["How often do you travel?"]) == "en"
    assert language_of([]) == "en"


def test_a_long_wording_is_cut_at_a_word_and_without_tags() -> None:
    assert (
        short_label("How did you learn R? If you used more, select one.") == "How did you learn R?"
    )
    assert short_label("word " * 40).endswith(" word …")
    assert question_text(column("q", question="Bet:<br>A or <b>B</b>?")) == "Bet: A or B ?"
    assert question_text(column("q", question="  - Hvor ble du født?")) == "Hvor ble du født?"


def test_a_label_tells_the_statement_under_its_question() -> None:
    assert label_of("Hvor mange timer bruger du? - Møder") == "Hvor mange timer bruger du? - Møder"
    long = "Hvor mange timer bruger du i gennemsnit i en typisk uge på hver af følgende opgaver?"
    assert label_of(f"{long} - Møder") == "Møder"
    assert label_of("Hvor gammel er du?") == "Hvor gammel er du?"
