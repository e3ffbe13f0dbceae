"""Groups, colours and small things of counting exercises."""

GROUPS = {
    "en": (
        ("pupils", "to water the school garden"),
        ("players", "for a friendly match"),
        ("volunteers", "to guide visitors"),
        ("singers", "for a small choir"),
        ("engineers", "to inspect a bridge"),
        ("cooks", "for the kitchen of a festival"),
        ("readers", "for a book jury"),
        ("sailors", "to repair a sail"),
        ("nurses", "for the night shift"),
        ("programmers", "to review a release"),
        ("climbers", "for a rope team"),
        ("members", "for a committee"),
    ),
    "zh": (
        ("学生", "给校园浇花"),
        ("队员", "参加友谊赛"),
        ("志愿者", "为游客带路"),
        ("歌手", "组成小合唱队"),
        ("工程师", "检查大桥"),
        ("厨师", "负责庙会的厨房"),
        ("读者", "担任图书评委"),
        ("水手", "修补船帆"),
        ("护士", "值夜班"),
        ("程序员", "审查新版本"),
        ("登山者", "组成一个结组"),
        ("委员", "组成小组"),
    ),
}
"""Who is chosen, and what for."""

COLOURS = {
    "en": tuple("red blue green yellow white black brown purple orange pink grey golden".split()),
    "zh": tuple("红色 蓝色 绿色 黄色 白色 黑色 棕色 紫色 橙色 粉色 灰色 金色".split()),
}
TILES = {
    "en": (
        ("tile", "tiles"),
        ("bead", "beads"),
        ("flag", "flags"),
        ("block", "blocks"),
        ("ribbon", "ribbons"),
        ("candle", "candles"),
        ("button", "buttons"),
        ("flower pot", "flower pots"),
    ),
    "zh": (
        ("瓷砖", "块"),
        ("珠子", "颗"),
        ("旗子", "面"),
        ("积木", "块"),
        ("丝带", "条"),
        ("蜡烛", "支"),
        ("纽扣", "个"),
        ("花盆", "个"),
    ),
}
"""English: one and several. Chinese: the thing and its measure word."""

GIFTS = {
    "en": tuple("apples pencils marbles stickers biscuits coins stamps plums tickets shells walnuts badges".split()),
    "zh": tuple("个苹果 支铅笔 颗弹珠 张贴纸 块饼干 枚硬币 张邮票 个李子 张门票 个贝壳 个核桃 枚徽章".split()),
}
"""What is shared; in Chinese with its measure word in front."""
