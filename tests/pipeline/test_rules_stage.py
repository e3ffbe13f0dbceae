"""The stage of the rules: what it takes out of a row, and what it then rejects."""

import json
from pathlib import Path
from typing import Any

import pytest

from filters.rules import Limits
from filters.rules.assistant import Assistant
from filters.rules.personal_data import PersonalData
from pipeline.errors import UserError
from pipeline.keyed import canonical
from pipeline.recipe import check, load
from pipeline.schema import Row
from pipeline.stages.base import Outcome
from pipeline.stages.rules import Rules

RECIPE = {"name": "a", "seeds": {"sources": [{"kind": "procedures", "count": 1}]}}


def row(prompt: str, response: str, **more: Any) -> Row:
    """A scored row with one candidate."""
    answer = more.pop("answer", response.strip())
    checker, args, level = more.pop("checker", ""), more.pop("args", {}), more.pop("level", "judged")
    candidate = {"content": response, "answer": answer, "passed": True, "reason": "", "detail": "", "fault": ""}
    evidence = {
        "level": level,
        "checker": checker,
        "arguments": canonical(args),
        "passed": True,
        "detail": "",
        "seal": "s",
    }
    return {
        "id": "1",
        "language": "en",
        "earlier": [],
        "prompt": prompt,
        "candidates": [candidate],
        "chosen": 0,
        "checker": checker,
        "args": args,
        "verification": evidence,
        "critique": None,
        "quote": "",
        "source": {"uri": "a.md"},
        **more,
    }


def run(*rows: Row, limits: Limits | None = None) -> Outcome:
    return Rules(limits or Limits()).process(list(rows), 0)


def test_personal_data_goes_from_every_text_of_a_row() -> None:
    one = row(
        "Who is anna@berg.de?",
        "Anna, who also writes as bert@berg.de, is anna@berg.de.",
        earlier=[{"role": "user", "content": "Hello, bert@berg.de here."}, {"role": "assistant", "content": "Hello!"}],
        quote="anna@berg.de",
    )
    outcome = run(one)
    assert outcome.noted == {"redacted/email": 4}
    (out,) = outcome.out
    assert "berg" not in canonical(out)
    assert out["prompt"] == "Who is «EMAIL 2»?"
    assert out["quote"] == "«EMAIL 2»"
    assert out["candidates"][0]["content"] == "Anna, who also writes as «EMAIL», is «EMAIL 2»."
    assert "seal" not in out["verification"]


def test_a_row_without_personal_data_is_the_same_row() -> None:
    one = row("Who wrote to user@example.com on 2024-01-15?", "Nobody did.")
    assert run(one).out == [one]


def test_a_record_whose_proved_answer_would_change_is_rejected() -> None:
    one = row("Which address stands in the text?", "Answer: anna@berg.de", answer="anna@berg.de", level="proved")
    (rejected,) = run(one).rejected
    assert rejected["reason"] == "personal_data_in_answer"
    assert "berg" not in rejected["row"]
    assert run(one, limits=Limits(personal_data=PersonalData(email="keep"))).out == [one]


SENTENCE = "A big mail came from anna@berg.de today."
ARGS = {"sentence": SENTENCE, "replace": [["big", "small"]], "case": "kept", "drop": ""}


@pytest.mark.parametrize(
    ("response", "args", "reason"),
    [
        ("A small mail came from anna@berg.de today.", ARGS, ""),
        ("A small mail came from «EMAIL 3» today.", ARGS, "broken_by_redaction"),
        ("A small mail came from anna@berg.de today.", {"sentence": SENTENCE}, "broken_by_redaction"),
    ],
)
def test_a_checked_record_is_checked_again_with_what_is_left(response: str, args: Any, reason: str) -> None:
    """Text and arguments are redacted alike, so that a right answer stays right."""
    outcome = run(
        row(f"Put small for big: {SENTENCE}", response, checker="word_replacement", args=args, level="constraint")
    )
    assert [one["reason"] for one in outcome.rejected] == [reason] * bool(reason)
    for one in outcome.out:
        assert json.loads(one["verification"]["arguments"])["sentence"] == "A big mail came from «EMAIL» today."


def test_courtesies_are_stripped_from_answers_that_no_checker_has_seen() -> None:
    free = row("Name the capital.", "Sure! Paris.")
    (out,) = run(free).out
    assert (out["candidates"][0]["content"], out["candidates"][0]["answer"]) == ("Paris.", "Paris.")
    checked = row("Begin with Sure!", "Sure! Paris.", checker="title")
    assert run(checked).out == [checked]
    rejected = run(free, limits=Limits(assistant=Assistant(courtesy="reject"))).rejected
    assert [one["reason"] for one in rejected] == ["assistant_courtesy"]


def test_a_document_is_judged_by_the_rules_for_documents() -> None:
    page = row("", "Too few words to be a page.", language="")
    assert [one["reason"] for one in run(page).rejected] == ["gopher_words"]
    assert run(page, limits=Limits(off=("gopher", "c4"))).out == [page]


def test_every_row_ends_in_one_place() -> None:
    rows = [row("Why?", "Because."), row("Why?", ""), row("Why?", "I cannot help with that.")]
    outcome = run(*rows)
    assert len(outcome.out) + len(outcome.rejected) == len(rows)
    assert [one["reason"] for one in outcome.rejected] == ["response_too_short", "refusal"]


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"lenght": {}}, "unknown key 'rules.lenght'; allowed here: length, garbling"),
        ({"length": {"max": 3}}, "unknown key 'rules.length.max'; allowed here: max_characters"),
        ({"repetition": {"max_lines": 2.0}}, "max_lines is a share"),
        ({"off": ["nothing"]}, "rules.off: there is no rule 'nothing'"),
        ({"words": {"file": "/nowhere/words.txt"}}, "/nowhere/words.txt cannot be read"),
        (
            {"personal_data": {"email": "hide"}},
            "rules.personal_data.email: input should be 'redact', 'reject' or 'keep'",
        ),
    ],
)
def test_a_mistake_in_a_recipe_is_one_sentence(rules: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UserError) as error:
        check(RECIPE | {"rules": rules})
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_a_recipe_names_limits_by_family(tmp_path: Path) -> None:
    path = tmp_path / "recipe.yaml"
    path.write_text(json.dumps(RECIPE | {"rules": {"personal_data": {"ip": "keep"}, "off": ["gopher"]}}))
    recipe = load(path, ["rules.length.max_characters=100"])
    assert recipe.rules.length.max_characters == 100
    assert recipe.rules.personal_data == PersonalData(ip="keep")
    assert recipe.rules.off == ("gopher",)
    assert check(recipe.resolved()) == recipe
    path.write_text(recipe.to_yaml())
    assert load(path) == recipe
