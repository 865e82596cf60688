"""Which columns are no questions."""

from drafting_samples import column

from pipeline.codebooks.codebook import Columns, Flag
from pipeline.drafting.roles import find_roles

BEFORE = Columns(
    respondent="id",
    completed=Flag("status", ("done",)),
    test=Flag("sent", ("test",)),
    started="begun",
    finished="ended",
    personal=("email",),
    unused=("p_*", "q_*"),
)


def test_columns_of_the_same_name_keep_their_role() -> None:
    names = ("id", "status", "sent", "begun", "ended", "email", "p_1", "q_1")
    roles = find_roles(BEFORE, [column(name, "1", "2") for name in names], 2)
    assert roles.columns == BEFORE
    assert roles.doubts == {}


def test_others_are_found_by_what_is_in_them_and_told() -> None:
    columns = [
        column("kontakt_mail", "a@example.org", "b@example.org"),
        column("organisationsnummer", "3210014", "3104641"),
        column("tilstand", "Gennemført", "Nogen svar"),
        column("udsendt", "e-mail", "test"),
        column("fra", "09-05-2022 07:39", "10-05-2022 08:00"),
        column("til", "09-05-2022 07:52", "10-05-2022 08:12"),
    ]
    roles = find_roles(BEFORE, columns, 2)
    assert roles.columns == Columns(
        respondent="organisationsnummer",
        completed=Flag("tilstand", ("Gennemført",)),
        test=Flag("udsendt", ("test",)),
        started="fra",
        finished="til",
        personal=("kontakt_mail",),
    )
    assert roles.doubts["respondent"] == (
        'respondent: column "organisationsnummer" looks like it; is it?'
    )
    assert set(roles.doubts) == {
        "respondent", "completed", "test", "started", "finished", "personal",
    }  # fmt: skip


def test_what_no_column_looks_like_is_told() -> None:
    roles = find_roles(Columns(respondent="id"), [column("q1", "Ja", "Ja", "Nej")], 3)
    assert roles.columns == Columns()
    assert "no column of the export looks like it" in roles.doubts["respondent"]


def test_respondents_who_answered_twice_have_one_number() -> None:
    numbers = column("Respondent ID", *"1234567", "7", "8")
    others = column("q1", *"1234567", "7", "8")
    before = Columns(respondent="id")
    assert find_roles(before, [others, numbers], 9).columns.respondent == "Respondent ID"
    assert find_roles(before, [others], 9).columns.respondent is None


def test_numbers_of_persons_are_personal_unless_they_tell_respondents_apart() -> None:
    columns = [column("Medlemsnummer", *"1234567"), column("Kundenummer", *"2345678")]
    roles = find_roles(Columns(respondent="id"), columns, 7)
    assert roles.columns == Columns("Medlemsnummer", personal=("Kundenummer",))
    assert find_roles(Columns(), columns, 7).columns.personal == ("Medlemsnummer", "Kundenummer")
