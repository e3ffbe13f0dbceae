from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.spelling_correction import _MISWRITTEN, _WORDS
from pipeline.teachers.procedural.families.spelling_correction import meant, slips_of
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

TEXT = "Ada probaly recieved the umbrela. Sudenly the musician left."
ARGS = {"language": "en", "ask": "text", "text": TEXT}


def test_contract() -> None:
    holds("spelling_correction")


def test_answers_by_hand() -> None:
    right = "Ada probably received the umbrella. Suddenly the musician left."
    assert family("spelling_correction").solve(ARGS, "en").answer == right
    assert check("spelling_correction", ARGS, f'Answer: "{right}"').passed
    assert check("spelling_correction", ARGS, f"Answer: {TEXT}").reason == "unchanged"
    listed = {**ARGS, "ask": "words"}
    assert check("spelling_correction", listed, "Answer: probably, received, umbrella, suddenly").passed
    assert (
        check("spelling_correction", listed, "Answer: probably, recieved, umbrella, suddenly").reason == "wrong_words"
    )
    chinese = {"language": "zh", "ask": "text", "text": "我门以经到了。"}
    assert check("spelling_correction", chinese, "答案：我们已经到了。").passed


def test_no_slip_is_a_word_or_the_slip_of_another() -> None:
    assert set(slips_of()) <= _WORDS and meant("zh") == _MISWRITTEN
    slips = [slip for listed in slips_of().values() for slip in listed]
    assert len(slips) == len(set(slips)) and _WORDS.isdisjoint(slips)


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("spelling_correction", ARGS, text).passed
