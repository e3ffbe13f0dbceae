import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.errors import BadInput
from trainer.sources import Source
from trainer.text_sample import Portion, portions, sample
from trainer.texts import texts


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    """1,000 documents of 10 letters a, and 100 of 1 to 40 letters b, 2,050 in all."""
    folder = tmp_path_factory.mktemp("sources")
    lengths = {"a": [10] * 1000, "b": [1 + number % 40 for number in range(100)]}
    for name, sizes in lengths.items():
        (folder / f"{name}.jsonl").write_text("\n".join(json.dumps({"text": name * size}) for size in sizes))
    return [Source(path=str(folder / f"{name}.jsonl"), reads="text") for name in lengths]


def letters(found: list[Portion]) -> dict[str, int]:
    whole = "".join(sample(found))
    return {name: whole.count(name) for name in "ab"}


def test_without_weights_everything_is_taken_as_often_as_its_epochs_say(sources: list[Source]) -> None:
    a, b = sources
    size = sum(len(text) for text in texts(b))
    found = letters(portions([a, replace(b, epochs=3)], 10**9))
    assert found == {"a": 10_000, "b": 3 * size}


def test_what_is_too_much_is_thinned_out_evenly(sources: list[Source]) -> None:
    found = letters(portions(sources, 1200))
    whole = letters(portions(sources, 10**9))
    assert abs(sum(found.values()) - 1200) <= 40
    assert abs(found["a"] - 1200 * whole["a"] / sum(whole.values())) <= 40


@given(share=st.floats(0.05, 0.95), most=st.integers(200, 20_000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_weights_are_shares_of_the_characters(sources: list[Source], share: float, most: int) -> None:
    a, b = (replace(one, weight=weight) for one, weight in zip(sources, (share, 1 - share), strict=True))
    found = letters(portions([a, b], most))
    whole = sum(one.taken for one in portions([a, b], most))
    assert whole <= most + 1
    assert abs(found["a"] - share * whole) <= 10 + 1
    assert abs(found["b"] - (1 - share) * whole) <= 40 + 1


def test_the_same_sources_give_the_same_sample(sources: list[Source]) -> None:
    assert list(sample(portions(sources, 3000))) == list(sample(portions(sources, 3000)))


def test_a_mixture_that_cannot_be_is_refused(sources: list[Source], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(BadInput, match="to all of its sources, or to none"):
        portions([replace(sources[0], weight=1.0), sources[1]], 100)
    with pytest.raises(BadInput, match=r"empty\.txt: there is no text"):
        portions([Source(path=str(tmp_path / "empty.txt"), reads="text")], 100)
