"""The language of prompts and answers, on the texts that the floor was set by too."""

import csv
import json
import os
from pathlib import Path

import pytest

from filters.rules.language import identify
from tests.filters.rules.cases import reason

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))
SPANISH = "¿Qué pasa si quiero contar el número mínimo de intercambios para cualquier permutación de la lista?"
GERMAN = "Kannst du mir bitte ein kurzes Skript erstellen, das die Vorteile der alten Wassermühlen im Tal zeigt?"
CHINESE = "请写一篇介绍水车和磨坊历史的短文，并说明它们在今天的农村里还有什么用处。"
ENGLISH = "Please write a short text on the history of water mills, and say what use they still have in villages today."
JAPANESE = "水車の歴史について短い文章を書いて、今日の農村でどのように使われているかを説明してください。"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ENGLISH, "en", ""),
        (CHINESE, "zh", ""),
        (ENGLISH, "", ""),
        (SPANISH, "en", "wrong_language"),
        (GERMAN, "en", "wrong_language"),
        (CHINESE, "en", "wrong_language"),
        (ENGLISH, "zh", "wrong_language"),
        (JAPANESE, "zh", "wrong_language"),
        (SPANISH, "es", ""),
    ],
)
def test_a_prompt_is_in_the_language_that_is_stated(text: str, language: str, expected: str) -> None:
    assert reason("language", "42", prompt=text, language=language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "12 + 34 = 46",
        "Hola",
        "你好",
        "```python\nfor wert in liste_der_zahlen:\n    summe_aller_werte += wert\n```",
        "- Ragu alla Bolognese\n- Spaghetti alla Carbonara\n- Ossobuco alla Milanese\n- Tagliatelle verdi",
        "x_wert, y_wert, z_wert = berechne_werte(liste_der_zahlen), 1, 2",
    ],
)
def test_what_has_too_little_prose_is_not_judged(text: str) -> None:
    assert reason("language", text, language="en") == ""
    assert reason("language", text, language="zh") == ""


def test_an_answer_in_another_language_is_rejected_unless_it_was_asked_for() -> None:
    assert reason("language", SPANISH, prompt=ENGLISH) == "wrong_language"
    assert reason("language", ENGLISH, prompt=CHINESE, language="zh") == "wrong_language"
    assert reason("language", SPANISH, prompt="Say it in Spanish, please.") == ""
    assert reason("language", SPANISH, prompt="请把这句话翻译成西班牙语。", language="zh") == ""
    assert reason("language", CHINESE, prompt=f"Shorten this note:\n{CHINESE}") == ""


def test_an_instruction_before_a_long_text_in_another_language_is_kept() -> None:
    prompt = f"Please summarise the following text in one sentence:\n{SPANISH} {SPANISH} {SPANISH}"
    assert reason("language", "It asks about a list.", prompt=prompt) == ""
    assert reason("language", "关于列表。", prompt=f"请用一句话概括下面的内容：{ENGLISH}", language="zh") == ""


def test_the_same_text_gets_the_same_guess() -> None:
    assert identify(SPANISH) == identify(SPANISH)
    assert identify(SPANISH).language == "es"
    assert identify("12 34").language == ""


def outside() -> list[str]:
    """English prompts that people wrote."""
    if not (DATA / "ifeval").is_dir():
        pytest.skip(f"needs the folder {DATA} (GRISTMILL_TEST_DATA)")
    prompts = [json.loads(line)["prompt"] for line in (DATA / "ifeval/input_data.jsonl").open(encoding="utf-8")]
    for path in sorted((DATA / "self_instruct").glob("*.jsonl")):
        prompts += [json.loads(line)["instruction"] for line in path.open(encoding="utf-8")]
    with (DATA / "truthfulqa/TruthfulQA.csv").open(encoding="utf-8") as stream:
        return prompts + [row["Question"] for row in csv.DictReader(stream)]


def test_no_english_prompt_of_the_outside_data_is_lost() -> None:
    assert [prompt for prompt in outside() if reason("language", "Yes.", prompt=prompt)] == []
