"""Ask, parse, and ask again with the parser's complaint: the one way in which every verb talks to a model."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pipeline import usage
from pipeline.calls import Answered, Call, CallLog
from pipeline.engines import registry
from pipeline.engines.base import EngineError, Message, Request, Sampling
from pipeline.keyed import canonical, digest
from pipeline.schema import Row
from pipeline.teachers.base import Failure
from pipeline.teachers.llm.settings import LLM
from prompts.parsing import Unparsed, parse
from prompts.templates import Template, TemplateError, Value, template

LARGEST_SEED = 2**31
"""Sampling seeds stay below it: some servers take 32-bit numbers."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a verb wants to know: a template with its slots filled, of which engine, for which row."""

    row: str
    """Id of the row that the answer is for."""
    engine: str
    template: Template
    slots: Mapping[str, Value]
    sample: int = 0
    """Which of several answers to the same question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A parsed answer: its parts by name, the raw text, and its key in the call log."""

    parts: dict[str, Any]
    text: str
    finish: str
    engine: str
    call: str


class Asker:
    """Shared by the threads of a process."""

    def __init__(self, settings: LLM, run_seed: int, log: CallLog, replays: Mapping[str, int]) -> None:
        """`replays` says how often a question was begun anew (see `place_of`), which gives it other seeds."""
        self.settings, self.run_seed, self.log, self.replays = settings, run_seed, log, replays

    def ask(self, verb: str, step: str, questions: Sequence[Question], noted: Counter[str]) -> list[Answer | Failure]:
        """An answer for each question, in order. `step` names the part of the call log."""
        found: dict[int, Answer | Failure] = {}
        talks: dict[int, tuple[Message, ...]] = {}
        for place, question in enumerate(questions):
            try:
                talks[place] = question.template.render(**question.slots)
            except TemplateError as error:  # such as an empty slot: the fault of one row, not of its neighbours
                found[place] = Failure(f"unasked: {error}", _named(question))
        for attempt in range(self.settings.retries + 1):
            requests = {
                place: self._request(verb, step, questions[place], talk, attempt) for place, talk in talks.items()
            }
            talks = {}
            for place, request, answered in self._results(step, questions, requests, noted):
                outcome = self._read(questions[place], request, answered)
                if isinstance(outcome, _Again) and attempt < self.settings.retries:
                    usage.note_unparsed(noted, questions[place].engine)
                    talks[place] = outcome.messages
                else:
                    found[place] = outcome.failure if isinstance(outcome, _Again) else outcome
        return [found[place] for place in range(len(questions))]

    def _results(
        self, step: str, questions: Sequence[Question], requests: Mapping[int, Request], noted: Counter[str]
    ) -> list[tuple[int, Request, Answered]]:
        """Every engine is asked at once for all that is its own."""
        by_engine: dict[str, list[int]] = {}
        for place in requests:
            by_engine.setdefault(questions[place].engine, []).append(place)
        results = []
        for name, places in by_engine.items():
            engine = registry.engine(name, self.settings.engines[name])
            calls = [
                Call(requests[place], questions[place].template.id, questions[place].template.hash) for place in places
            ]
            for place, answered in zip(places, self.log.ask(step, engine, calls), strict=True):
                usage.note(noted, name, answered.result, reused=answered.reused)
                results.append((place, requests[place], answered))
        return sorted(results, key=lambda result: result[0])

    def _request(self, verb: str, step: str, question: Question, talk: tuple[Message, ...], attempt: int) -> Request:
        own = self.settings.sampling_of(verb)
        key = (self.run_seed, question.row, step, question.sample, attempt, self._replays(step, question))
        sampling = Sampling(
            temperature=own.temperature,
            top_p=own.top_p,
            max_tokens=own.max_tokens,
            stop=own.stop,
            seed=int(digest("sampling", *key, size=8), 16) % LARGEST_SEED,
            json_schema=question.template.output.schema,
        )
        if question.template.raw:
            return Request(prompt="", sampling=sampling)
        return Request(messages=talk, sampling=sampling)

    def _replays(self, step: str, question: Question) -> int:
        return self.replays.get(place_of(step, question.row, question.sample), 0)

    def _read(self, question: Question, request: Request, answered: Answered) -> "Answer | Failure | _Again":
        kept = {**_named(question), "request": asdict(request)}
        if isinstance(answered.result, EngineError):
            return Failure(f"{answered.result.kind}: {answered.result.message}", kept)
        choice = answered.result.choices[0]
        try:
            parts = parse(question.template, choice.text, given=canonical(dict(question.slots)))
        except Unparsed as error:
            said: Message = {"role": "assistant", "content": choice.text}
            blame = template(f"retry/complaint.{question.template.language}").render(complaint=error.complaint)
            failure = Failure(f"unparsed: {error.complaint}", {**kept, "answer": choice.text, "call": answered.key})
            return _Again((*request.messages, said, *blame), failure)
        return Answer(parts, choice.text, choice.finish, question.engine, answered.key)


@dataclass(frozen=True, slots=True)
class _Again:
    """An answer that could not be parsed: how to go on, and what to say if that is not allowed any more."""

    messages: tuple[Message, ...]
    failure: Failure


def place_of(step: str, row: str, sample: int) -> str:
    """A question's name in the record of what was begun anew. It names the step, for a row keeps its id from step to
    step, and a failed answer is no reason to ask for the instruction again."""
    return f"{step}/{row}/{sample}"


def _named(question: Question) -> dict[str, Any]:
    """What a failure says of the question that it belongs to."""
    return {
        "engine": question.engine,
        "template": question.template.id,
        "row": question.row,
        "samples": [question.sample],
    }


def first_of(failures: Sequence[Failure]) -> Failure:
    """The first of a row's failures, which stands for all of them: it lists the samples of each."""
    samples = [sample for failure in failures for sample in failure.request["samples"]]
    return replace(failures[0], request={**failures[0].request, "samples": samples})


def lineage_step(question: Question, answer: Answer, operator: str, parent: str, run_seed: int) -> Row:
    """How a step of a record's lineage names the question it came from."""
    return {
        "operator": operator,
        "id": question.row,
        "parent": parent,
        "template": question.template.id,
        "template_hash": question.template.hash,
        "teacher": question.engine,
        "seed": f"{run_seed}/{operator}/{question.sample}",
        "call": answer.call,
    }


def sampled(question: Question, count: int) -> list[Question]:
    """The same question, for several answers."""
    return [replace(question, sample=sample) for sample in range(count)]
