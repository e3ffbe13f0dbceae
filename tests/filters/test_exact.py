from hypothesis import given, settings
from hypothesis import strategies as st

from filters.exact import keys, verdicts
from filters.tokens import tokens


@settings(deadline=None)
@given(st.lists(st.text(st.characters()) | st.sampled_from(["A b", "a  B", "ab", "Straße", "STRASSE", ""]), min_size=2))
def test_texts_have_one_key_where_their_tokens_are_equal(texts: list[str]) -> None:
    found = keys(texts).tolist()
    assert len(set(found)) == len({tuple(tokens(text)) for text in texts})
    assert [found.index(key) for key in found] == [list(map(tokens, texts)).index(tokens(text)) for text in texts]


def test_the_first_of_equal_texts_passes_and_the_others_name_it() -> None:
    judged = verdicts(["One two.", "three", "one  TWO ."])
    assert [one.passed for one in judged] == [True, True, False]
    assert (judged[2].reason, judged[2].detail) == ("exact_duplicate", "equal to record 0")
