"""Judge riddles by a table of the checker's own: who may say each clue, known by telling words of it.

args: ask ("riddle": the one that fits, "left": all that fit, "out": all that do not); items (what is offered); target
(the clues).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.short_answers import compare
from filters.reading.traits import bare
from filters.verdict import Verdict, failed

_SPEAKERS = (
    ("teeth|牙齿", "saw 锯子 comb 梳子"),
    ("legs but cannot|有腿却", "bed 床 chair 椅子 table 桌子"),
    ("wheels|轮子", "bicycle 自行车 train 火车"),
    ("an eye|有眼", "needle 针"),
    ("keys but|很多键", "piano 钢琴"),
    ("music|音乐", "drum 鼓 guitar 吉他 piano 钢琴"),
    ("your feet|脚上", "shoe 鞋 sock 袜子"),
    ("in pairs|成双", "glove 手套 shoe 鞋 sock 袜子"),
    ("from place to|载着", "bicycle 自行车 plane 飞机 ship 轮船 train 火车"),
    ("the sky|天上", "cloud 云 kite 风筝 plane 飞机"),
    ("smaller|越用越小", "candle 蜡烛 chalk 粉笔 eraser 橡皮 pencil 铅笔"),
    ("give light|发光", "candle 蜡烛 lamp 灯"),
    ("soak up|吸水", "sponge 海绵 towel 毛巾"),
    ("holes|是洞", "net 渔网 sieve 筛子 sponge 海绵"),
    ("own face|自己的脸", "mirror 镜子"),
    ("clap|鼓掌", "clock 时钟 watch 手表"),
    ("tell the time|告诉你时间", "clock 时钟 watch 手表"),
    ("wrist|手腕", "watch 手表"),
    ("pages|书页", "book 书 notebook 笔记本"),
    ("write with|写字", "chalk 粉笔 pen 钢笔 pencil 铅笔"),
    ("melt|融化", "ice_cube 冰块 snowman 雪人"),
    ("break me|打破", "egg 鸡蛋"),
    ("cook cry|流泪", "onion 洋葱"),
    ("can eat|可以吃", "apple 苹果 egg 鸡蛋 onion 洋葱"),
    ("climb|往上爬", "ladder 梯子"),
    ("a lock|锁里", "key 钥匙"),
    ("opened and|能打开", "book 书 door 门 notebook 笔记本 scissors 剪刀 umbrella 雨伞 window 窗户"),
    ("cutting|切或剪", "knife 刀 saw 锯子 scissors 剪刀"),
    ("the rain off|挡雨", "umbrella 雨伞"),
    ("sweep|清扫", "broom 扫帚"),
    ("shaken|一摇", "bell 铃铛"),
    ("follow|跟着", "shadow 影子"),
    ("a bed|有床", "river 河"),
    ("no legs|没有腿", "river 河"),
    ("neck|脖子", "bottle 瓶子 guitar 吉他"),
    ("hold water|盛水", "bottle 瓶子 bucket 水桶 cup 杯子"),
    ("corner|角落", "stamp 邮票"),
    ("cities|城市", "map 地图"),
)
_KNOWN = tuple(
    (cues.split("|"), frozenset(name.replace("_", " ") for name in names.split())) for cues, names in _SPEAKERS
)


def _speakers(clue: str) -> frozenset[str] | None:
    """Who may say a clue; None unless exactly one entry is about it."""
    found = [names for cues, names in _KNOWN if any(cue in clue for cue in cues)]
    return found[0] if len(found) == 1 else None


def check(args: Mapping[str, Any], response: str) -> Verdict:
    kept = set(args["items"])
    for clue in args["target"].replace("；", "; ").split("; "):
        names = _speakers(clue)
        if names is None:
            return failed("unclear_task", f"the table cannot tell who says {clue!r}")
        kept &= names
    ask = args["ask"]
    expected = [item for item in args["items"] if (item in kept) is (ask != "out")]
    if ask == "riddle" and len(expected) != 1:
        return failed("unclear_task", f"{len(expected)} of the things fit")
    return compare(expected, response, bare)
