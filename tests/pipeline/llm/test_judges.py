"""Two judges of each answer: both are asked and stored, a rule says which tier counts, their agreement is told."""

import json
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from filters.agreement import krippendorff_alpha
from gristmill.explain import story
from gristmill.funnel import overview
from pipeline.chosen_seeds import choose
from pipeline.errors import UserError
from pipeline.estimate import estimate
from pipeline.manifest import losses
from pipeline.recipe import Recipe, check
from pipeline.replay import replay
from pipeline.schema import CRITERIA, Row
from pipeline.synth import synth
from tests.pipeline.engines.server import Body, Reply, Server
from tests.pipeline.llm.milling import endpoint, logged, recipe_of, rows, words_logged, words_of, write_notes
from tests.pipeline.llm.scripted import scripted

PANEL = {"default": "big", "Creation": ["big", "small"], "Language Generation": ["big", "small"]}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(scripted) as running:
        yield running


@pytest.fixture(scope="module")
def recipe(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    docs = write_notes(tmp_path_factory.mktemp("docs") / "docs", 6)
    engines = {"big": endpoint(server.url), "small": endpoint(server.url)}
    return recipe_of(docs, engines, teacher={"steps": {"critique": PANEL}, "retries": 3}, evolve={"rounds": 0})


@pytest.fixture(scope="module")
def whole(recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("judged") / "out"
    synth(recipe, out)
    return out


def manifest_of(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "manifest.json").read_text())
    return found


def scored(out: Path) -> list[Row]:
    """All rows that came through the stage, kept or rejected by it or later."""
    dropped = [json.loads(row["row"]) for row in rows(out, "rejected") if row["stage"] in ("score", "rules", "dedup")]
    return [*rows(out, "data"), *dropped]


def judges_of(row: Row) -> list[str]:
    return ["big", "small"] if row["category"].split("/")[0] in PANEL else ["big"]


def test_every_judge_of_the_category_is_asked_and_stored(whole: Path) -> None:
    calls = {row["key"] for row in logged(whole)}
    panels = Counter(len(judges_of(row)) for row in rows(whole, "data"))
    assert panels[1] and panels[2]
    for row in rows(whole, "data"):
        for candidate in row["candidates"]:
            assert [said["judge"] for said in candidate["critiques"]] == judges_of(row)
            assert candidate["tier"] == min(said["tier"] for said in candidate["critiques"])
            assert {said["call"] for said in candidate["critiques"]} <= calls
            assert len({said["call"] for said in candidate["critiques"]}) == len(candidate["critiques"])
    assert losses(manifest_of(whole), whole) == []


def test_the_agreement_in_the_manifest_is_that_of_the_stored_tiers(whole: Path) -> None:
    (panel,) = manifest_of(whole)["judges"]
    pairs = {
        (row["id"], one["content"]): one["critiques"]
        for row in scored(whole)
        for one in row["candidates"]
        if len(one["critiques"]) == 2
    }.values()
    assert panel["judges"] == ["big", "small"]
    assert panel["answers"] == len(pairs) > 20
    assert panel["same_tier"] == pytest.approx(sum(a["tier"] == b["tier"] for a, b in pairs) / len(pairs), abs=1e-4)
    assert list(panel["alpha"]) == ["overall", *CRITERIA]
    overall = krippendorff_alpha([((a["tier"], b["tier"]), 1) for a, b in pairs])
    assert panel["alpha"]["overall"] == pytest.approx(overall, abs=1e-4)
    clarity = krippendorff_alpha([((a["criteria"]["clarity"], b["criteria"]["clarity"]), 1) for a, b in pairs])
    assert panel["alpha"]["clarity"] == pytest.approx(clarity, abs=1e-4)


def test_the_screen_tells_the_agreement_and_each_judges_word(whole: Path) -> None:
    console = Console(file=StringIO(), width=200)
    console.print(overview(manifest_of(whole)))
    twice = next(row for row in rows(whole, "data") if len(judges_of(row)) == 2)
    console.print(story(whole, twice["id"]))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Agreement of the judges (Krippendorff's alpha" in shown and "big, small" in shown
    assert "critique by big: tier" in shown and "critique by small: tier" in shown


def test_another_rule_for_the_tiers_asks_nothing_and_keeps_more(
    recipe: Recipe, server: Server, whole: Path, tmp_path: Path
) -> None:
    before = server.visits.total()
    engines = {
        name: {"kind": "replay", "calls": str(whole / "calls"), "identity": "scripted"} for name in ("big", "small")
    }
    teacher = recipe.resolved()["teacher"] | {"engines": engines}
    manifest = synth(check(recipe.resolved() | {"teacher": teacher, "score": {"tiers": "mean"}}), tmp_path / "out")
    assert server.visits.total() == before
    assert {row["calls"] for row in manifest["usage"]} == {0}
    assert {row["id"] for row in rows(tmp_path / "out", "data")} > {row["id"] for row in rows(whole, "data")}


def test_the_dry_run_reckons_with_every_judge(recipe: Recipe) -> None:
    lines = {(line.step, line.engine): line.calls for line in estimate(recipe, choose(recipe)).lines}
    assert 0 < lines["critique", "small"] < lines["critique", "big"] == lines["respond", "big"]


def test_a_judge_who_failed_is_asked_again_without_the_others(recipe: Recipe, tmp_path: Path) -> None:
    """The second judge is down at first; then only he is asked about what he missed."""
    down = True

    def ailing(body: Body, visit: int) -> Reply:
        if down and body["model"] == "second":
            return Reply(400, body=b'{"error": {"message": "not today"}}')
        return scripted(body, visit)

    with Server(ailing) as server:
        engines = {"big": endpoint(server.url), "small": endpoint(server.url, model="second")}
        changed = check(recipe.resolved() | {"teacher": recipe.resolved()["teacher"] | {"engines": engines}})
        synth(changed, tmp_path / "out")
        known = {words_logged(row) for row in logged(tmp_path / "out")}
        waiting = [row for row in rows(tmp_path / "out", "failed") if row["stage"] == "critique"]
        assert waiting
        start, down = len(server.bodies), False
        replay(tmp_path / "out")
        sent = server.bodies[start:]
    assert {body["model"] for body in sent} == {"second"}
    assert known.isdisjoint(map(words_of, sent))
    answered = {row["id"] for folder in ("data", "rejected") for row in rows(tmp_path / "out", folder)}
    assert {row["id"] for row in waiting} & answered


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ({"critique": ["big", "huge"]}, "steps.critique: no engine is called 'huge'; engines: big, small"),
        ({"critique": ["big", "big"]}, "steps.critique: a judge is named twice among big, big"),
        ({"critique": []}, 'steps.critique: the list of judges is empty; write "" to leave the critique out'),
        ({"respond": ["big", "small"]}, "steps.respond: name one engine; only a critique can have a list"),
        ({"critique": {"Code": ["big", "small"]}}, "steps.critique: name an engine for 'default'"),
        ({"critique": {"default": "big", "Cooking": ["small"]}}, "category 'Cooking' is no node of the tree"),
    ],
)
def test_a_panel_that_cannot_be_is_one_sentence(recipe: Recipe, steps: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UserError) as raised:
        check(recipe.resolved() | {"teacher": recipe.resolved()["teacher"] | {"steps": steps}})
    assert sentence in str(raised.value)


def test_a_node_may_go_without_a_critique(recipe: Recipe) -> None:
    teacher = recipe.resolved()["teacher"] | {"steps": {"critique": {"default": "big", "Creation": ""}}}
    settings: Any = check(recipe.resolved() | {"teacher": teacher}).teacher
    assert settings.criticises
    assert settings.engines_at("critique", "Creation/Plan") == ()
    assert settings.engines_at("critique", "Code/Text2Code") == ("big",)
