import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.sources.chunking import ChunkRules, Passage, chunk, passages
from pipeline.sources.values import Form, Span

GUIDE = """Before all headings.

# Guide

## Install

Take the *sources*.

```sh
# not a heading
make

make install
```

## Use

Usage
-----

Turn the wheel.

Closing
=======

The end.
"""

PIECES = (
    *("# A\n", "## B c\n", "```\n", "~~~py\n", "\n", "\n\n", "word ", "Long sentence ends here. ", "- item\n", "===\n"),
    *(
        "---\n",
        "水车转动。",
        "“它转！”",
        "    code\n",
        "\r\n",
        "x" * 90,
        "\t",
        "\u2028",
        "|a|b|\n",
        "é ",
        "1. one\n",
        "!?",
    ),
)
pieces_of_text = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


def words(text: str) -> int:
    return len(text.split())


@given(pieces_of_text, st.sampled_from(["plain", "markdown", "rst"]), st.integers(1, 60), st.integers(0, 60))
@settings(max_examples=300)
def test_passages_are_exact_in_order_and_hold_all_that_is_no_blank(
    text: str, form: Form, least: int, more: int
) -> None:
    rules = ChunkRules(least, least + more)
    found = passages(text, form, rules)
    position = 0
    for passage in found:
        assert position <= passage.start < passage.end <= len(text)
        assert not text[position : passage.start].strip()
        assert len(text[passage.start : passage.end]) <= rules.most
        position = passage.end
    assert not text[position:].strip()
    span = Span("document", text, "t", "a.md", 100, 100 + len(text), "en", "", form)
    assert all(text[one.start - 100 : one.end - 100] == one.text for one in chunk(span, rules))


@given(pieces_of_text, st.integers(1, 20))
def test_another_measure_of_length_is_kept_to(text: str, most: int) -> None:
    found = passages(text, "markdown", ChunkRules(0, most, words))
    assert all(words(text[passage.start : passage.end]) <= most for passage in found)
    assert "".join(text[passage.start : passage.end] for passage in found).split() or not text.split()


def test_headings_give_the_titles() -> None:
    found = passages(GUIDE, "markdown", ChunkRules(0, 1500))
    assert [(passage.path, GUIDE[passage.start : passage.end].split("\n")[0]) for passage in found] == [
        ((), "Before all headings."),
        (("Guide", "Install"), "# Guide"),
        (("Guide", "Usage"), "## Use"),
        (("Closing",), "Closing"),
    ]
    (span,) = chunk(Span("document", GUIDE, "guide", "guide.md", 0, len(GUIDE), "en", "", "plain"))
    assert span.title == "guide" and span.text == GUIDE.rstrip()


def test_headings_of_restructured_text() -> None:
    text = "====\nMill\n====\n\nRace\n----\n\nWater.\n\nWheel\n-----\n\nWood.\n\nSpoke\n~~~~~\n\nOak.\n"
    found = passages(text, "rst", ChunkRules(0, 100))
    assert [passage.path for passage in found] == [("Mill", "Race"), ("Mill", "Wheel"), ("Mill", "Wheel", "Spoke")]


def test_small_sections_are_joined_under_the_heading_they_share() -> None:
    text = "# Guide\n\n## A\n\none\n\n## B\n\ntwo\n\n# Other\n\n" + "A sentence of some length. " * 12
    found = passages(text, "markdown", ChunkRules(150, 340))
    assert [(passage.path, text[passage.start : passage.end][:7]) for passage in found] == [
        (("Guide",), "# Guide"),
        (("Other",), "# Other"),
    ]


def test_a_fence_is_kept_whole_when_it_fits_and_cut_at_lines_when_not() -> None:
    fence = "```\n" + "".join(f"line_{number} = {number}\n\n" for number in range(8)) + "```"
    text = f"{'Prose before it. ' * 6}\n\n{fence}\n\n{'Prose after it. ' * 6}"
    found = passages(text, "markdown", ChunkRules(0, len(fence)))
    assert fence in [text[passage.start : passage.end] for passage in found]
    found = passages(fence, "markdown", ChunkRules(0, 60))
    assert all(fence[passage.end - 1 : passage.end + 1].endswith(("\n", "`")) for passage in found)


def test_sentences_and_list_items_are_where_long_paragraphs_are_cut() -> None:
    text = "Water turns the wheel (slowly.) It drives 3.5 stones, e.g. two. 水车转动。“好！”他说。" * 20
    found = [text[one.start : one.end] for one in passages(text, "plain", ChunkRules(100, 300))]
    assert all(re.search(r"([.。”]|\.\))$", one) for one in found) and len(found) > 4
    items = "\n".join(f"- item {number} without a stop" for number in range(40))
    found = [items[one.start : one.end] for one in passages(items, "plain", ChunkRules(100, 200))]
    assert all(one.startswith("- item") for one in found)


def test_passages_are_of_about_even_length() -> None:
    text = "\n\n".join("A paragraph of about fifty characters, no more, ok." for _ in range(33))
    sizes = [passage.end - passage.start for passage in passages(text, "plain", ChunkRules(200, 1500))]
    assert len(sizes) == 2 and max(sizes) - min(sizes) < 110


def test_code_and_short_documents_come_whole() -> None:
    code = Span("code", "def f():\n\n    pass\n" * 200, "m:f", "m.py", 5, 9, "en", "", "python")
    assert list(chunk(code)) == [code]
    assert passages(" \n\n ") == [] and passages("a") == [Passage(0, 1)]


def test_rules_are_checked() -> None:
    with pytest.raises(ValueError, match="0 <= least <= most"):
        ChunkRules(300, 200)
