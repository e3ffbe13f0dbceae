import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prompts.complaints import COMPLAINTS
from prompts.parsing import Unparsed, parse
from prompts.template_file import read
from prompts.templates import Template, template, templates

PASSAGE = template("generate/from_passage.en")
ITEM = template("generate/exam_item.en")
CODE = template("respond/code_with_tests.en")
MATHS = template("respond/mathematics.en")
TALK = template("generate/dialogue.en")
CALL = template("generate/tool_call.en")
TIERS = template("critique/four_tiers.en")


def complaint(one: Template, text: str, given: str = "") -> str:
    with pytest.raises(Unparsed) as raised:
        parse(one, text, given)
    return raised.value.complaint


def tiers(**changes: Any) -> dict[str, Any]:
    names = ("accuracy", "relevance", "completeness", "usefulness", "clarity")
    return {**{name: {"rationale": "Right.", "tier": 3} for name in names}, "overall": 3, **changes}


def test_a_section_is_read_with_text_around_it() -> None:
    assert parse(PASSAGE, "Sure!\n<instruction>\n Ask. \n</instruction>\nDone.") == {"instruction": "Ask."}


def test_only_a_last_section_may_lack_its_end() -> None:
    assert parse(PASSAGE, "<instruction>Ask.") == {"instruction": "Ask."}
    assert "<code> is not closed with </code> before <tests>" in complaint(CODE, "<code>x = 1\n<tests>assert x</tests>")
    assert "<code> is not closed with </code> before </tests>" in complaint(CODE, "<code>x = 1</tests>")
    assert "a </code> without a <code>" in complaint(CODE, "x = 1</code><tests>assert x</tests>")


def test_what_is_missing_twice_or_empty_is_named() -> None:
    assert complaint(PASSAGE, "Ask.") == "The section <instruction>…</instruction> is missing."
    assert complaint(PASSAGE, " ") == "The answer is empty."
    assert "appears more than once" in complaint(PASSAGE, "<instruction>a</instruction><instruction>b</instruction>")
    assert "is empty" in complaint(PASSAGE, "<instruction> </instruction>")
    assert "<code>…</code> is empty" in complaint(CODE, "<code>```python\n```</code><tests>x</tests>")
    assert complaint(template("generate/from_passage.zh"), "问") == "缺少 <instruction>…</instruction> 这一段。"


def test_sections_come_in_the_order_of_the_template() -> None:
    found = parse(CODE, "<tests>assert x</tests><code>```python\nx = 1\n```</code>")
    assert list(found.items()) == [("code", "x = 1"), ("tests", "assert x")]


def test_indented_code_and_inner_fences_stay() -> None:
    code = "def f():\n    return '''```'''"
    assert parse(CODE, f"<code>\n{code}\n</code><tests>assert f()</tests>")["code"] == code


def test_a_section_of_few_words_takes_only_those() -> None:
    parts = dict.fromkeys(ITEM.output.tags, "x")
    text = "".join(f"<{tag}>{word}</{tag}>" for tag, word in {**parts, "key": "B"}.items())
    assert parse(ITEM, text)["key"] == "B"
    assert "<key> must be exactly one of: A, B, C, D" in complaint(ITEM, text.replace(">B<", ">E<"))


def test_thought_before_an_answer_is_passed_over() -> None:
    text = "<think>I could write <instruction>this</instruction></think>\n<instruction>Ask.</instruction>"
    assert parse(PASSAGE, text) == parse(PASSAGE, text.removeprefix("<think>")) == {"instruction": "Ask."}
    assert "ended inside <think>" in complaint(PASSAGE, "<think>I could")
    assert complaint(PASSAGE, "<think>I could</think>") == "The answer is empty."


def test_a_dialogue_takes_turns() -> None:
    found = parse(TALK, "<user>a</user>\n<assistant>b</assistant>\n<user>c</user>")
    assert found == {
        "turns": [
            {"role": role, "content": text} for role, text in zip(("user", "assistant", "user"), "abc", strict=True)
        ]
    }
    assert "Turn 2 of the dialogue must be <assistant>" in complaint(TALK, "<user>a</user><user>b</user>")
    assert "at least 3 turns" in complaint(TALK, "<user>a</user>")
    ended = "<user>a</user><assistant>b</assistant><user>c</user><assistant>d</assistant>"
    assert "must end with a turn of <user>" in complaint(TALK, ended)


