import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

COMMANDS = [
    "mkdir docs",
    'echo "two plums" > plum.txt',
    'echo "one fig" >> plum.txt',
    "cp plum.txt docs",
    "rm plum.txt",
    "cd docs",
    "mv plum.txt fig.md",
    "pwd",
    "cat fig.md",
]
ARGS = {"user": "ada", "home": "/home/ada", "commands": COMMANDS, "ask": "all"}
LAST = {**ARGS, "ask": "last"}
ALL = "/home/ada/docs\ntwo plums\none fig"


def test_contract() -> None:
    holds("terminal")


def test_worked_by_hand() -> None:
    assert family("terminal").solve(ARGS, "en").answer == ALL
    assert family("terminal").solve(LAST, "zh").text == "```\ntwo plums\none fig\n```"
    lost = {**LAST, "commands": [*COMMANDS, "cat plum.txt"]}
    assert family("terminal").solve(lost, "en").answer == "cat: plum.txt: No such file or directory"
    removed = {**LAST, "commands": [*COMMANDS, "cd ..", "rm -r docs", "touch a.csv", "ls -1"]}
    assert family("terminal").solve(removed, "en").answer == "a.csv"


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (f"```\n{ALL}\n```", ""),
        (f"```text\n{ALL}  \n```\n", ""),
        (ALL, ""),
        ("```\ntwo plums\none fig\n```", "wrong_length"),
        ("```\n/home/ada/docs\none fig\ntwo plums\n```", "wrong_output"),
        (f"```\n$ pwd\n{ALL}\n```", "commands_shown"),
        ("```\n\n```", "no_output"),
    ],
)
def test_responses(response: str, reason: str) -> None:
    assert check("terminal", ARGS, response).reason == reason


@given(st.text(alphabet=st.one_of(st.sampled_from("`\n$ a"), st.characters())))
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("terminal", ARGS, text).passed
