import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.rules.form import Form
from filters.rules.passage import split_fences
from tests.filters.rules.cases import reason


@pytest.mark.parametrize(
    ("form", "response"),
    [
        ("json", '{"a": 1}'),
        ("json", 'Here it is:\n```json\n{"a": [1, 2]}\n```'),
        ("table", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("table", "a,b\n1,2\n3,4"),
        ("table", "姓名\t年龄\n王\t10"),
        ("list", "- a\n- b"),
        ("list", "苹果、梨子、香蕉"),
        ("list", "1. a\n2. b"),
        ("code", "```\nx = 1\n```"),
        ("code", "def f(x):\n    return x"),
        ("", "Anything."),
    ],
)
def test_a_response_in_the_stated_form_is_kept(form: str, response: str) -> None:
    assert reason("form", response, format=form) == ""


@pytest.mark.parametrize(
    ("form", "response"),
    [
        ("json", "The answer is a: 1."),
        ("json", '{"a": 1,}'),
        ("table", "There are two columns."),
        ("table", "有两列。"),
        ("list", "Only one thing"),
        ("code", "You add the two numbers."),
    ],
)
def test_a_response_in_another_form_is_rejected(form: str, response: str) -> None:
    assert reason("form", response, format=form) == f"no_{form}"
    assert reason("form", response, format=form, limits=Form(stated=False)) == ""


def test_a_form_that_there_is_not_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown format 'csvx'"):
        reason("form", "a", format="csvx")


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("python", "def f(x):\n    if x:\n        return [1, 2\n    return 3", "broken_python"),
        ("py", "for x in range(3)\n    print(x)\n    print(x)", "broken_python"),
        ("json", '{"a": 1,\n "b": 2,\n "c"}', "broken_json"),
        ("js", "function f() {\n  return [1, 2;\n}", "unbalanced_code"),
        ("c", "int main() {\n  if (x) {\n  return 0;\n}", "unbalanced_code"),
        ("python", "def f(x):\n    return x\n\nprint(f(1))", ""),
        ("python", "    x = 1\n    y = 2\n    return x + y", ""),
        ("python", "await f()\nawait g()\nyield 3", ""),
        ("python", ">>> f(1)\n2\n>>> f(", ""),
        ("python", "elif x > 2:\n    return 3\nelse:\n    return 4", ""),
        ("python", "if x:  # line 2", ""),
        ("json", '{"a": 1,\n ...\n}', ""),
        ("json", '{"a": 1}\n{"a": 2}\n{"a": 3}', ""),
        ("js", 'const s = "a(";\n// }\nf(`)`, /* { */ 1);', ""),
        ("bash", "case $1 in\n a) echo 1;;\nesac", ""),
        ("text", "((((\n[[[\n{{{", ""),
        ("", "for (\n(\n(", ""),
    ],
)
def test_code_that_cannot_be_read_is_rejected(language: str, source: str, expected: str) -> None:
    text = f"代码如下：\n```{language}\n{source}\n```\n完。"
    assert reason("form", text) == expected
    assert reason("form", text, limits=Form(code=False)) == ""


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_json_writes_is_json(value: object) -> None:
    assert reason("form", json.dumps(value), format="json") == ""


@given(st.text(alphabet="a`~ \n", max_size=80))
def test_a_text_falls_apart_into_prose_and_blocks(text: str) -> None:
    outside, blocks = split_fences(text)
    assert outside in text or blocks
    assert all(block.closed for block in blocks[:-1])
    assert sum(len(block.body) for block in blocks) + len(outside) <= len(text)


def test_a_fence_ends_at_one_as_long() -> None:
    outside, blocks = split_fences("a\n````md\n```\nx\n```\n````\nb")
    assert [(block.language, block.body, block.closed) for block in blocks] == [("md", "\n```\nx\n```\n", True)]
    assert outside == "a\n\nb"