@pytest.mark.parametrize(
    "around", ["{}", "```json\n{}\n```", "Here it is:\n```\n{}\n```\nI hope it helps.", "<think>{{1}}</think>{}"]
)
def test_json_is_found_in_fences_and_prose(around: str) -> None:
    assert parse(TIERS, around.format(json.dumps(tiers()))) == tiers()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"accuracy": {"rationale": "x", "tier": 5}}, "accuracy.tier must be at most 4."),
        ({"accuracy": {"rationale": "x", "tier": 0}}, "accuracy.tier must be at least 1."),
        ({"accuracy": {"rationale": "x", "tier": "3"}}, "accuracy.tier must be of type integer."),
        ({"overall": True}, "overall must be of type integer."),
        ({"clarity": {"rationale": "", "tier": 3}}, "clarity.rationale must have at least 1 characters."),
        ({"clarity": {"tier": 3}}, "clarity lacks the key rationale."),
        ({"beauty": 3}, "the object has the key beauty, which does not belong there."),
        ({"clarity": []}, "clarity must be of type object."),
    ],
)
def test_a_value_outside_its_schema_is_named_with_its_path(changes: dict[str, Any], expected: str) -> None:
    assert complaint(TIERS, json.dumps(tiers(**changes))) == f"In the JSON, {expected}"


def test_items_of_a_list_are_named_by_their_number() -> None:
    calls = [{"name": "open", "arguments": {"gate": 1}}, {"name": "shut"}]
    text = json.dumps({"instruction": "Open it.", "calls": calls})
    assert complaint(CALL, text) == "In the JSON, calls[1] lacks the key arguments."
    assert "calls must have at least 1 items" in complaint(CALL, '{"instruction": "x", "calls": []}')
    many = json.dumps({"instruction": "x", "calls": calls[:1] * 5})
    assert "calls must have at most 4 items" in complaint(CALL, many)
    compare = template("critique/compare.en")
    assert "better must be one of: A, B, tie" in complaint(compare, '{"rationale": "x", "better": "C"}')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no braces", "The answer has no JSON object."),
        ('{"a": 1,}', "The answer is not valid JSON at line 1, column 9."),
        ('{"a": 1}{"b": 2}', "There is more than one JSON object; give exactly one, and no braces after it."),
        ('{"a": NaN}', "The JSON has a number that is too large, or no number at all such as NaN."),
        ('{"a": 1e999}', "The JSON has a number that is too large, or no number at all such as NaN."),
        ('{"a": ' + "9" * 10_000 + "}", "The JSON has a number that is too large, or no number at all such as NaN."),
        ('{"a": 1, "a": 2}', "The JSON has the key a twice in one object."),
        ('{"a": ' * 100 + "1" + "}" * 100, "The JSON is nested more than 64 levels deep."),
        ('{"a": ' * 100_000, "The JSON is nested more than 64 levels deep."),
        ('{"a": "\\ud800"}', "The answer has a character that is not valid Unicode."),
        ("\ud800", "The answer has a character that is not valid Unicode."),
    ],
    ids=lambda text: text[:12].encode("ascii", "replace").decode(),
)
def test_what_is_no_json_is_told(text: str, expected: str) -> None:
    assert complaint(TIERS, text) == expected


def test_the_last_box_is_the_answer() -> None:
    text = r"So \boxed{1}. Better: \boxed{\frac{1}{2}\}}, done."
    assert parse(MATHS, text) == {"text": text, "answer": r"\frac{1}{2}\}"}
    for wrong in ("It is 3.", r"It is \boxed{3", r"It is \boxed{ }."):
        assert "must stand in \\boxed{…}" in complaint(MATHS, wrong)


