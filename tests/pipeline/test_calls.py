"""The call log: what was answered is kept, found again by its key, and not asked for twice."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.calls import Call, CallLog, recorded
from pipeline.engines.base import Choice, Completion, Done, EngineError, Request, Sampling


class Echo:
    """An engine of a few lines: says the prompt backwards, and knows what it was asked. "fail" fails."""

    name, identity = "echo", "echo@1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, requests: Sequence[Request], done: Done) -> None:
        for place, request in reversed(list(enumerate(requests))):
            text = request.messages[-1]["content"]
            self.asked.append(text)
            if text == "fail":
                done(place, EngineError(kind="server_error", message="it failed"))
            else:
                choice = Choice(text=text[::-1], finish="stop", logprobs=(-0.5,))
                done(place, Completion(choices=(choice,), prompt_tokens=1, completion_tokens=2, seconds=0.25))

    def close(self) -> None:
        pass


def call(text: str, **sampling: object) -> Call:
    request = Request(messages=({"role": "user", "content": text},), sampling=replace(Sampling(), **sampling))
    return Call(request, "test/template", "hash")


@pytest.fixture
def log(tmp_path: Path) -> CallLog:
    return CallLog(tmp_path / "calls", flush_seconds=0.01)


def texts(answered: list) -> list[str]:
    return [one.result.choices[0].text for one in answered]


def test_answers_come_in_the_order_of_the_calls_and_are_on_disk(log: CallLog) -> None:
    engine = Echo()
    answered = log.ask("respond", engine, [call("one"), call("两个"), call("three")])
    assert texts(answered) == ["eno", "个两", "eerht"]
    rows = [row for path in log.root.rglob("*.parquet") for row in pq.read_table(path).to_pylist()]
    assert {row["key"] for row in rows} == {one.key for one in answered}
    assert {row["template"] for row in rows} == {"test/template"}


def test_another_process_finds_them_and_asks_for_the_new_ones_alone(log: CallLog) -> None:
    log.ask("respond", Echo(), [call("one"), call("two")])
    log.close()
    engine = Echo()
    answered = CallLog(log.root).ask("respond", engine, [call("two"), call("new"), call("one")])
    assert texts(answered) == ["owt", "wen", "eno"]
    assert [one.reused for one in answered] == [True, False, True]
    assert engine.asked == ["new"]


def test_whatever_may_change_an_answer_changes_the_key(log: CallLog) -> None:
    engine = Echo()
    other = Echo()
    other.identity = "echo@2"
    one = call("one")
    keys = {
        one.key(engine),
        one.key(other),
        call("two").key(engine),
        call("one", seed=1).key(engine),
        call("one", temperature=0.1).key(engine),
        call("one", json_schema={"type": "object"}).key(engine),
        replace(one, template_hash="another").key(engine),
    }
    assert len(keys) == 7
    assert call("one").key(engine) == one.key(engine)


def test_equal_calls_are_sent_once(log: CallLog) -> None:
    engine = Echo()
    assert texts(log.ask("respond", engine, [call("one")] * 3)) == ["eno"] * 3
    assert engine.asked == ["one"]


def test_an_error_is_an_answer_to_its_call_alone_and_is_not_kept(log: CallLog) -> None:
    engine = Echo()
    for _ in range(2):
        good, bad = log.ask("respond", engine, [call("good"), call("fail")])
        assert isinstance(good.result, Completion)
        assert bad.result == EngineError(kind="server_error", message="it failed")
    assert engine.asked == ["fail", "good", "fail"]


def test_threads_share_a_log(log: CallLog) -> None:
    engine, found = Echo(), {}

    def ask(number: int) -> None:
        found[number] = texts(log.ask("respond", engine, [call(f"{number}-{place}") for place in range(20)]))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [f"{number}-{place}"[::-1] for place in range(20)] for number in range(8)}


def test_a_folder_that_cannot_be_written_stops_those_who_wait(tmp_path: Path) -> None:
    (tmp_path / "calls").write_text("a file where the folder should be")
    log = CallLog(tmp_path / "calls", flush_seconds=0.01)
    with pytest.raises(OSError):
        log.ask("respond", Echo(), [call("one")])


def test_closing_writes_what_is_left(tmp_path: Path) -> None:
    answered = threading.Event()

    class Signalling(Echo):
        def ask(self, requests: Sequence[Request], done: Done) -> None:
            super().ask(requests, done)
            answered.set()

    log = CallLog(tmp_path / "calls", flush_seconds=3600)
    asking = threading.Thread(target=log.ask, args=("respond", Signalling(), [call("one")]))
    asking.start()
    answered.wait()
    log.close()
    asking.join()
    assert len(list(log.root.rglob("*.parquet"))) == 1
    with pytest.raises(RuntimeError, match="closed"):
        log.ask("respond", Echo(), [call("two")])


def test_an_answer_that_cannot_be_stored_stops_those_who_wait_and_not_the_log(log: CallLog) -> None:
    """Half of a surrogate pair, which an engine should have replaced, has no bytes."""

    class Halved(Echo):
        def ask(self, requests: Sequence[Request], done: Done) -> None:
            choice = Choice(text="\ud83d", finish="stop")
            done(0, Completion(choices=(choice,), prompt_tokens=1, completion_tokens=1, seconds=0.1))

    with pytest.raises(UnicodeEncodeError):
        log.ask("respond", Halved(), [call("one")])
    assert texts(log.ask("respond", Echo(), [call("two")])) == ["owt"]


def test_an_engine_that_raises_leaves_the_log_in_order(log: CallLog) -> None:
    class Broken(Echo):
        def ask(self, requests: Sequence[Request], done: Done) -> None:
            super().ask(requests[:1], done)
            raise RuntimeError("it broke")

    with pytest.raises(RuntimeError, match="it broke"):
        log.ask("respond", Broken(), [call("one"), call("two")])
    assert log.under_way == 0
    log.close()
    assert texts(CallLog(log.root).ask("respond", Echo(), [call("one")])) == ["eno"]


def test_nobody_waits_for_an_answer_that_comes_after_the_end(log: CallLog) -> None:
    class Late(Echo):
        def ask(self, requests: Sequence[Request], done: Done) -> None:
            log.close()
            super().ask(requests, done)

    with pytest.raises(RuntimeError, match="closed before an answer was written"):
        log.ask("respond", Late(), [call("one")])


def test_what_is_known_is_written_when_nothing_else_is_under_way(tmp_path: Path) -> None:
    """However long the log may wait for more: nobody would send any."""
    patient = CallLog(tmp_path / "calls", flush_seconds=3600)
    assert texts(patient.ask("respond", Echo(), [call("one"), call("two")])) == ["eno", "owt"]


def test_a_key_leads_to_its_row(log: CallLog, tmp_path: Path) -> None:
    (answered,) = log.ask("respond", Echo(), [call("one")])
    row = recorded([tmp_path / "elsewhere", log.root], answered.key)
    assert row is not None and row["key"] == answered.key and row["template"] == "test/template"
    assert recorded([log.root], "0" * 32) is None
    assert recorded([log.root], "") is None
