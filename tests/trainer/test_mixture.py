from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.test_packing import CHAT, TEXT, corpus
from trainer.errors import BadInput
from trainer.mixture import mix


@given(st.lists(st.integers(2, 60), min_size=1, max_size=20), st.integers(1, 30))
def test_text_is_cut_into_rows_and_every_token_but_a_documents_first_is_predicted_once(
    lengths: list[int], room: int
) -> None:
    found = mix([corpus(lengths)], [TEXT], room)
    assert found.lengths.max() <= room + 1
    targets = [token for number in range(len(found)) for token in found.document(number)[0][1:].tolist()]
    assert targets == [100 * i + place for i, length in enumerate(lengths) for place in range(1, length)]
    assert found.learnt.sum() == len(targets)


def test_each_source_keeps_its_own_way_to_learn() -> None:
    found = mix([corpus([4, 3]), corpus([5], first=2)], [CHAT, TEXT], 10)
    assert found.document(0)[1].tolist() == [False, True, False, True]
    tokens, learn = found.document(2)
    assert tokens.tolist() == [200, 201, 202, 203, 204] and learn.all()


def test_epochs_repeat_whole_times_and_draw_the_rest() -> None:
    found = mix([corpus([4] * 10), corpus([4] * 10, first=10)], [replace(CHAT, epochs=2.5), CHAT], 10)
    passes = [Counter(found.one_pass(np.random.default_rng(seed)).tolist()) for seed in (0, 1)]
    for seen in passes:
        assert sorted(seen[number] for number in range(10)) == [2] * 5 + [3] * 5
        assert all(seen[number] == 1 for number in range(10, 20))
    assert passes[0] != passes[1]


def test_weights_are_shares_of_the_tokens_and_the_scarcest_source_sets_the_length() -> None:
    """A quarter long, three quarters normal, as the paper's long-context phases (arXiv 2411.02265, § 2.2.5)."""
    sources = [replace(TEXT, weight=0.25), replace(TEXT, weight=0.75, epochs=2)]
    found = mix([corpus([41] * 10), corpus([11] * 20, first=10)], sources, 100)
    seen = found.one_pass(np.random.default_rng(0))
    tokens = [
        int((found.lengths[seen[(seen >= first) & (seen < last)]] - 1).sum()) for first, last in ((0, 10), (10, 30))
    ]
    assert tokens == [120, 400] or tokens[0] / sum(tokens) == pytest.approx(0.25, abs=0.03)


def test_only_long_documents_are_taken_where_asked() -> None:
    found = mix([corpus([5, 30, 12, 40])], [replace(TEXT, min_tokens=20)], 100)
    assert sorted(found.lengths.tolist()) == [30, 40]


def test_weights_for_some_sources_alone_are_refused() -> None:
    with pytest.raises(BadInput, match="to all of its sources, or to none"):
        mix([corpus([4]), corpus([4])], [replace(TEXT, weight=1.0), TEXT], 10)


def test_a_source_that_leaves_nothing_is_named() -> None:
    with pytest.raises(BadInput, match="texts: no document is left"):
        mix([corpus([4])], [replace(TEXT, min_tokens=20)], 10)
