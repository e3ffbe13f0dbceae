"""What the tests of the labelling families have in common."""

import random

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.labelling import LabellingFamily
from tests.pipeline.procedural.contract import tasks

FILLINGS = 40


def subject_of(name: str) -> LabellingFamily:
    subject = family(name)
    assert isinstance(subject, LabellingFamily)
    return subject


def tables_are_read_by_their_stems(name: str, language: str) -> None:
    """Each pattern shows its label alone, whatever fills it; each aside shows none."""
    subject = subject_of(name)
    texts = subject.texts[language]
    labels = list(texts.patterns)
    assert len(labels) >= 12
    for label, patterns in texts.patterns.items():
        for pattern in patterns:
            for salt in range(FILLINGS):
                rng = generator(name, pattern, salt)
                filled = {slot: rng.choice(options) for slot, options in texts.fillers.items()}
                text = pattern.format(**filled)
                assert subject.label_of(text, language) == label, text
                verdict = check(subject.checker, {"texts": [text], "labels": labels}, f"Answer: {label}")
                assert verdict.passed, (pattern, text, verdict)
    for aside in texts.asides:
        assert check(subject.checker, {"texts": [aside], "labels": labels}, "").reason == "unclear_task", aside


def evolution_adds_a_text_or_an_aside(name: str) -> None:
    subject = subject_of(name)
    rng = random.Random(name)
    counts = set()
    for _, args in tasks(subject, "en", 40):
        harder = subject.evolve(rng, args, "en")
        assert harder is not None
        more = len(harder["texts"]) - len(args["texts"])
        assert more == 1 or len(harder["texts"][0]) > len(args["texts"][0])
        counts.add(more)
    assert counts == {0, 1}
