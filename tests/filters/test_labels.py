import json
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.labels import DESCRIPTION, LabelError, Labeller, load, train
from prompts import tree

REQUESTS = {
    "Creation/Thematic creation/Poems": ["Write a poem about {}", "Compose a sonnet on {}", "写一首关于{}的诗"],
    "Language Generation/Translation": ["Translate {} into French", "How do you say {} in German?", "把{}翻译成英文"],
    "Code/Text2Code": ["Write a Python function for {}", "Implement {} in Java", "用 Python 实现{}"],
}
THINGS = ("the sea", "winter", "a horse", "bread", "月亮", "sorting", "my mother", "gold")


@pytest.fixture(scope="module")
def labeller() -> Labeller:
    pairs = [(form.format(thing), node) for node, forms in REQUESTS.items() for form in forms for thing in THINGS]
    return train(*zip(*pairs, strict=True), floor=0.5)


def test_a_request_of_the_same_kind_is_filed_under_its_node(labeller: Labeller) -> None:
    found = labeller.label(["Compose a poem about lamps", "Translate lamps into German", "Implement lamps in Python"])
    assert [node for node, _ in found] == list(REQUESTS)
    assert all(0.5 <= chance <= 1.0 for _, chance in found)


def test_below_the_floor_there_is_no_node_but_a_probability(labeller: Labeller) -> None:
    ((node, chance),) = labeller.label(["zzzz"])
    assert node == "" and 0 < chance < 0.5


def test_what_is_saved_and_loaded_labels_alike(labeller: Labeller, tmp_path: Path) -> None:
    labeller.save(tmp_path)
    texts = ["Write about gold", "gold", "", "月亮"]
    assert load(tmp_path).label(texts) == labeller.label(texts)


def test_a_labeller_of_another_tree_is_refused(labeller: Labeller, tmp_path: Path) -> None:
    labeller.save(tmp_path)
    described = json.loads((tmp_path / DESCRIPTION).read_text())
    (tmp_path / DESCRIPTION).write_text(json.dumps(described | {"tree": "0" * 16}))
    with pytest.raises(LabelError, match="another tree"):
        load(tmp_path)
    (tmp_path / DESCRIPTION).write_text("{")
    with pytest.raises(LabelError, match="cannot be read"):
        load(tmp_path)
    with pytest.raises(LabelError, match="no labeller is there"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("texts", "paths", "words"),
    [
        (["a"], [], "each text needs one"),
        (["a", "b"], ["Code", "Cooking"], "no node of the tree"),
        (["a", "b"], ["Code", "Code"], "at least 2"),
        ([], [], "at least 2"),
    ],
)
def test_examples_that_cannot_be_used_are_a_sentence(texts: list[str], paths: list[str], words: str) -> None:
    with pytest.raises(LabelError, match=words):
        train(texts, paths)


def test_two_nodes_and_few_examples_are_enough() -> None:
    found = train(["write a poem", "sort this list"], ["Creation", "Code"]).label(["a poem", "this list"])
    assert found[0][1] > 0.5 and [node for node, _ in found] == ["Creation", "Code"]


@settings(max_examples=30)
@given(texts=st.lists(st.text(), max_size=5))
def test_any_text_gets_a_node_of_its_own_or_none(labeller: Labeller, texts: list[str]) -> None:
    found = labeller.label(texts)
    assert len(found) == len(texts)
    assert all(node in ("", *REQUESTS) and 0 < chance <= 1 + 1e-9 for node, chance in found)


DINGO = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data")) / "dingo"


@pytest.mark.skipif(not DINGO.exists(), reason="needs GRISTMILL_TEST_DATA with dingo")
def test_on_what_people_asked_it_is_far_better_than_the_majority() -> None:
    """One fold over the leaves of one branch, so that it takes a second."""
    texts, nodes = [], []
    for path in sorted((DINGO / "Code").rglob("data.json")):
        for sample in json.loads(path.read_text(encoding="utf-8")):
            texts.append(sample["conversations"][0]["value"])
            nodes.append(tree.SEPARATOR.join(path.parent.relative_to(DINGO).parts))
    learnt = np.arange(len(texts)) % 5 != 0
    labeller = train(*(list(np.asarray(part, dtype=object)[learnt]) for part in (texts, nodes)), floor=0.0)
    found = labeller.label(list(np.asarray(texts, dtype=object)[~learnt]))
    right = [node == wanted for (node, _), wanted in zip(found, np.asarray(nodes)[~learnt], strict=True)]
    assert np.mean(right) > 0.7