def test_words_of_the_guard_do_not_pass_unless_they_were_given() -> None:
    leaking = "<instruction>Sum up THE GIVEN PASSAGE.</instruction>"
    assert complaint(PASSAGE, leaking) == "The answer must not contain the words “the given passage”."
    assert parse(PASSAGE, leaking, given="On the given passage in exams.")["instruction"]
    assert "“<response>”" in complaint(TIERS, json.dumps(tiers(clarity={"rationale": "<response> rambles", "tier": 2})))
    assert "“<passage>”" in complaint(TALK, "<user>a</user><assistant>b</assistant><user><passage></user>")


def test_complaints_are_one_sentence_in_both_languages() -> None:
    for texts in COMPLAINTS.values():
        assert set(texts) == {"en", "zh"}
        assert texts["en"].endswith(".") and texts["zh"].endswith("。") and "\n" not in texts["en"] + texts["zh"]
        assert set(re.findall(r"{\w+}", texts["en"])) == set(re.findall(r"{\w+}", texts["zh"]))


def test_a_complaint_stays_short_whatever_the_model_wrote() -> None:
    long = json.dumps({**tiers(), "x\n" * 5000: 1})
    assert len(complaint(TIERS, long)) < 200 and "\n" not in complaint(TIERS, long)
    assert complaint(TIERS, '{"\\ud800": 1, "\\ud800": 2}').encode("utf-8")


def test_an_example_of_each_form_is_read_and_a_schema_keeps_its_limits(tmp_path: Path) -> None:
    """The keywords that no template of ours uses yet."""
    path = tmp_path / "own.en.j2"
    path.write_text(
        "---\nid: generate/own.en\nverb: generate\npurpose: p\nsource: s\nslots: {x: y}\noutput:\n  schema:\n"
        "    type: object\n    properties:\n      word: {type: string, maxLength: 2}\n      part: {type: number}\n"
        "      flag: {type: boolean}\n      none: {type: 'null'}\n      one: {type: integer, enum: [1, 2]}\n"
        "---\n{{ x }} {{ schema }}\n",
        encoding="utf-8",
    )
    one = read(path, "generate/own.en")
    assert parse(one, '{"word": "ab", "part": 0.5, "flag": false, "none": null, "one": 2, "more": []}')
    for text, expected in [
        ('{"word": "abc"}', "word must have at most 2 characters"),
        ('{"part": true}', "part must be of type number"),
        ('{"flag": 0}', "flag must be of type boolean"),
        ('{"none": ""}', "none must be of type null"),
        ('{"one": 3}', "one must be one of: 1, 2"),
    ]:
        with pytest.raises(Unparsed, match=expected):
            parse(one, text)


PIECES = st.sampled_from(
    [
        "<think>",
        "</think>",
        "```",
        "```json\n",
        "{",
        "}",
        "[",
        '"',
        ":",
        ",",
        "\\boxed{",
        "\\",
        "1e999",
        "NaN",
        "\ud800",
    ]
    + ['{"overall": 3', '"accuracy": {"rationale": "x", "tier": 3}', "<", ">", "the given passage", "\n", " ", "null"]
    + [f"<{slash}{tag}>" for tag in ("instruction", "code", "tests", "user", "assistant", "key") for slash in ("", "/")]
)
ANSWERS = st.one_of(
    st.text(), st.text(st.characters()), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40).map("".join)
)


@settings(max_examples=300)
@given(text=ANSWERS, identity=st.sampled_from(templates()))
@example(text="[" * 100_000, identity="critique/compare.en")
@example(text='{"a":' + "[" * 100_000, identity="critique/compare.zh")
def test_any_text_is_parsed_or_complained_about(text: str, identity: str) -> None:
    one = template(identity)
    try:
        found = parse(one, text)
    except Unparsed as unparsed:
        assert unparsed.complaint and "\n" not in unparsed.complaint
        unparsed.complaint.encode("utf-8")
    else:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
        assert one.output.kind != "tags" or tuple(found) == one.output.tags


@given(st.lists(st.text(st.characters(exclude_characters="<", exclude_categories=["Cs"]), min_size=1), min_size=2))
def test_what_stands_in_a_section_comes_back(parts: list[str]) -> None:
    text = "< >".join(parts)
    if text.strip():
        assert parse(PASSAGE, f"x <instruction>{text}</instruction> y", given=text) == {"instruction": text.strip()}
