import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

SOURCE = "def f(self, b: int | None = 1,\n      *a, c='x | y'):\n    ..."
ARGS = {
    "source": SOURCE,
    "columns": ["Parameter", "Default", "Annotation"],
    "skip_self": True,
    "order": "signature",
    "said": 0,
}
TABLE = """\
| Parameter | Default | Annotation |
| --- | --- | --- |
| b | 1 | int \\| None |
| a | - | - |
| c | 'x \\| y' | - |"""


def test_contract() -> None:
    holds("parameter_table")


def test_the_table_as_written() -> None:
    assert family("parameter_table").solve(ARGS, "en").text == f"Parameters of f:\n\n{TABLE}"
    loose = "Here it is:\n\n" + TABLE.replace("| b |", "|  `b`|").replace("---", ":-:") + "\n\nDone."
    assert check("parameter_table", ARGS, loose).passed
    by_name = {**ARGS, "order": "name", "skip_self": False, "columns": ["Parameter", "Kind", "Position"]}
    assert family("parameter_table").solve(by_name, "en").text.splitlines()[4:] == [
        "| a | var-positional | 3 |",
        "| b | positional | 2 |",
        "| c | keyword-only | 4 |",
        "| self | positional | 1 |",
    ]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (TABLE.replace("| b | 1", "| b | 2"), "wrong_row"),
        (TABLE.replace("| Default", "| Value"), "wrong_columns"),
        (TABLE.replace("| --- | --- | --- |\n", ""), "no_table"),
        (TABLE + "\n| d | - | - |", "wrong_rows"),
        (TABLE.replace("\\|", "|"), "wrong_row"),
        ("no table", "no_table"),
    ],
)
def test_wrong_tables(wrong: str, reason: str) -> None:
    assert check("parameter_table", ARGS, wrong).reason == reason


@pytest.mark.parametrize("text", ["x = 1", "def f(a, b=(1)): pass", "def f(): pass", "@g\ndef f(a, b): pass"])
def test_what_does_not_suit(text: str) -> None:
    assert family("parameter_table").propose(generator("x"), SeedText("code", text), "en") is None


def test_comments_between_head_and_body_are_left_out() -> None:
    seed = SeedText("code", "def f(a,\n      b):  # note\n    # more\n    return a")
    args = family("parameter_table").propose(generator("x"), seed, "en")
    assert args and args["source"] == "def f(a,\n      b):  # note\n    ..."


@given(st.text(alphabet=st.one_of(st.sampled_from("|-\\\n` ab"), st.characters())))
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("parameter_table", ARGS, text).passed
