"""The words of the sentences that `grammar_correction` spoils and mends, with all the forms they take."""

TIMES = {
    "past": "Yesterday|Last week|Two days ago|Last Sunday|An hour ago".split("|"),
    "now": ["Nowadays", "These days"],
}
PRONOUNS = {"They": True, "We": True, "She": False, "He": False}
"""Whether the verb is that of several."""
VERBS = {
    row.split()[0]: tuple(row.split())
    for row in (
        "buy buys bought;sell sells sold;draw draws drew;carry carries carried;find finds found;wash washes washed;"
        "break breaks broke;choose chooses chose;paint paints painted;fix fixes fixed;steal steals stole;"
        "collect collects collected;hide hides hid;bring brings brought;lose loses lost;admire admires admired;"
        "watch watches watched;make makes made;keep keeps kept;send sends sent"
    ).split(";")
}
NOUNS = {
    row.split()[0]: row.split()[1]
    for row in (
        "lamp lamps;box boxes;knife knives;basket baskets;umbrella umbrellas;toy toys;picture pictures;shelf shelves;"
        "clock clocks;brush brushes;map maps;chair chairs;dish dishes;kite kites;vase vases;ladder ladders;"
        "diary diaries;engine engines;poster posters;guitar guitars;scarf scarves"
    ).split(";")
}
ADJECTIVES = "red old empty blue ugly small heavy orange new expensive green yellow unusual dirty elegant cheap".split()
NUMBERS = "two three four five six seven eight nine several many".split()
ASKING, MODALS = ["Where", "When", "Why", "How"], ["can", "must", "should", "might"]
PLACES = "garden kitchen cellar attic office garage cupboard hall".split()
TIED = {
    row.split("|")[0].split()[0]: (tuple(row.split("|")[0].split()), row.split("|")[1], row.split("|")[2].split(","))
    for row in (
        "listen listens listened|to|the radio,the birds,old songs;depend depends depended|on|the weather,good advice,"
        "her friends;respond responds responded|to|the letter,every call,the survey;apologise apologises apologised|"
        "for|the noise,the delay,the mess;insist insists insisted|on|a receipt,fresh bread,an early start;"
        "suffer suffers suffered|from|headaches,bad dreams,hay fever;believe believes believed|in|ghosts,"
        "good luck,hard work;object objects objected|to|the plan,the new rules,"
        "loud music;specialise specialises specialised|in|old maps,tax law,rare birds;participate participates "
        "participated|in|the debate,the race,the contest;rely relies relied|on|the map,old habits,the timetable"
    ).split(";")
}
"""Verbs with their preposition and what may follow: (forms, preposition, objects)."""
WRONG_PREPOSITIONS = {
    "to": ["at", "of"],
    "on": ["of", "from"],
    "for": ["of", "by"],
    "from": ["of", "at"],
    "in": ["at", "of"],
}
COMPARED = {
    row.split()[0]: row.split()[1]
    for row in (
        "tall taller;old older;strong stronger;happy happier;fast faster;young younger;brave braver;funny funnier;"
        "loud louder;kind kinder;lazy lazier;quick quicker;short shorter;proud prouder;shy shyer"
    ).split(";")
}

THINGS_ZH = {
    "书": "本", "词典": "本", "马": "匹", "自行车": "辆", "汽车": "辆", "地图": "张", "邮票": "张", "雨伞": "把",
    "鞋": "双", "袜子": "双", "信": "封", "玫瑰": "朵",
    "衬衫": "件", "毛衣": "件", "围巾": "条", "帽子": "顶", "钢笔": "支", "铅笔": "支", "台灯": "盏",
}  # fmt: skip
NUMBERS_ZH = "两三四五六七八九十"
VERBS_ZH = "买 卖 借 送 丢 挑 看见 找到 收到".split()
TIMES_ZH = {"past": "昨天 上周 前天 去年 上个月".split(), "future": "明天 下周 后天 明年 下个月".split()}
MANNERS_ZH = "高兴 认真 慢慢 轻轻 仔细 悄悄 耐心 兴奋 安静 急忙 热情".split()
DEEDS_ZH = (
    "打开了盒子 读完了课文 回答了问题 走进了教室 收拾了房间 介绍了家乡 修好了水管 擦干净了黑板 讲完了故事".split()
)
SKILLS_ZH = {
    "跑": "快 慢",
    "写": "好 工整",
    "唱": "好听 动听",
    "画": "漂亮 逼真",
    "睡": "香 晚",
    "讲": "清楚 生动",
    "跳": "高 远",
}
COLOURS_ZH = "红色 蓝色 绿色 黄色 白色 黑色 漂亮 崭新 干净 柔软".split()
LIKED_ZH = "书包 衣服 花瓶 窗帘 桌布 丝带 毛巾 手套 被子 盘子".split()
GOINGS_ZH = "去学校 上班 参加比赛 来开会 去图书馆 回老家 看电影 打篮球 出门".split()
PLACES_ZH = "食堂 图书馆 公园 教室 河边 院子里 宿舍 操场 客厅 车站".split()
DOINGS_ZH = "吃饭 看书 散步 唱歌 钓鱼 做作业 锻炼 画画 聊天 休息".split()
LINKED_ZH = {
    "虽然": (
        "但是",
        ("雨下得很大", "路很远", "时间不多", "天气很冷", "题目很难"),
        ("还是准时到了", "没有放弃", "依然很有信心"),
    ),
    "因为": (
        "所以",
        ("下了大雨", "生病了", "错过了车", "忘了带钥匙", "天黑了"),
        ("没有出门", "来晚了", "只好在家等着"),
    ),
    "只要": ("就", ("坚持练习", "认真复习", "天气好", "有时间", "多加小心"), ("能成功", "会有进步", "可以完成任务")),
    "只有": (
        "才",
        ("坚持练习", "认真复习", "大家合作", "听从指挥", "多加小心"),
        ("能成功", "会有进步", "可以完成任务"),
    ),
    "不但": ("而且", ("会唱歌", "学习好", "跑得快", "懂英语", "爱读书"), ("会跳舞", "乐于助人", "会修电脑")),
}
"""First link: second link, first clauses, second clauses."""
WRONG_LINKS_ZH = {
    "但是": ("所以", "就"),
    "所以": ("但是", "而且"),
    "就": ("所以", "但是"),
    "才": ("而且", "但是"),
    "而且": ("但是", "所以"),
}
WRONG_MEASURES_ZH = "本 匹 辆 封 朵 架 顶 盏 双".split()
"""None of them ever stands for another of the measure words above."""
