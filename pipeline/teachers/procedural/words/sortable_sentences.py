"""Sentences with one place in an order (a date, a clock time, a rank, a measure), by language and rule.

A slot {v} holds what is sorted by; {name}, {place} and {number} are filled from tables and decide nothing.
"""

PATTERNS = {
    "en": {
        "date": (
            "{name} moved to {place} on {v}.",
            "The mill in {place} burnt down on {v}.",
            "On {v}, {name} opened a shop in {place}.",
            "The railway reached {place} on {v}.",
            "{name} was born in {place} on {v}.",
            "On {v}, the bridge at {place} was finished.",
            "The town hall of {place} dates from {v}.",
            "{name} painted the view of {place} on {v}.",
            "On {v}, snow fell in {place} for the first time.",
            "The school in {place} took its first pupils on {v}.",
        ),
        "clock": (
            "At {v}, {name} calls the office in {place}.",
            "The bus to {place} leaves at {v}.",
            "{name} has lunch with friends in {place} at {v}.",
            "The shop in {place} opens its doors at {v}.",
            "At {v}, {name} waters the flowers.",
            "The concert in {place} starts at {v}.",
            "{name} walks the dog at {v}.",
            "At {v}, the lights in {place} go on.",
            "The last ferry from {place} sails at {v}.",
        ),
        "rank": (
            "{name} came {v} in the race at {place}.",
            "The {v} to arrive in {place} was {name}.",
            "{name} from {place} took {v} place.",
            "In the draw at {place}, {name} was called {v}.",
            "{name} spoke {v} at the meeting in {place}.",
            "The jury in {place} put {name} {v}.",
        ),
        "length": (
            "The bridge at {place} is {v} long.",
            "{name}'s walk through {place} was {v} long.",
            "The tunnel under {place} measures {v}.",
            "From the station of {place} to {name}'s house it is {v}.",
            "{name} ran {v} around {place}.",
            "The wall of {place} has a length of {v}.",
            "The rope that {name} bought in {place} is {v} long.",
        ),
        "mass": (
            "{name} sent a parcel of {v} to {place}.",
            "The stone from {place} weighs {v}.",
            "{name}'s suitcase weighs {v}.",
            "The pumpkin from {place} has a mass of {v}.",
            "{name} picked {v} of berries near {place}.",
            "The statue in {place} is made of {v} of bronze.",
        ),
        "span": (
            "The film that {name} saw in {place} lasts {v}.",
            "The train to {place} takes {v}.",
            "{name} waited {v} at the station of {place}.",
            "The meeting in {place} went on for {v}.",
            "{name} needed {v} for the climb above {place}.",
            "The power in {place} was off for {v}.",
        ),
    },
    "zh": {
        "date": (
            "{v}，{name}搬到了{place}。",
            "{place}的磨坊在{v}失火。",
            "{name}于{v}在{place}开了一家店。",
            "铁路在{v}通到了{place}。",
            "{name}{v}出生在{place}。",
            "{v}，{place}的大桥竣工。",
            "{place}的钟楼建成于{v}。",
            "{name}在{v}画下了{place}的风景。",
            "{place}的学校在{v}迎来第一批学生。",
        ),
        "clock": (
            "{v}，{name}给{place}的办公室打电话。",
            "开往{place}的班车{v}发车。",
            "{name}{v}和朋友在{place}吃饭。",
            "{place}的商店{v}开门。",
            "{v}，{name}给花浇水。",
            "{place}的音乐会{v}开始。",
            "{name}{v}出门遛狗。",
            "从{place}开出的末班船{v}起航。",
        ),
        "rank": (
            "{name}在{place}的赛跑中得了{v}。",
            "{v}到达{place}的是{name}。",
            "来自{place}的{name}名列{v}。",
            "在{place}的会上，{name}是{v}发言的。",
            "{place}的评委把{name}排在{v}。",
        ),
        "length": (
            "{place}的大桥长{v}。",
            "{name}在{place}散步走了{v}。",
            "{place}下面的隧道全长{v}。",
            "从{place}的车站到{name}家有{v}。",
            "{name}绕着{place}跑了{v}。",
            "{place}的城墙长{v}。",
            "{name}在{place}买的绳子长{v}。",
        ),
        "mass": (
            "{name}往{place}寄了一个{v}的包裹。",
            "从{place}运来的石头重{v}。",
            "{name}的行李箱重{v}。",
            "{place}出产的南瓜重{v}。",
            "{name}在{place}附近采了{v}草莓。",
            "{place}的铜像用了{v}铜。",
        ),
        "span": (
            "{name}在{place}看的电影长{v}。",
            "开往{place}的火车要走{v}。",
            "{name}在{place}的车站等了{v}。",
            "{place}的会议开了{v}。",
            "{name}爬上{place}旁边的山用了{v}。",
            "{place}停电停了{v}。",
        ),
    },
}
PLACES = {
    "en": "Ashford Birkdale Cranmore Dunley Eastham Farley Glenbrook Harwick Ivydale Kingsley Larkhill Millbrook "
    "Norton Oakwell Penbury Redmoor Selby Thornton Upwood Westhaven".split(),
    "zh": "青河镇 白石镇 东湖镇 柳林镇 金山镇 云溪镇 枫桥镇 石门镇 双塔镇 月湾镇 长桥镇 竹溪镇 梅岭镇".split(),
}
RULES = {
    "en": {
        "date": ("from the earliest date to the latest", "from the latest date to the earliest"),
        "clock": ("by time of day, earliest first", "by time of day, latest first"),
        "rank": ("by rank, from first place down", "by rank, from the last place up"),
        "length": ("by length, shortest first", "by length, longest first"),
        "mass": ("by weight, lightest first", "by weight, heaviest first"),
        "span": ("by how long something lasts, shortest first", "by how long something lasts, longest first"),
        "words": ("by number of words, fewest first", "by number of words, most first"),
        "initial": ("by the first letter of each sentence, from A to Z", "by the first letter of each, from Z to A"),
    },
    "zh": {
        "date": ("按日期从早到晚", "按日期从晚到早"),
        "clock": ("按一天中的时刻从早到晚", "按一天中的时刻从晚到早"),
        "rank": ("按名次从前到后", "按名次从后到前"),
        "length": ("按长度从短到长", "按长度从长到短"),
        "mass": ("按重量从轻到重", "按重量从重到轻"),
        "span": ("按持续时间从短到长", "按持续时间从长到短"),
        "words": ("按句子的字数（连标点在内的字符数）从少到多", "按句子的字数（连标点在内的字符数）从多到少"),
    },
}
"""By rule: upwards, downwards."""
MONTHS = "January February March April May June July August September October November December".split()
ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
    "zh": [f"第{number}" for number in "一 二 三 四 五 六 七 八 九 十 十一 十二".split()],
}
UNITS = {
    "en": {
        "length": (("metres", 1), ("kilometres", 1000)),
        "mass": (("grams", 1), ("kilograms", 1000)),
        "span": (("minutes", 1), ("hours", 60)),
    },
    "zh": {
        "length": (("米", 1), ("千米", 1000)),
        "mass": (("克", 1), ("千克", 1000)),
        "span": (("分钟", 1), ("小时", 60)),
    },
}
