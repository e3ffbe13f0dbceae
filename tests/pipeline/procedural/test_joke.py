import re

import pytest

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks


def test_contract() -> None:
    holds("joke", distinct=0.97)


@pytest.mark.parametrize("language", family("joke").languages)
def test_every_demand_is_told_and_needed(language: str) -> None:
    subject = family("joke")
    for _, args in tasks(subject, language, 60):
        demands, text = args["demands"], subject.solve(args, language).text
        prompt = subject.render(args, language, 2)
        assert all(phrase in prompt for phrase in (*demands["says"], *demands["avoids"]))
        assert not {"{", "["} & set(prompt + text)
        for phrase in demands["says"]:
            assert check("document", args, re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)).reason
        for word in demands["avoids"]:
            assert check("document", args, f"{word} {text}\n{word}").reason
