"""Failed requests are asked again, with all that depends on them, and nothing else is."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import UserError
from pipeline.keyed import canonical, share
from pipeline.manifest import losses
from pipeline.recipe import Recipe, check
from pipeline.replay import replay, unanswered
from pipeline.synth import synth
from tests.pipeline.engines.server import Body, Reply, Server
from tests.pipeline.llm.milling import endpoint, hashes, logged, recipe_of, rows, words_logged, words_of, write_notes
from tests.pipeline.llm.scripted import scripted


class Ailing:
    """A server that turns a share of the requests away for good, and spoils the form of others, until it is well."""

    def __init__(self) -> None:
        self.well = False

    def __call__(self, body: Body, visit: int) -> Reply:
        drawn = share("ailing", words_of(body))
        if not self.well and drawn < 0.1:
            return Reply(400, body=b'{"error": {"message": "a planted refusal"}}')
        if not self.well and drawn < 0.2:
            said = {"message": {"role": "assistant", "content": "<think> endless"}, "finish_reason": "stop"}
            return Reply(body=json.dumps({"choices": [said], "usage": {}}).encode())
        return scripted(body, visit)


@pytest.fixture
def ailing() -> Ailing:
    return Ailing()


@pytest.fixture
def server(ailing: Ailing) -> Iterator[Server]:
    with Server(ailing) as running:
        yield running


@pytest.fixture
def recipe(server: Server, tmp_path: Path) -> Recipe:
    docs = write_notes(tmp_path / "docs", 3)
    return recipe_of(docs, {"local": endpoint(server.url)}, procedures=12, teacher={"retries": 0})


@pytest.fixture
def out(recipe: Recipe, tmp_path: Path) -> Path:
    """A finished folder in which requests of every step failed."""
    synth(recipe, tmp_path / "out")
    return tmp_path / "out"


def test_failed_requests_and_what_depends_on_them_are_sent_and_nothing_else(
    ailing: Ailing, server: Server, recipe: Recipe, out: Path
) -> None:
    failed, old, known = unanswered(out), hashes(out), {words_logged(row) for row in logged(out)}
    assert {row["stage"] for row in failed} == {"generate", "evolve", "respond", "critique"}
    assert {row["error"].split(":")[0] for row in failed} == {"bad_request", "unparsed"}
    start, ailing.well = len(server.bodies), True

    replayed = replay(out)

    sent = Counter(words_of(body) for body in server.bodies[start:])
    assert sent and known.isdisjoint(sent) and set(sent.values()) == {1}
    assert replayed.before == Counter(row["stage"] for row in failed)
    assert replayed.after.total() < replayed.before.total()
    assert replayed.after == Counter(row["stage"] for row in unanswered(out))
    assert losses(replayed.manifest, out) == []
    assert hashes(out / "before" / recipe.hash) == old
    gone = {row["id"] for row in failed if row["stage"] == "respond"} - {row["id"] for row in unanswered(out)}
    judged = {row["id"] for folder in ("data", "rejected", "failed") for row in rows(out, folder)}
    assert gone and gone <= judged  # the same rows, since what was well answered before them was kept


def test_a_critique_that_failed_keeps_the_instruction_and_its_answers(ailing: Ailing, out: Path) -> None:
    failed = {row["id"] for row in unanswered(out) if row["stage"] == "critique"}
    ailing.well = True
    calls = {row["key"] for row in logged(out)}
    replay(out)
    again = [row for row in rows(out, "data") if row["id"] in failed]
    assert again
    for row in again:
        assert {step["call"] for step in row["lineage"]} <= calls
        assert {one["call"] for one in row["candidates"]} <= calls


def test_what_fails_again_gets_another_seed_each_time(server: Server, out: Path) -> None:
    for _ in range(2):
        failed = [row["request"]["request"] for row in unanswered(out)]
        before = {canonical([one["messages"], one["sampling"]["seed"]]) for one in failed}
        start = len(server.bodies)
        assert replay(out).after.total() > 0
        assert before and before.isdisjoint(words_of(body) for body in server.bodies[start:])


def test_a_replay_that_is_broken_off_goes_on_with_the_same_recipe(
    ailing: Ailing, recipe: Recipe, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    ailing.well = True
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("pipeline.replay.synth", break_off)
        replay(out)
    with pytest.raises(UserError, match="run the same synth again to go on"):
        replay(out)
    manifest = synth(recipe, out)
    assert losses(manifest, out) == []
    assert json.loads((out / "replays.json").read_text())


def test_changed_inputs_are_refused(recipe: Recipe, out: Path, tmp_path: Path) -> None:
    old = hashes(out)
    (tmp_path / "docs" / "note-0.md").write_text("Another text altogether.\n")
    with pytest.raises(UserError, match="input files changed since it was made"):
        replay(out)
    assert hashes(out) == old and not (out / "replays.json").exists()


def test_where_nothing_failed_nothing_is_touched(server: Server, tmp_path: Path) -> None:
    docs = write_notes(tmp_path / "docs", 2)
    with Server(scripted) as sound:
        recipe = recipe_of(docs, {"local": endpoint(sound.url)}, procedures=4, teacher={"retries": 10})
        synth(recipe, tmp_path / "out")
        old, visits = hashes(tmp_path / "out"), len(sound.bodies)
        replayed = replay(tmp_path / "out")
        assert (len(sound.bodies), hashes(tmp_path / "out")) == (visits, old)
    assert replayed.before == replayed.after == Counter()
    assert not (tmp_path / "out" / "before").exists()


def test_a_replay_engine_follows_what_was_begun_anew(ailing: Ailing, recipe: Recipe, out: Path, tmp_path: Path) -> None:
    ailing.well = True
    for _ in range(2):  # until no request was refused: what is refused is in no log
        replay(out)
    assert {row["error"].split(":")[0] for row in unanswered(out)} <= {"unparsed"}
    engine = {"kind": "replay", "calls": str(out / "calls"), "identity": logged(out)[0]["identity"]}
    teacher = recipe.resolved()["teacher"] | {"engines": {"local": engine}}
    synth(check(recipe.resolved() | {"teacher": teacher}), tmp_path / "again")
    assert hashes(tmp_path / "again") == hashes(out)


def test_a_teacher_without_models_has_nothing_to_replay(tmp_path: Path) -> None:
    sources = [{"kind": "procedures", "count": 8}]
    plain = check(
        {
            "name": "x",
            "work_shards": 1,
            "seeds": {"sources": sources},
            "teacher": {"families": {"arithmetic": {}}},
            "evolve": {"rounds": 0},
        }
    )
    synth(plain, tmp_path / "out")
    with pytest.raises(UserError, match="teacher is procedural, which asks no model"):
        replay(tmp_path / "out")


def gristmill(*arguments: str | Path) -> str:
    code = "from gristmill.cli import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_tells_how_many_failed_before_and_after(ailing: Ailing, out: Path) -> None:
    before = len(unanswered(out))
    ailing.well = True
    said = gristmill("replay", out, "--workers", "2")
    last = next(line for line in said.splitlines() if " all " in line)
    assert [int(word) for word in last.split() if word.isdigit()] == [before, len(unanswered(out))]
    assert f"{len(rows(out, 'data'))} records" in " ".join(said.split())


def test_explain_shows_prompts_and_raw_answers_of_kept_and_failed_rows(out: Path) -> None:
    calls = {row["key"]: row for row in logged(out)}
    kept = next(row for row in rows(out, "data") if len(row["lineage"]) > 1)
    said = plain(gristmill("explain", out, kept["id"]))
    keys = [
        *(step["call"] for step in kept["lineage"]),
        kept["candidates"][0]["call"],
        kept["candidates"][0]["critiques"][0]["call"],
    ]
    for key in keys:
        for message in json.loads(calls[key]["request"])["messages"]:
            assert plain(message["content"]) in said
        assert plain(json.loads(calls[key]["choices"])[0]["text"]) in said
    unparsed = next(row for row in unanswered(out) if row["error"].startswith("unparsed"))
    said = plain(gristmill("explain", out, unparsed["id"]))
    assert plain(unparsed["error"]) in said
    assert plain(unparsed["request"]["answer"]) in said
    assert all(plain(message["content"]) in said for message in unparsed["request"]["request"]["messages"])


def plain(text: str) -> str:
    """Letters and digits alone: a terminal breaks lines and draws branches where it likes."""
    return "".join(character for character in text if character.isalnum())
