import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.repeated_lines import Repetition, counted, stripped

NOTICE = "Subscribe to our newsletter for more."
DOCUMENTS = [
    f"{NOTICE.upper() if place % 2 else NOTICE}\nThe story of number {place} is told here.\nMore" for place in range(5)
]


def test_a_line_that_many_documents_share_goes_and_is_returned() -> None:
    rules = Repetition(most=4)
    counts = counted(DOCUMENTS, rules)
    found = stripped(DOCUMENTS[0], counts, rules)
    assert found.text == "The story of number 0 is told here.\nMore"
    assert found.removed == ((NOTICE, 5),)
    assert stripped(DOCUMENTS[0], counts, Repetition(most=5)).text == DOCUMENTS[0]


def test_a_line_that_recurs_within_one_document_counts_once() -> None:
    rules = Repetition(most=1)
    document = "\n".join([NOTICE] * 9)
    assert stripped(document, counted([document], rules), rules).text == document


def test_paragraphs_go_whole() -> None:
    rules = Repetition("paragraphs", most=1)
    documents = [f"The beginning of text {place}.\n\nAll rights reserved,\nnow and always." for place in range(2)]
    found = stripped(documents[0], counted(documents, rules), rules)
    assert found.text == "The beginning of text 0."
    assert found.removed == (("All rights reserved,\nnow and always.", 2),)


def test_an_unknown_piece_is_refused() -> None:
    with pytest.raises(ValueError, match="pieces are one of lines, paragraphs, not 'words'"):
        Repetition("words")


lines = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=5).map("\n".join)


@settings(deadline=None)
@given(st.lists(lines), st.lists(lines), st.integers(0, 3))
def test_counts_of_shards_add_up_and_decide_as_counting_by_hand(one: list[str], other: list[str], most: int) -> None:
    rules = Repetition(most=most, shortest=1)
    counts = counted(one, rules) + counted(other, rules)
    everything = [document.split("\n") for document in one + other]
    for document in one + other:
        left = [
            line for line in document.split("\n") if not line or sum(line in of_one for of_one in everything) <= most
        ]
        assert stripped(document, counts, rules).text == "\n".join(left)
