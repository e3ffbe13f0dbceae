"""Judge answers about music: lists of instruments and works of the checker's own, and notes as places on the circle of
fifths or as keys of a keyboard.

args: ask (see filters/reading/traits.py; "up", "down", "semitones", "interval", "beats", "degree"); items; target (a
description, a number of semitones or a key); language.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.reading.traits import ASKS, fitting, judge
from filters.verdict import Verdict

_BOWED = "cello=大提琴 double_bass=低音提琴 erhu=二胡 viola=中提琴 violin=小提琴"
_PLUCKED = "guitar=吉他 guzheng=古筝 harp=竖琴 pipa=琵琶"
_REEDS = "bassoon=大管 clarinet=单簧管 flute=长笛 oboe=双簧管 piccolo=短笛 saxophone=萨克斯管"
_HORNS = "cornet=短号 french_horn=圆号 trombone=长号 trumpet=小号 tuba=大号"
_COMPOSERS = {
    ("Bach", "巴赫"): "art_of_fugue=赋格的艺术 brandenburg_concertos=勃兰登堡协奏曲 goldberg_variations=哥德堡变奏曲 "
    "st_matthew_passion=马太受难曲 well-tempered_clavier=平均律钢琴曲集",
    (
        "Beethoven",
        "贝多芬",
    ): "eroica_symphony=英雄交响曲 fidelio=费德里奥 für_elise=致爱丽丝 moonlight_sonata=月光奏鸣曲",
    ("Chopin", "肖邦"): "minute_waltz=小狗圆舞曲 raindrop_prelude=雨滴前奏曲 revolutionary_étude=革命练习曲",
    ("Dvořák", "德沃夏克"): "new_world_symphony=自新大陆交响曲 rusalka=水仙女(歌剧)",
    ("Handel", "亨德尔"): "messiah=弥赛亚 music_for_the_royal_fireworks=皇家焰火音乐 water_music=水上音乐",
    ("Haydn", "海顿"): "creation=创世纪 farewell_symphony=告别交响曲 surprise_symphony=惊愕交响曲",
    ("Johann Strauss the younger", "小约翰·施特劳斯"): "blue_danube=蓝色多瑙河 die_fledermaus=蝙蝠 "
    "tales_from_the_vienna_woods=维也纳森林的故事",
    ("Mozart", "莫扎特"): "così_fan_tutte=女人心 don_giovanni=唐璜(歌剧) magic_flute=魔笛 "
    "marriage_of_figaro=费加罗的婚礼",
    ("Mussorgsky", "穆索尔斯基"): "boris_godunov=鲍里斯·戈杜诺夫(歌剧) pictures_at_an_exhibition=图画展览会",
    ("Puccini", "普契尼"): "madama_butterfly=蝴蝶夫人 tosca=托斯卡 turandot=图兰朵",
    ("Schubert", "舒伯特"): "trout_quintet=鳟鱼五重奏 unfinished_symphony=未完成交响曲 winterreise=冬之旅",
    ("Tchaikovsky", "柴可夫斯基"): "1812_overture=1812序曲 eugene_onegin=叶甫盖尼·奥涅金(歌剧) nutcracker=胡桃夹子 "
    "sleeping_beauty=睡美人(舞剧) swan_lake=天鹅湖",
    ("Verdi", "威尔第"): "aida=阿依达 la_traviata=茶花女(歌剧) nabucco=纳布科 rigoletto=弄臣",
    ("Wagner", "瓦格纳"): "flying_dutchman=漂泊的荷兰人 lohengrin=罗恩格林 parsifal=帕西法尔 tannhäuser=汤豪舍 "
    "tristan_and_isolde=特里斯坦与伊索尔德",
}
_TABLE = fitting(
    {
        ("a string instrument", "弦乐器"): f"{_BOWED} {_PLUCKED}",
        ("played with a bow", "用弓演奏"): _BOWED,
        ("a brass instrument", "铜管乐器"): _HORNS,
        ("a woodwind instrument", "木管乐器"): _REEDS,
        ("played by blowing", "靠吹奏发声"): f"{_HORNS} {_REEDS} dizi=竹笛 suona=唢呐",
        ("a percussion instrument", "打击乐器"): "cymbals=钹 gong=锣 snare_drum=小军鼓 tambourine=铃鼓 timpani=定音鼓 "
        "triangle=三角铁 xylophone=木琴",
        ("a traditional Chinese instrument", "中国传统乐器"): "dizi=竹笛 erhu=二胡 guzheng=古筝 pipa=琵琶 suona=唢呐",
    }
    | {(f"composed by {name}", f"{chinese}的作品"): works for (name, chinese), works in _COMPOSERS.items()}
)

_LETTERS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_SHARPS = "c c# d d# e f f# g g# a a# b".split()
_FIFTHS = "fcgdaeb"
_QUALITIES = {
    ("second", "二度"): {1: ("minor", "小"), 2: ("major", "大")},
    ("third", "三度"): {3: ("minor", "小"), 4: ("major", "大")},
    ("fourth", "四度"): {5: ("perfect", "纯")},
    ("fifth", "五度"): {7: ("perfect", "纯")},
    ("sixth", "六度"): {8: ("minor", "小"), 9: ("major", "大")},
    ("seventh", "七度"): {10: ("minor", "小"), 11: ("major", "大")},
}
"""By the number of letters that an interval spans, and its semitones."""
_BEATS: dict[str, float] = {"whole": 4, "half": 2, "quarter": 1, "eighth": 0.5} | {
    "全音": 4,
    "二分": 2,
    "四分": 1,
    "八分": 0.5,
}


def _key(note: str) -> int | None:
    """The key of a keyboard, 0 to 11, that a note is played on; None if it is no note."""
    folded = plain(note).replace("♯", "#").replace("♭", "b")
    if not folded or folded[0] not in _LETTERS or folded[1:] not in ("", "#", "b"):
        return None
    return (_LETTERS[folded[0]] + {"": 0, "#": 1, "b": -1}[folded[1:]]) % 12


def _sharp(text: str) -> str:
    """A note under its name with a sharp; what is no note as it stands."""
    key = _key(text)
    return text if key is None else _SHARPS[key]


def _note(text: str) -> str:
    return plain(text).replace("♯", "#").replace("♭", "b")


def _span(step: str) -> tuple[int, int]:
    """Letters and semitones from the first note of "C–G" up to the next second one."""
    low, high = step.lower().split("–")
    letters = ("cdefgab".index(high[0]) - "cdefgab".index(low[0])) % 7
    return letters, ((_key(high) or 0) - (_key(low) or 0)) % 12


def _interval(step: str, chinese: bool) -> str:
    letters, keys = _span(step)
    (number, number_zh), qualities = list(_QUALITIES.items())[letters - 1]
    quality = qualities[keys][chinese]
    return f"{quality}{number_zh}" if chinese else f"{quality} {number}"


def _scale(tonic: str) -> list[str]:
    """A major scale: seven neighbours on the circle of fifths, from one below the tonic, in the order of letters."""
    place = _FIFTHS.index(tonic)
    names = [
        f"{_FIFTHS[(place + by) % 7]}{'#' if place + by > 6 else 'b' if place + by < 0 else ''}" for by in range(-1, 6)
    ]
    return sorted(names, key=lambda name: ("cdefgab".index(name[0]) - "cdefgab".index(tonic)) % 7)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    ask, items, target = args["ask"], args["items"], args["target"]
    if ask in ASKS:
        return judge(_TABLE, args, response)
    if ask in ("up", "down"):
        by = int(target) if ask == "up" else -int(target)
        return compare([_SHARPS[((_key(item) or 0) + by) % 12] for item in items], response, _sharp)
    if ask == "semitones":
        return compare([str(_span(item)[1]) for item in items], response, plain)
    if ask == "interval":
        return compare([_interval(item, args["language"] == "zh") for item in items], response, plain)
    if ask == "beats":
        total = Fraction()
        for item in items:
            (length,) = (beats for word, beats in _BEATS.items() if word in item)
            total += Fraction(length) * (Fraction(3, 2) if "dotted" in item or "附点" in item else 1)
        return compare([f"{float(total):g}"], response, lambda text: plain(text).removesuffix(".0"))
    scale = _scale(target.lower())
    return compare([scale[int(item) - 1] for item in items], response, _note)
