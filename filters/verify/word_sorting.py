"""Sort the stated words again and compare.

args: words (small letters a to z, or Chinese; all different); keys (names of the rules, applied in turn, ties left at
the end go by the alphabet, or in Chinese by the given order); without (a letter or a Chinese character: words that
contain it are left out; "" for none).
"""

from collections.abc import Mapping
from functools import cmp_to_key
from typing import Any

from filters.reading.comma_list import comma_list, first_difference
from filters.verdict import Verdict, failed, passed


def _compare(a: Any, b: Any) -> int:
    return (a > b) - (a < b)


def _vowels(word: str) -> int:
    return sum(map(word.count, "aeiou"))


_RULES = {
    "alphabet": lambda a, b: _compare(a, b),
    "alphabet_down": lambda a, b: _compare(b, a),
    "length": lambda a, b: _compare(len(a), len(b)),
    "length_down": lambda a, b: _compare(len(b), len(a)),
    "last": lambda a, b: _compare(a[-1], b[-1]),
    "last_down": lambda a, b: _compare(b[-1], a[-1]),
    "second": lambda a, b: _compare(a[1], b[1]),
    "vowels": lambda a, b: _compare(_vowels(a), _vowels(b)),
    "vowels_down": lambda a, b: _compare(_vowels(b), _vowels(a)),
    "backwards": lambda a, b: _compare(a[::-1], b[::-1]),
}


_PINYIN = {
    character: letter
    for letter, characters in {
        "a": "安",
        "b": "报北菠傍备部比班变标",
        "c": "城车餐春菜茶村错操材程参词厨窗草",
        "d": "读大地道冬电动岛答",
        "f": "肥番方服蜂发翻父房飞法",
        "g": "管高港工公果国故顾过规",
        "h": "黄河孩化花环函汉猴湖海火合会",
        "j": "基降街居交计接奖距经教技建机家疾健季价警结记",
        "k": "恐咖客昆科",
        "l": "列旅邻老路历链轮理篮",
        "m": "模蜜米面目",
        "n": "内农南年能牛鸟",
        "p": "平排朋跑",
        "q": "气汽请秋桥",
        "r": "人软",
        "s": "时手水蔬数上山商丝算顺市社设视诗食森沙隧实生",
        "t": "图土陶团同天太条统体",
        "w": "文晚网舞温问物",
        "x": "系小下夏消香学协信校循星项",
        "y": "药院阳硬用渔元雨音运研页语医衣颜月邮银原游",
        "z": "站中展早周终植政字作桌足",
    }.items()
    for character in characters
}
"""The first letter of the pinyin of the characters that words of a Chinese task begin with."""


def _chinese(args: Mapping[str, Any]) -> list[str]:
    """Words letter by letter, each letter's in the order given."""
    kept = [word for word in args["words"] if not args["without"] or args["without"] not in word]
    letters = sorted({_PINYIN[word[0]] for word in kept})
    if args["keys"][0].endswith("_down"):
        letters.reverse()
    return [word for letter in letters for word in kept if _PINYIN[word[0]] == letter]


def _expected(args: Mapping[str, Any]) -> list[str]:
    if args["keys"][0].startswith("pinyin"):
        return _chinese(args)
    rules = [_RULES[key] for key in args["keys"]] + [_RULES["alphabet"]]

    def by_all(a: str, b: str) -> int:
        return next((order for rule in rules if (order := rule(a, b))), 0)

    letter = args["without"]
    kept = [word for word in args["words"] if not letter or letter not in word]
    return sorted(kept, key=cmp_to_key(by_all))


def check(args: Mapping[str, Any], response: str) -> Verdict:
    found = [word.casefold() for word in comma_list(response)]
    if not found:
        return failed("no_answer", "no words stand after the answer mark")
    expected = _expected(args)
    reason, detail = first_difference(expected, found)
    return failed(reason, detail) if reason else passed(", ".join(expected))
