import random
from pathlib import Path

import numpy as np
import pytest

from filters.minhash import Sketch
from filters.signature_index import SignatureIndex

SKETCH = Sketch(64, 3)


def texts(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(f"w{rng.randrange(5000)}" for _ in range(60)) for _ in range(count)]


def test_records_of_other_data_sets_are_found_after_opening_again(tmp_path: Path) -> None:
    first, second = texts(1, 40), texts(2, 30)
    index = SignatureIndex.create(tmp_path, SKETCH, 0.7)
    index = index.add("first", [f"a{place}" for place in range(40)], SKETCH.sign(first))
    index.add("second", [f"b{place}" for place in range(30)], SKETCH.sign(second))
    again = SignatureIndex.open(tmp_path)
    new = [*texts(3, 100), first[7] + " more", second[3], first[9]]  # more than the index holds
    found = again.most_similar(SKETCH.sign(new))
    assert found[:100] == [None] * 100
    assert [one and (one.data_set, one.id) for one in found[100:]] == [
        ("first", "a7"),
        ("second", "b3"),
        ("first", "a9"),
    ]
    assert found[101] and found[101].similarity == 1
    verdict = again.verdicts(SKETCH.sign([second[3]]))[0]
    assert (verdict.reason, verdict.detail) == ("known_elsewhere", "1.000 to second b3")


def test_equal_records_are_stored_once_under_the_first_id(tmp_path: Path) -> None:
    index = SignatureIndex.create(tmp_path, SKETCH, 0.7).add("a", ["x", "y", "z"], SKETCH.sign(["t u v w"] * 3))
    assert len(np.load(tmp_path / "0000/signatures.npy")) == 1
    assert index.most_similar(SKETCH.sign(["T U V W"]))[0].id == "x"  # type: ignore[union-attr]


def test_empty_data_sets_and_questions_do_no_harm(tmp_path: Path) -> None:
    nothing = SKETCH.sign([])
    index = SignatureIndex.create(tmp_path, SKETCH, 0.7).add("empty", [], nothing)
    assert index.most_similar(nothing) == []
    assert index.most_similar(SKETCH.sign(["one"])) == [None]


def test_what_cannot_be_added_or_opened_is_said(tmp_path: Path) -> None:
    index = SignatureIndex.create(tmp_path, SKETCH, 0.7).add("a", ["x"], SKETCH.sign(["t"]))
    with pytest.raises(ValueError, match="has a data set 'a' already"):
        index.add("a", ["x"], SKETCH.sign(["t"]))
    with pytest.raises(ValueError, match=r"shape \(1, 64\) for 2 ids: expected \(2, 64\)"):
        index.add("b", ["x", "y"], SKETCH.sign(["t"]))
    with pytest.raises(FileExistsError, match="holds an index already"):
        SignatureIndex.create(tmp_path, SKETCH, 0.7)
    with pytest.raises(FileNotFoundError, match="no index of signatures; create it first"):
        SignatureIndex.open(tmp_path / "elsewhere")
