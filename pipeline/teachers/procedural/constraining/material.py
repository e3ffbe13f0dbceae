"""What is added to a response for a constraint's sake.

Nothing here has a comma, an exclamation mark, a semicolon, "q", "z", a star or a number sign, nor a word of `BANNED`;
and no word of `KEYWORDS`, `REPEATED` or `BANNED` stands in any other text. So an addition never breaks another
constraint (a test holds this).
"""

from functools import cache

KEYWORDS = {
    "en": tuple(
        "harvest lantern harbour meadow violin compass orchard glacier pepper ladder thunder canvas feather bakery "
        "sailor tunnel marble chimney saddle candle pottery ribbon beetle copper cradle dolphin hammer island jungle "
        "kettle lemon magnet needle oyster pebble rocket shelter temple umbrella valley wagon willow anchor basket "
        "cinnamon desert ember falcon garlic helmet".split()
    ),
    "zh": tuple(
        "灯塔 麦田 港湾 小提琴 指南针 果园 冰川 胡椒 梯子 雷声 画布 羽毛 面包店 水手 隧道 大理石 烟囱 马鞍 蜡烛 陶器 "
        "丝带 甲虫 黄铜 摇篮 海豚 铁锤 岛屿 丛林 水壶 柠檬 磁铁 牡蛎 鹅卵石 火箭 庙宇 雨伞 山谷 柳树 沙漠 猎鹰".split()
    ),
}
"""Words that a response must contain; any response can do without them."""

REPEATED = {
    "en": tuple(
        "river garden window teapot bridge forest winter piano mirror pencil tiger cloud bicycle castle engine button "
        "carpet drum farmer glove".split()
    ),
    "zh": tuple(
        "河流 花园 窗户 茶壶 桥梁 森林 冬天 钢琴 镜子 铅笔 老虎 云朵 自行车 城堡 发动机 纽扣 地毯 手套".split()
    ),
}
"""Words that must occur so often."""

BANNED = {
    "en": tuple(
        "very really actually basically obviously perhaps however therefore moreover literally totally simply "
        "clearly certainly probably because although anyway indeed hence thus quite utterly merely".split()
    ),
    "zh": tuple(
        "非常 其实 显然 或许 然而 因此 此外 简直 完全 一定 大概 因为 虽然 反正 的确 于是 相当 毕竟 居然 似乎".split()
    ),
}
"""Words that may not occur: those that creep into an answer."""

CAPITALS = tuple("NOTED DONE CLEAR SHORT READY FINAL PLAIN EASY FIRM GOOD".split())

FILLERS = {
    "en": (
        "I kept the wording short.",
        "Each part can be read on its own.",
        "Nothing here needs a special tool.",
        "A second look gave the same result.",
        "The order follows the task.",
        "Please read it from the top.",
        "A friend could follow it without help.",
        "It should hold in other cases of the same kind.",
        "I left out what was not asked for.",
        "More detail is easy to add later.",
        "The main point stands above.",
        "I checked it once more at the end.",
        "It says what the task asks and no more.",
        "You may keep it for the next time.",
    ),
    "zh": (
        "我尽量写得简短。",
        "每个部分都可以单独阅读。",
        "这里不需要特别的工具。",
        "再看一遍结果也一样。",
        "顺序与题目一致。",
        "请从头往下读。",
        "没学过的人也能看懂。",
        "同类的情况也适用。",
        "没有问到的内容我就省略了。",
        "需要的话可以再补充细节。",
        "要点都在上面。",
        "最后我又检查了一次。",
        "题目问什么我就答什么。",
        "下次遇到时可以拿来参考。",
    ),
}
"""Sentences that are true of any answer."""

