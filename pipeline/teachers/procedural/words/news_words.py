"""What short news items are made of: who, what (with a number), where, when, and sentences beside the point."""

ACTORS = {
    "en": (
        "the town council|the fire brigade|a group of students|the local museum|the railway company|the farmers' union"
        "|the youth orchestra|the city hospital|a team of engineers|the sailing club|the public library|the "
        "bakers' guild"
        "|the animal shelter|a retired teacher|the water company|the swimming club|the school board|a travelling circus"
    ).split("|"),
    "zh": (
        "市政府 消防队 一群大学生 当地博物馆 铁路公司 农民合作社 少年乐团 市立医院 工程师团队 帆船俱乐部 "
        "公共图书馆 面包师协会 "
        "动物收容所 一位退休教师 自来水公司 游泳俱乐部 教育局 一家马戏团"
    ).split(),
}
ACTIONS = {
    "en": (
        "planted {n} trees along the river|collected {n} bags of litter|opened a park with {n} benches"
        "|bought {n} electric buses|rescued {n} sheep from a flooded meadow|repaired {n} street lamps"
        "|invited {n} guests to a summer feast|painted a wall of {n} metres|gave away {n} old bicycles"
        "|counted {n} rare birds|served {n} bowls of soup|dug a well {n} metres deep|showed {n} paintings by children"
        "|closed a tunnel after {n} years of use|cleaned {n} kilometres of footpath|raised {n} dollars for a new roof"
    ).split("|"),
    "zh": (
        "沿河种下{n}棵树 收集了{n}袋垃圾 开放了设有{n}张长椅的公园 购买了{n}辆电动公交车 从洪水中救出{n}只羊 "
        "修好了{n}盏路灯 "
        "邀请{n}位客人参加夏日宴会 粉刷了{n}米长的围墙 送出{n}辆旧自行车 记录到{n}只珍稀鸟类 分发了{n}碗热汤 "
        "挖了一口{n}米深的井 "
        "展出{n}幅儿童画 关闭了使用{n}年的隧道 清扫了{n}公里步道 为新屋顶筹集了{n}元"
    ).split(),
}
MONTHS = "January February March April May June July August September October November December".split()
SIDES = {
    "en": (
        "{name} called it a great success|About {n} people watched|It rained for most of the day"
        "|The work took {n} hours|A local newspaper printed {n} photographs|Neighbours complained about the noise"
        "|{name} had prepared everything for {n} weeks|A second event is planned for next year"
        "|The mayor sent a letter of thanks|Two roads were closed for the day|{name} paid for the drinks"
        "|Similar plans exist in {n} other towns|The weather was unusually warm|{name} promised to come back"
        "|Some visitors had travelled {n} kilometres"
    ).split("|"),
    "zh": (
        "{name}称活动非常成功 大约{n}人到场观看 当天大部分时间都在下雨 工作持续了{n}小时 "
        "当地报纸刊登了{n}张照片 有邻居抱怨噪声太大 "
        "{name}为此准备了{n}周 明年还将举办类似活动 市长寄来了感谢信 附近两条道路当天封闭 "
        "{name}承担了茶水费用 另有{n}座城市也有类似计划 "
        "天气格外暖和 {name}答应以后再来 有的观众赶了{n}公里路"
    ).split(),
}
FRAMES = {
    "en": (
        "It was a day to remember {where}. {who} {what}. All this happened {when}.",
        "News comes from the region: {when}, many people gathered {where}. There {who} {what}.",
        "For weeks it had been quiet {where}. Then, {when}, {who} {what}.",
        "People {where} have something to talk about. {who} {what}. That was {when}.",
        "Something unusual took place {where}. It happened {when}. As we learned, {who} {what}.",
        "The date was set long ago: {when}. The place was chosen with care, and so {who} {what} {where}.",
    ),
    "zh": (
        "{where}迎来了难忘的一天。{who}{what}。这件事发生在{when}。",
        "本报消息：{when}，许多人聚集在{where}。在那里，{who}{what}。",
        "{when}，{where}的早晨很平静。随后，{who}{what}。",
        "最近{where}的居民有了新话题。{who}{what}。时间是{when}。",
        "{where}发生了一件不寻常的事。日期是{when}。据了解，{who}{what}。",
    ),
}
