"""The words of the `translation` family, each with its one translation into Chinese.

A kind of noun ("person", "food", "animal", "paper", "goods", "clothes") says which adjectives and verbs go with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

THINGS = ("food", "animal", "paper", "goods", "clothes")


@dataclass(frozen=True, slots=True)
class Noun:
    """`measure` is the Chinese measure word that stands between a number and the noun."""

    kind: str
    english: str
    plural: str
    chinese: str
    measure: str


@dataclass(frozen=True, slots=True)
class Adjective:
    """`chinese` comes with 的 where that is needed."""

    english: str
    chinese: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verb:
    english: str
    third: str
    past: str
    chinese: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    english: str
    chinese: str


@dataclass(frozen=True, slots=True)
class Time:
    """`tense` is "past", "future" or "habit"."""

    english: str
    chinese: str
    tense: str


def rows(text: str) -> Iterator[list[str]]:
    """The cells of a table: a line a row, cells parted by a bar, rows also by a semicolon."""
    for row in text.replace("\n", ";").split(";"):
        if row.strip():
            yield [cell.strip() for cell in row.split("|")]


def with_s(word: str) -> str:
    """The plural of a regular noun, which is also how a verb's third person is written."""
    if word.endswith(("s", "x", "sh", "ch", "ato")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


IRREGULAR = dict(
    row.split()
    for row in "child children, woman women, man men, fisherman fishermen, sheep sheep, fish fish, goose geese, "
    "mouse mice, knife knives, scarf scarves".split(", ")
)

_NOUNS = {
    "person": """
        farmer|农民|个; teacher|老师|位; doctor|医生|位; student|学生|个; painter|画家|位; singer|歌手|个
        driver|司机|个; nurse|护士|个; lawyer|律师|位; engineer|工程师|位; scientist|科学家|位; journalist|记者|个
        tailor|裁缝|个; sailor|水手|个; soldier|士兵|个; monk|和尚|个; tourist|游客|个; writer|作家|位
        carpenter|木匠|个; fisherman|渔夫|个; child|孩子|个; woman|女人|个; man|男人|个; girl|女孩|个; boy|男孩|个
        waiter|服务员|个; musician|音乐家|位; chef|厨师|个; merchant|商人|个; professor|教授|位; gardener|园丁|个
        dentist|牙医|个; pilot|飞行员|个""",
    "food": """
        apple|苹果|个; pear|梨|个; orange|橙子|个; egg|鸡蛋|个; cake|蛋糕|个; watermelon|西瓜|个; potato|土豆|个
        tomato|西红柿|个; carrot|胡萝卜|根; banana|香蕉|根; mushroom|蘑菇|个; peach|桃子|个; lemon|柠檬|个
        pumpkin|南瓜|个""",
    "animal": """
        horse|马|匹; cow|牛|头; sheep|羊|只; cat|猫|只; dog|狗|条; chicken|鸡|只; rabbit|兔子|只; fish|鱼|条
        duck|鸭子|只; bird|鸟|只; goose|鹅|只; mouse|老鼠|只; monkey|猴子|只; pig|猪|头""",
    "paper": """
        book|书|本; letter|信|封; map|地图|张; newspaper|报纸|份; dictionary|词典|本; novel|小说|本
        photograph|照片|张; poem|诗|首; story|故事|个; magazine|杂志|本; report|报告|份""",
    "goods": """
        chair|椅子|把; table|桌子|张; lamp|灯|盏; clock|钟|个; cup|杯子|个; bowl|碗|个; knife|刀|把; umbrella|伞|把
        key|钥匙|把; box|箱子|个; bicycle|自行车|辆; boat|船|条; piano|钢琴|架; drum|鼓|面; guitar|吉他|把
        camera|照相机|台; computer|电脑|台; watch|手表|块; basket|篮子|个; violin|小提琴|把; toy|玩具|个
        mirror|镜子|面; vase|花瓶|个""",
    "clothes": """
        shirt|衬衫|件; hat|帽子|顶; skirt|裙子|条; coat|大衣|件; scarf|围巾|条; sweater|毛衣|件; jacket|夹克|件""",
}
NOUNS = tuple(
    Noun(kind, english, IRREGULAR.get(english) or with_s(english), chinese, measure)
    for kind, text in _NOUNS.items()
    for english, chinese, measure in rows(text)
)

_ADJECTIVES = {
    "person": """
        young|年轻的; tired|疲倦的; happy|快乐的; poor|贫穷的; rich|富有的; clever|聪明的; lazy|懒惰的
        brave|勇敢的; hungry|饥饿的; polite|礼貌的; shy|害羞的; honest|诚实的; friendly|友好的; strong|强壮的
        kind|善良的; strict|严格的; patient|耐心的; curious|好奇的; proud|骄傲的; quiet|安静的; foreign|外国
        tall|高大的; angry|愤怒的""",
    "food": "fresh|新鲜的; sweet|甜; sour|酸; ripe|成熟的; big|大; small|小; cheap|便宜的; delicious|美味的",
    "animal": """
        big|大; small|小; white|白; black|黑; fat|肥; healthy|健康的; lively|活泼的; strange|奇怪的; wild|野生""",
    "paper": """
        new|新; old|旧; thick|厚; interesting|有趣的; boring|无聊的; famous|著名的; strange|奇怪的
        important|重要的""",
    "goods": """
        red|红; blue|蓝; green|绿; yellow|黄; white|白; black|黑; big|大; small|小; new|新; old|旧
        beautiful|漂亮的; cheap|便宜的; expensive|昂贵的; heavy|重; strange|奇怪的; clean|干净的; dirty|脏""",
    "clothes": """
        red|红; blue|蓝; green|绿; yellow|黄; white|白; black|黑; new|新; old|旧; beautiful|漂亮的; cheap|便宜的
        expensive|昂贵的; clean|干净的; dirty|脏; warm|暖和的; thick|厚; long|长""",
}
ADJECTIVES = tuple(
    Adjective(english, chinese, tuple(kind for kind, text in _ADJECTIVES.items() if [english, chinese] in rows(text)))
    for english, chinese in dict.fromkeys(tuple(row) for text in _ADJECTIVES.values() for row in rows(text))
)

_VERBS = f"""
    buy|bought|买|{" ".join(THINGS)}; sell|sold|卖|{" ".join(THINGS)}; see|saw|看见|{" ".join(THINGS)}
    find|found|找到|{" ".join(THINGS)}; steal|stole|偷|{" ".join(THINGS)}; choose|chose|挑选|{" ".join(THINGS)}
    count|counted|数|food animal paper goods; draw|drew|画|food animal goods
    lose|lost|丢失|animal paper goods clothes; wash|washed|洗|food animal clothes; eat|ate|吃|food
    pick|picked|摘|food; taste|tasted|品尝|food; share|shared|分享|food paper; feed|fed|喂|animal
    chase|chased|追赶|animal; raise|raised|养|animal; catch|caught|抓住|animal; weigh|weighed|称|food animal
    read|read|读|paper; write|wrote|写|paper; translate|translated|翻译|paper; print|printed|打印|paper
    discuss|discussed|讨论|paper; describe|described|描述|paper animal goods; copy|copied|抄写|paper
    repair|repaired|修理|goods; carry|carried|搬|goods; borrow|borrowed|借|paper goods clothes
    make|made|制作|goods clothes; hide|hid|藏|paper goods food; collect|collected|收集|paper goods
    order|ordered|订购|paper goods clothes; mend|mended|缝补|clothes; show|showed|展示|paper goods clothes
"""
VERBS = tuple(
    Verb(english, with_s(english), past, chinese, tuple(kinds.split()))
    for english, past, chinese, kinds in rows(_VERBS)
)

PLACES = tuple(
    Place(*row)
    for row in rows("""
        at the market|市场; in the library|图书馆; in the park|公园; at the station|车站; in the garden|花园里
        at the school|学校; in the hospital|医院; in the village|村子里; by the river|河边; in the kitchen|厨房
        at the airport|机场; in the museum|博物馆; in the forest|森林里; on the beach|海滩上; in the office|办公室
        on the island|岛上; in the shop|商店; at the harbour|港口; in the hotel|旅馆
        on the farm|农场; at the temple|寺庙里; in the factory|工厂; in the town|镇上; at the theatre|剧院""")
)

TIMES = tuple(
    Time(*row)
    for row in rows("""
        yesterday|昨天|past; last week|上周|past; last month|上个月|past; last year|去年|past; last night|昨晚|past
        the day before yesterday|前天|past; two days ago|两天前|past; an hour ago|一小时前|past
        tomorrow|明天|future; next week|下周|future; next month|下个月|future; next year|明年|future
        tomorrow morning|明天早上|future; the day after tomorrow|后天|future; every day|每天|habit
        every morning|每天早上|habit; every week|每周|habit; every year|每年|habit
        every Sunday|每个星期天|habit; every evening|每天晚上|habit; every summer|每年夏天|habit""")
)

NUMBERS = tuple(
    zip("a two three four five six seven eight nine ten".split(), "一两三四五六七八九十", strict=True),
)
