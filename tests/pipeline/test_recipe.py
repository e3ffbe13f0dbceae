from pathlib import Path

import pytest

from pipeline.errors import UserError
from pipeline.recipe import check, load
from pipeline.recipe_file import differences

SMALL = {"name": "small", "seeds": {"sources": [{"kind": "procedures", "count": 10}]}}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"dedpu": {}}, "unknown key 'dedpu'; allowed here: name, seed,"),
        ({"seeds": {"sources": [{"kind": "python", "limt": 3}]}}, "limt'; allowed here: kind, limit"),
        ({"respond": {"slip_rate": 2}}, "respond.slip_rate: input should be less than or equal to 1 (found 2)"),
        ({"seeds": {"sources": [{"kind": "web"}]}}, "expected tags: 'python', 'documents', 'procedures'"),
        ({"teacher": {"families": {"arithmetics": {}}}}, "unknown family 'arithmetics'; allowed: arithmetic,"),
        ({"teacher": {"families": {"arithmetic": {"large": 1}}}}, "has no setting 'large'; it has: min_operations"),
        ({"teacher": {"families": {"arithmetic": {"largest": "big"}}}}, "largest must be of type int (found 'big')"),
        ({"teacher": {"families": {"arithmetic": {"weight": 0}}}}, "weight must be a number above 0 (found 0)"),
        ({"balance": {"max_share": 0.01}}, "recipe: balance.max_share 0.01 cannot hold with"),
        (
            {"score": {"min_tier": 5}},
            "score.min_tier: expected a tier from 1 to 4, or tiers by node of the category tree",
        ),
        ({"score": {"min_tier": {"default": 3, "Code": 9}}}, "by node of the category tree; found 9 for 'Code'"),
        ({"score": {"min_tier": {"Code": 3}}}, "score.min_tier: name a tier for 'default'"),
        ({"score": {"min_tier": {"default": 3, "Cod": 4}}}, "category 'Cod' is no node of the tree; nearest: Code"),
        ({"score": {"tiers": "best"}}, "score.tiers: input should be 'minimum' or 'mean' (found 'best')"),
        ({"preferences": {"min_margin": 0}}, "preferences.min_margin: input should be greater than 0 (found 0)"),
        ({"seed": "seven"}, "seed: input should be a valid integer"),
        ({"name": "No Spaces"}, "name: string should match pattern"),
        ({"seeds": None}, "seeds"),
    ],
)
def test_a_mistake_is_named_with_what_is_allowed(change: dict, sentence: str) -> None:
    with pytest.raises(UserError) as raised:
        check(SMALL | change)
    assert sentence in str(raised.value)


def test_yaml_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "recipe.yaml"
    for text, sentence in [
        ("a: [1", "not valid YAML"),
        ("- 1", "a recipe is a mapping"),
        ("a: 1\na: 2", "not valid YAML"),
    ]:
        path.write_text(text)
        with pytest.raises(UserError, match=sentence) as raised:
            load(path)
        assert "\n" not in str(raised.value)
    with pytest.raises(UserError, match="no such recipe file"):
        load(tmp_path / "missing.yaml")


def test_overrides_replace_single_keys(tmp_path: Path) -> None:
    path = tmp_path / "recipe.yaml"
    path.write_text("name: small\nseeds: {sources: [{kind: procedures, count: 10}]}\n")
    recipe = load(path, ["seed=9", "dedup.threshold=0.8", "seeds.sources.0.count=11"])
    assert (recipe.seed, recipe.dedup.threshold, recipe.seeds.sources[0].count) == (9, 0.8, 11)  # type: ignore[union-attr]
    for bad in ("seed", "=1", "name.deeper=1"):
        with pytest.raises(UserError, match="--set"):
            load(path, [bad])


def test_the_hash_follows_the_resolved_values_alone(tmp_path: Path) -> None:
    one, same = check(SMALL), check(SMALL | {"seed": 0})
    assert one.hash == same.hash != check(SMALL | {"seed": 1}).hash
    path = tmp_path / "again.yaml"
    path.write_text(one.to_yaml())
    assert load(path).hash == one.hash


def test_differences_name_dotted_keys() -> None:
    one, other = check(SMALL).resolved(), check(SMALL | {"seed": 3, "dedup": {"threshold": 0.9}}).resolved()
    assert differences(one, other) == ["dedup.threshold: 0.7 there, 0.9 here", "seed: 0 there, 3 here"]
