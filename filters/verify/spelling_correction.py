"""Look every word up in a word list and put the nearest one for those that are not in it.

args: language; text; ask ("text": the whole text corrected; "words": the corrections alone, in order). English words of
six letters and more are looked up; a word not in the list stands for the only one that differs from it by one letter
left out or put in or by two neighbours exchanged. In Chinese the wrongly written words themselves are listed.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.comma_list import comma_list
from filters.reading.sentences import squeeze
from filters.verdict import Verdict, failed, passed

_WORDS = frozenset(
    """
    accidentally apartment apparently appreciated aquarium assistant beautiful bicycle blanket bookshop borrowed
    calendar carefully carpenter cathedral cemetery certificate chocolate colleague colourful comfortable
    courtyard cupboard
    dangerous definitely delicious delivered described dictionary different discovered electrician enormous envelope
    eventually excellent expensive fascinating favourite gardener gradually hospital immediately inspected instrument
    interesting journalist laboratory librarian lighthouse mentioned microscope musician mysterious necklace neighbour
    newspaper obviously occasionally passenger photograph playground pleased probably professor purchased
    received recommended remembered restaurant ridiculous sandwich saxophone scientist secretary suddenly suitcase
    supermarket telescope translator typewriter umbrella unfortunately university valuable wardrobe warehouse
    wonderful""".split()
)
_MISWRITTEN = dict(
    pair.split()
    for pair in (
        "以经 已经;在见 再见;我门 我们;径常 经常;克苦 刻苦;安净 安静;飘亮 漂亮;"
        "幸苦 辛苦;代领 带领;炼习 练习;锻练 锻炼;竞然 竟然;竟赛 竞赛;"
        "急燥 急躁;干躁 干燥;供献 贡献;提贡 提供;严历 严厉;厉史 历史;请楚 清楚;"
        "心清 心情;寂莫 寂寞;"
        "浪废 浪费;节药 节约;和霭 和蔼;副度 幅度;橱房 厨房;拜仿 拜访;模访 模仿;沭浴 沐浴;迫不急待 迫不及待;"
        "走头无路 走投无路;"
        "一如继往 一如既往;"
        "再接再励 再接再厉;穿流不息 川流不息;谈笑风声 谈笑风生;"
        "变本加利 变本加厉;按步就班 按部就班;出奇不意 出其不意;莫明其妙 莫名其妙;破斧沉舟 破釜沉舟"
    ).split(";")
)
_LOOKED_UP = re.compile(r"(?<![A-Za-z])[A-Za-z]?[a-z]{5,14}(?![A-Za-z])")
_WRONG = re.compile("|".join(_MISWRITTEN))


def _one_apart(found: str, word: str) -> bool:
    """Whether two words differ by one letter more or less or by two neighbours exchanged."""
    size = min(len(found), len(word))
    start = next((at for at in range(size) if found[at] != word[at]), size)
    if len(found) == len(word):
        pair = found[start : start + 2]
        return pair[::-1] == word[start : start + 2] and found[start + 2 :] == word[start + 2 :]
    if len(found) > len(word):
        found, word = word, found
    return found[start:] == word[start + 1 :]


@lru_cache(maxsize=8192)
def _corrected(word: str) -> str:
    """The word, or the only listed one next to it; a word without such a neighbour stays."""
    small = word.lower()
    if small in _WORDS:
        return word
    near = [known for known in _WORDS if -1 <= len(known) - len(small) <= 1 and _one_apart(small, known)]
    if len(near) != 1:
        return word
    return near[0].capitalize() if word[0] != small[0] else near[0]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    changed: list[str] = []

    def correct(match: re.Match[str]) -> str:
        new = _MISWRITTEN[match[0]] if args["language"] == "zh" else _corrected(match[0])
        if new != match[0]:
            changed.append(new)
        return new

    right = (_WRONG if args["language"] == "zh" else _LOOKED_UP).sub(correct, args["text"])
    if args["ask"] == "words":
        words = [word.lower() for word in comma_list(response)]
        if words == [word.lower() for word in changed]:
            return passed(", ".join(changed))
        return failed("wrong_words", f"expected {', '.join(changed)}; found {', '.join(words)[:300] or 'nothing'}")
    found = squeeze(final_answer(response))
    if len(found) > 2 and found[0] + found[-1] in ('""', "“”"):
        found = found[1:-1]
    if found == right:
        return passed(right)
    if found == args["text"]:
        return failed("unchanged", f"the text was given back as it was; expected {right!r}")
    return failed("wrong_text", f"expected {right!r}, found {found[:400]!r}")