NAMING = {
    "en": ("the words asked for are {}.", "I was also asked to mention {}.", "here I mention {} as you wished."),
    "zh": ("要求提到的词语是{}。", "按照要求这里提到{}。", "另外要提到的是{}。"),
}
REPEATING = {
    "en": ("Here is the word {0}.", "And again {0}.", "Once more I write {0}.", "The last word is {0}.", "Then {0}."),
    "zh": ("这里写到{0}。", "再写一次{0}。", "又一次提到{0}。", "最后还是{0}。", "接着是{0}。"),
}
SHOUTING = {
    "en": ("in capitals I write {}.", "the words in capitals are {}.", "let me say it in capitals: {}."),
    "zh": ("这里用大写字母写出 {}。", "大写的单词有 {}。", "按要求用大写写下 {}。"),
}
PLACEHOLDERS = {
    "en": ("please send remarks to {}.", "fill in {} before you pass it on.", "still to be filled in: {}."),
    "zh": ("转发之前请填写{}。", "还需要补上{}。", "意见请寄给{}。"),
}
BLANKS = {
    "en": ("name", "address", "date", "place", "phone number", "title", "company", "time"),
    "zh": ("姓名", "地址", "日期", "地点", "电话", "职务", "单位", "时间"),
}

POSTSCRIPTS = {
    "en": (
        "Ask me if a step is not plain.",
        "I enjoyed working on this.",
        "A sketch on paper may help.",
        "Keep a copy for later.",
        "There is more where this came from.",
        "Thank you for the good task.",
        "Try the next one on your own.",
        "Share it with anyone who may need it.",
    ),
    "zh": (
        "哪一步不清楚可以再问我。",
        "这道题很有意思。",
        "在纸上画一画会有帮助。",
        "可以留一份备用。",
        "谢谢你出的题目。",
        "下一题你可以自己试试。",
        "也可以分享给需要的人。",
        "以后还可以接着聊。",
    ),
}
TITLES = {
    "en": (
        ("A Short", "A Careful", "The Whole", "A Plain", "My Own", "One Good", "A Fresh", "The Right"),
        ("Answer", "Reply", "Result", "Response", "Look at the Task", "Way to Say It", "Attempt"),
    ),
    "zh": (
        ("简短的", "细心的", "完整的", "朴素的", "我的", "一份", "全新的", "合适的"),
        ("回答", "答复", "结果", "解答", "思考", "说明", "尝试"),
    ),
}
ENDS = {
    "en": (
        "That is all for now.",
        "Let me know if you need more.",
        "I hope this is of use.",
        "This is the end of my reply.",
        "Feel free to ask again.",
        "Here I rest my case.",
        "There is nothing left to add.",
        "Is there anything else I can do?",
        "Enjoy the rest of the day.",
        "Until the next task.",
    ),
    "zh": (
        "以上就是全部内容。",
        "如有需要请再告诉我。",
        "希望对你有用。",
        "我的回答到此为止。",
        "欢迎继续提问。",
        "没有别的要补充了。",
        "祝你今天愉快。",
        "下次再见。",
        "还有什么我能做的吗？",
        "就写到这里。",
    ),
}
AGAIN = {
    "en": ("The same in a second version.", "Here is another version.", "Put down once more.", "My second response."),
    "zh": ("下面是第二个版本。", "换一个版本再写一次。", "这是另一份回答。", "第二份回答如下。"),
}
OPTIONS = {
    "en": {"yes": "My answer is yes.", "no": "My answer is no.", "maybe": "My answer is maybe."},
    "zh": {"yes": "我的回答是肯定的。", "no": "我的回答是否定的。", "maybe": "我的回答是不确定。"},
}
SECTIONS = {"en": ("SECTION", "Section", "PART", "Part", "Chapter"), "zh": ("部分", "节", "章")}
MARKERS = {"en": ("P.S.", "P.P.S"), "zh": ("附言：", "P.S.", "又及：")}
NOTE = {"en": "Note:", "zh": "注："}


@cache
def additions(language: str) -> str:
    """All texts that may be added to a response, in small letters, without the words that fill their places."""
    parts = [*FILLERS[language], *NAMING[language], *REPEATING[language], *SHOUTING[language], *PLACEHOLDERS[language]]
    parts += [*BLANKS[language], *POSTSCRIPTS[language], *ENDS[language], *AGAIN[language]]
    parts += [*OPTIONS[language].values(), *SECTIONS[language], *MARKERS[language], NOTE[language], *CAPITALS]
    parts += [word for words in TITLES[language] for word in words]
    return "\n".join(parts).lower()
