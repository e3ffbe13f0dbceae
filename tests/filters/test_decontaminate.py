import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.decontaminate import Benchmarks, Item, Runs

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[2] / "../shared/data"))

LONG = "Janet sells sixteen eggs a day, eats three for breakfast, and bakes muffins for her friends with four of them."
SHORT = "What is the capital city of the Faroe Islands?"
CHINESE = "请写一首关于秋天落叶的七言绝句，要求押韵并且意境优美。"
ITEMS = [Item("eggs", "1", LONG), Item("geo", "2", SHORT), Item("poems", "3", CHINESE), Item("geo", "4", "Who am I?")]


def test_items_are_found_whole_in_part_and_in_other_dress() -> None:
    index = Benchmarks.of(ITEMS)
    around = f"Please answer. {LONG.upper().replace(',', ' -')} Thank you."
    half = " ".join(LONG.split()[:16])
    found = index.matches([around, half, SHORT, f"题目：{CHINESE}", "Nothing of the kind is asked here at all, I say."])
    assert [match and (match.benchmark, match.item) for match in found] == [
        *(("eggs", "1"), ("eggs", "1"), ("geo", "2"), ("poems", "3"), None),
    ]
    assert [match.overlap for match in found if match] == [1.0, 0.5, 1.0, 1.0]
    assert index.too_short == {"geo": 1}


def test_a_verdict_names_the_item_and_the_share() -> None:
    rejected, kept = Benchmarks.of(ITEMS, Runs(share=0.6)).verdicts([LONG, " ".join(LONG.split()[:16])])
    assert (rejected.reason, rejected.detail) == ("contaminated", "1.000 of eggs 1")
    assert kept.passed


def test_an_index_comes_back_from_its_files_which_hold_no_text(tmp_path: Path) -> None:
    index = Benchmarks.of(ITEMS)
    index.save(tmp_path / "known")
    again = Benchmarks.load(tmp_path / "known")
    assert again.matches([LONG, SHORT, CHINESE]) == index.matches([LONG, SHORT, CHINESE])
    assert (again.names, again.runs, again.too_short) == (index.names, index.runs, index.too_short)
    assert "eggs a day" not in (tmp_path / "known.json").read_text("utf-8")


def test_an_index_of_other_hashes_is_refused(tmp_path: Path) -> None:
    Benchmarks.of(ITEMS).save(tmp_path / "known")
    about = json.loads((tmp_path / "known.json").read_text("utf-8")) | {"version": 0}
    (tmp_path / "known.json").write_text(json.dumps(about), "utf-8")
    with pytest.raises(ValueError, match=r"known\.json: the index has version 0 of the hashes, expected 1"):
        Benchmarks.load(tmp_path / "known")


def test_an_index_of_nothing_matches_nothing() -> None:
    assert Benchmarks.of([]).matches([LONG, ""]) == [None, None]


words = st.lists(st.sampled_from("abcd"), max_size=30).map(" ".join)


@settings(deadline=None)
@given(st.lists(words, max_size=4), words)
def test_the_overlap_is_the_largest_share_of_an_items_runs(items: list[str], text: str) -> None:
    def runs(known: str, size: int) -> set[tuple[str, ...]]:
        cut = known.split()
        return {tuple(cut[start : start + size]) for start in range(len(cut) - size + 1)}

    sizes = [3 if len(item.split()) >= 3 else 2 for item in items]
    of_items = [runs(item, size) for item, size in zip(items, sizes, strict=True)]
    expected = [len(mine & runs(text, size)) / len(mine) for mine, size in zip(of_items, sizes, strict=True) if mine]
    index = Benchmarks.of([Item("b", str(place), item) for place, item in enumerate(items)], Runs(3, 2))
    found = index.matches([text])[0]
    assert (found.overlap if found else 0.0) == pytest.approx(max(expected, default=0.0))


@pytest.mark.skipif(not DATA.exists(), reason=f"no data at {DATA} (set GRISTMILL_TEST_DATA)")
def test_every_gsm8k_question_is_found_and_other_benchmarks_are_not() -> None:
    lines = (DATA / "gsm8k/train.jsonl").read_text("utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines]
    index = Benchmarks.of(Item("gsm8k", str(place), question) for place, question in enumerate(questions))
    found = index.verdicts([f"Solve this. {question}\nThink step by step." for question in questions])
    judged = len(questions) - index.too_short.get("gsm8k", 0)
    assert sum(not verdict.passed for verdict in found) >= judged
    others = [json.loads(line)["instruction"] for line in (DATA / "self_instruct/seed_tasks.jsonl").open()]
    assert all(verdict.passed for verdict in index.verdicts(others))
