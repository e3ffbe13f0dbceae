from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from filters.quotas import NodeCount, Quotas, by_node, cap, deficits, shares, surplus

MEMBERS = st.lists(
    st.tuples(st.sampled_from("fgh"), st.sampled_from(("Code", "Code/Code2Text", "Creation/Plan", "Creation"))),
    max_size=60,
)


def kept(members: list[tuple[str, str]], quotas: Quotas) -> list[tuple[str, str]]:
    over = surplus(members, quotas)
    return [member for place, member in enumerate(members) if place not in over]


def test_the_first_to_come_stay_and_the_figure_names_the_limit() -> None:
    members = [("f", "Code"), ("f", "Code/Code2Text"), ("g", "Creation"), ("f", "Code")]
    assert surplus(members, Quotas(nodes={"Code": 2})) == {3: "Code: at most 2"}


def test_a_record_counts_for_the_deepest_node() -> None:
    quotas = Quotas(nodes={"Code": 1, "Code/Code2Text": 2})
    assert [quotas.node_of(path) for path in ("Code", "Code/Text2Code", "Code/Code2Text", "Codex")] == [
        "Code",
        "Code",
        "Code/Code2Text",
        "",
    ]


def test_a_node_comes_before_the_target_and_the_rest_share_what_is_left() -> None:
    members = [("f", "Code")] * 10 + [("g", "Creation")] * 50 + [("h", "Creation")] * 50
    found = Counter(kept(members, Quotas(target=40, nodes={"Code": 10})))
    assert found == {("f", "Code"): 10, ("g", "Creation"): 15, ("h", "Creation"): 15}


def test_what_is_missing_is_counted_once() -> None:
    members = [("f", "Code")] * 3 + [("g", "Creation")] * 4
    assert deficits(members, Quotas(target=20, nodes={"Code": 10})) == {"Code": 7, "": 6}
    assert deficits(members, Quotas()) == {}


@given(MEMBERS, st.integers(0, 40), st.integers(0, 10), st.integers(0, 20))
def test_every_limit_holds(members: list[tuple[str, str]], target: int, node: int, capacity: int) -> None:
    quotas = Quotas(target=target + node, nodes={"Code": node}, capacities={"f": capacity})
    left = kept(members, quotas)
    assert len(left) <= target + node
    assert sum(path.startswith("Code") for _, path in left) <= node
    assert sum(group == "f" for group, _ in left) <= capacity


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 1000), min_size=1, max_size=30), st.floats(0.05, 1.0))
def test_no_group_outgrows_its_share(counts: dict[str, int], share: float) -> None:
    bound = cap(counts, share)
    kept = [min(count, bound) for count in counts.values()]
    assert all(count <= share * sum(kept) for count in kept)
    more = [min(count, bound + 1) for count in counts.values()]
    assert more == kept or max(more) > share * sum(more)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 100), min_size=1, max_size=20), st.integers(0, 500))
def test_quotas_add_up_to_the_target(counts: dict[str, int], target: int) -> None:
    quotas = shares(counts, target)
    assert sum(quotas.values()) == min(target, sum(counts.values()))
    assert all(quotas[name] <= counts[name] for name in counts)


def test_a_line_counts_what_lies_below_its_node_and_what_lies_nowhere_comes_last() -> None:
    made = {"Code": 1, "Code/Code2Text": 5, "Creation/Plan": 4, "Codex": 2, "": 3}
    kept = {"Code/Code2Text": 2, "": 1}
    assert by_node(made, kept, {"Code": 3, "Code/Code2Text": 2}, ("Code", "Creation")) == [
        NodeCount("Code", 5, 6, 2),
        NodeCount("Code/Code2Text", 2, 5, 2),
        NodeCount("Creation", None, 4, 0),
        NodeCount("", None, 5, 1),
    ]


@given(MEMBERS, st.integers(0, 9))
def test_the_lines_of_the_top_add_up_to_all_there_is(members: list[tuple[str, str]], wanted: int) -> None:
    made = Counter(path for _, path in members)
    lines = by_node(made, made, {"Code/Code2Text": wanted}, ("Code", "Creation"))
    assert sum(line.made for line in lines if "/" not in line.node) == len(members)
