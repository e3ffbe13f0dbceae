"""What the reports of `entailment` tell: subjects, and for each a few properties with ways to say them.

A property has sentences for the report and a shorter form for the statements; {s} is the subject, {v} the value. Number
properties also have a form for comparing two subjects ({o} is the other one) and for a bound ({v}).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """`values` is None for a number from `low` to `high`. `deny` is the negation of `state`."""

    tell: tuple[str, ...]
    state: str
    deny: str
    values: tuple[str, ...] | None = None
    low: int = 0
    high: int = 0
    more: str = ""
    over: str = ""
    together: str = ""


@dataclass(frozen=True, slots=True)
class ReportTheme:
    opening: str
    subjects: tuple[str, ...]
    properties: dict[str, Property]


THEMES = {
    "en": {
        "villages": ReportTheme(
            "Our region has several villages.",
            tuple("Ashford Birkdale Cranmore Dunley Eastham Farley Glenbrook Harwick Kingsley Larkhill Norton".split()),
            {
                "people": Property(
                    ("{s} has {v} inhabitants.", "In {s} there live {v} people."),
                    "{s} has {v} inhabitants.",
                    "{s} does not have {v} inhabitants.",
                    None,
                    120,
                    980,
                    "{s} has more inhabitants than {o}.",
                    "{s} has more than {v} inhabitants.",
                    "{s} and {o} together have {v} inhabitants.",
                ),
                "river": Property(
                    ("{s} lies on the river {v}.", "The river {v} runs through {s}."),
                    "The river at {s} is the {v}.",
                    "{s} does not lie on the river {v}.",
                    tuple("Arl Brend Colm Dorn Esk Fenn".split()),
                ),
                "market": Property(
                    ("The market of {s} is held on {v}.", "On {v} there is a market in {s}."),
                    "The market day of {s} is {v}.",
                    "The market of {s} is not held on {v}.",
                    tuple("Monday Tuesday Wednesday Thursday Friday Saturday".split()),
                ),
                "farms": Property(
                    ("{s} counts {v} farms.", "There are {v} farms around {s}."),
                    "There are {v} farms at {s}.",
                    "The number of farms at {s} is not {v}.",
                    None,
                    3,
                    60,
                    "There are more farms at {s} than at {o}.",
                    "There are over {v} farms at {s}.",
                    "{s} and {o} have {v} farms between them.",
                ),
            },
        ),
        "staff": ReportTheme(
            "A small firm introduces its people.",
            tuple("Ada Boris Clara Diego Emma Felix Greta Hugo Iris Jonas Kira Leo Mina Noah Olga Pablo Ruth".split()),
            {
                "years": Property(
                    ("{s} has been with the firm for {v} years.", "{s} joined the firm {v} years ago."),
                    "{s} has worked for the firm for {v} years.",
                    "It is not {v} years that {s} has been with the firm.",
                    None,
                    2,
                    35,
                    "{s} has been with the firm longer than {o}.",
                    "{s} has been with the firm for more than {v} years.",
                    "{s} and {o} together have {v} years with the firm.",
                ),
                "team": Property(
                    ("{s} works in {v}.", "The department of {s} is {v}."),
                    "{s} is in {v}.",
                    "{s} does not work in {v}.",
                    tuple("sales,design,support,research,accounting,logistics".split(",")),
                ),
                "drink": Property(
                    ("{s} always drinks {v} at work.", "At work, the only drink of {s} is {v}."),
                    "What {s} drinks at work is {v}.",
                    "{s} does not drink {v} at work.",
                    tuple("coffee,black tea,water,apple juice,cocoa".split(",")),
                ),
                "projects": Property(
                    ("{s} leads {v} projects.", "{v} projects are led by {s}."),
                    "{s} is the leader of {v} projects.",
                    "The number of projects that {s} leads is not {v}.",
                    None,
                    2,
                    25,
                    "{s} leads more projects than {o}.",
                    "{s} leads over {v} projects.",
                    "{s} and {o} lead {v} projects between them.",
                ),
            },
        ),
        "ships": ReportTheme(
            "These ships lie in the harbour.",
            tuple("Albatross,Bounty,Comet,Dolphin,Endeavour,Falcon,Gazelle,Heron,Juno,Kestrel,Mermaid".split(",")),
            {
                "length": Property(
                    ("The {s} is {v} metres long.", "The {s} measures {v} metres."),
                    "The length of the {s} is {v} metres.",
                    "The {s} is not {v} metres long.",
                    None,
                    20,
                    240,
                    "The {s} is longer than the {o}.",
                    "The {s} is more than {v} metres long.",
                    "The {s} and the {o} together measure {v} metres.",
                ),
                "cargo": Property(
                    ("The {s} carries {v}.", "The cargo of the {s} is {v}."),
                    "There is {v} on board the {s}.",
                    "The cargo of the {s} is not {v}.",
                    tuple("timber,grain,coal,salt,cotton,wine".split(",")),
                ),
                "port": Property(
                    ("The {s} comes from {v}.", "The home port of the {s} is {v}."),
                    "The {s} is from {v}.",
                    "The {s} does not come from {v}.",
                    tuple("Bergen,Genoa,Lisbon,Hamburg,Dublin,Athens".split(",")),
                ),
                "crew": Property(
                    ("The {s} has a crew of {v}.", "{v} sailors work on the {s}."),
                    "The crew of the {s} counts {v}.",
                    "The crew of the {s} does not count {v}.",
                    None,
                    5,
                    80,
                    "The crew of the {s} is larger than that of the {o}.",
                    "The {s} has a crew of more than {v}.",
                    "The {s} and the {o} have {v} sailors in all.",
                ),
            },
        ),
    },
    "zh": {
        "villages": ReportTheme(
            "本县有好几个村庄。",
            tuple("青河村 白石村 东湖村 柳林村 金山村 云溪村 枫桥村 石门村 双塔村 月湾村 长桥村".split()),
            {
                "people": Property(
                    ("{s}有{v}口人。", "{s}的人口是{v}人。"),
                    "{s}一共有{v}口人。",
                    "{s}的人口不是{v}人。",
                    None,
                    120,
                    980,
                    "{s}的人口比{o}多。",
                    "{s}的人口超过{v}人。",
                    "{s}和{o}一共有{v}口人。",
                ),
                "river": Property(
                    ("{s}在{v}边上。", "流经{s}的河是{v}。"),
                    "{s}旁边的河叫{v}。",
                    "{s}旁边的河不是{v}。",
                    tuple("清水河 沙河 玉带河 桃花溪 白马河 龙泉溪".split()),
                ),
                "market": Property(
                    ("{s}每逢{v}赶集。", "{v}是{s}的集日。"),
                    "{s}的集市在{v}。",
                    "{s}的集日不是{v}。",
                    tuple("星期一 星期二 星期三 星期四 星期五 星期六".split()),
                ),
                "farms": Property(
                    ("{s}有{v}个果园。", "{s}周围的果园有{v}个。"),
                    "{s}的果园数是{v}个。",
                    "{s}的果园数不是{v}个。",
                    None,
                    3,
                    60,
                    "{s}的果园比{o}多。",
                    "{s}的果园超过{v}个。",
                    "{s}和{o}合起来有{v}个果园。",
                ),
            },
        ),
        "staff": ReportTheme(
            "一家小公司这样介绍员工。",
            tuple("王芳 李强 张敏 刘洋 陈静 杨帆 赵云 黄杰 周婷 吴昊 徐明 孙悦 马超 林雪 何平 郭亮".split()),
            {
                "years": Property(
                    ("{s}在公司工作了{v}年。", "{s}进公司已经{v}年。"),
                    "{s}的工龄是{v}年。",
                    "{s}的工龄不是{v}年。",
                    None,
                    2,
                    35,
                    "{s}的工龄比{o}长。",
                    "{s}的工龄超过{v}年。",
                    "{s}和{o}的工龄加起来是{v}年。",
                ),
                "team": Property(
                    ("{s}在{v}上班。", "{s}所在的部门是{v}。"),
                    "{s}是{v}的人。",
                    "{s}不在{v}。",
                    tuple("销售部 设计部 客服部 研发部 财务部 物流部".split()),
                ),
                "drink": Property(
                    ("{s}上班时只喝{v}。", "{s}上班喝的总是{v}。"),
                    "{s}上班时喝的是{v}。",
                    "{s}上班时不喝{v}。",
                    tuple("咖啡 红茶 白开水 苹果汁 豆浆".split()),
                ),
                "projects": Property(
                    ("{s}负责{v}个项目。", "由{s}负责的项目有{v}个。"),
                    "{s}手上有{v}个项目。",
                    "{s}负责的项目不是{v}个。",
                    None,
                    2,
                    25,
                    "{s}负责的项目比{o}多。",
                    "{s}负责的项目超过{v}个。",
                    "{s}和{o}一共负责{v}个项目。",
                ),
            },
        ),
        "ships": ReportTheme(
            "港口里停着这些船。",
            tuple("海鸥号 海豚号 彗星号 猎鹰号 白鹭号 朝霞号 顺风号 北斗号 远望号 飞鱼号".split()),
            {
                "length": Property(
                    ("{s}长{v}米。", "{s}的船身有{v}米。"),
                    "{s}的长度是{v}米。",
                    "{s}的长度不是{v}米。",
                    None,
                    20,
                    240,
                    "{s}比{o}长。",
                    "{s}的长度超过{v}米。",
                    "{s}和{o}的长度加起来是{v}米。",
                ),
                "cargo": Property(
                    ("{s}装的是{v}。", "{s}运送{v}。"),
                    "{s}的货物是{v}。",
                    "{s}装的不是{v}。",
                    tuple("木材 粮食 煤炭 食盐 棉花 茶叶".split()),
                ),
                "port": Property(
                    ("{s}来自{v}。", "{s}的母港是{v}。"),
                    "{s}是从{v}来的船。",
                    "{s}不是从{v}来的。",
                    tuple("上海 广州 青岛 厦门 大连 宁波".split()),
                ),
                "crew": Property(
                    ("{s}有{v}名船员。", "在{s}上工作的船员有{v}名。"),
                    "{s}的船员共{v}名。",
                    "{s}的船员不是{v}名。",
                    None,
                    5,
                    80,
                    "{s}的船员比{o}多。",
                    "{s}的船员超过{v}名。",
                    "{s}和{o}一共有{v}名船员。",
                ),
            },
        ),
    },
}
