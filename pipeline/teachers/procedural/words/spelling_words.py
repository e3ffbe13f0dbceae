"""Sentences with words that are often misspelt. English: long words, none of which one slip of a letter turns into
another word. Chinese: words of which one character is easily taken for another of the same sound."""

LONG_WORDS = {
    "thing": "umbrella envelope telescope bicycle calendar necklace newspaper dictionary photograph suitcase "
    "sandwich chocolate instrument typewriter microscope cupboard wardrobe blanket saxophone certificate".split(),
    "person": "neighbour colleague secretary librarian musician carpenter scientist professor gardener passenger "
    "assistant electrician journalist translator".split(),
    "place": "restaurant hospital cathedral university laboratory supermarket playground apartment warehouse "
    "lighthouse bookshop cemetery courtyard aquarium".split(),
    "quality": "beautiful expensive different wonderful dangerous interesting favourite enormous delicious colourful "
    "excellent mysterious valuable ridiculous comfortable fascinating".split(),
    "manner": "immediately unfortunately occasionally definitely accidentally carefully eventually probably suddenly "
    "apparently obviously gradually".split(),
    "deed": "discovered recommended remembered described delivered received appreciated mentioned borrowed purchased "
    "inspected".split(),
}
FRAMES = (
    "{name} {manner} {deed} the {thing} at the {place}.",
    "The {person} {deed} {name}'s {quality} {thing}.",
    "{manner} the {person} {deed} the {thing} near the {place}.",
    "One {quality} {thing} was left at the {place}, and {name} {deed} it.",
    "{name} told the {person} about the {quality} {place}.",
    "In the {place}, the {person} {deed} this {thing}.",
    "It was the {person} who {manner} {deed} {name}'s {thing}.",
    "{name} says the {thing} from the {place} is {quality}.",
    "Why has the {person} {manner} left the {place}?",
    "{name} {deed} the {thing}, but the {person} {deed} the {place}.",
    "The {quality} {place} pleased {name} and the {person}.",
    "{name} and the {person} {deed} both the {thing} and the {place}.",
)

CONFUSED = tuple(
    tuple(row.split("|"))
    for row in (
        "已经|以经|{name}{w}到{place}了;再见|在见|{name}挥挥手，说了声{w};我们|我门|{w}和{name}一起去{place};"
        "经常|径常|{name}{w}去{place}散步;刻苦|克苦|{name}学习非常{w};安静|安净|{place}里很{w}，只有{name}在;"
        "漂亮|飘亮|{name}的新衣服真{w};辛苦|幸苦|{name}在{place}工作很{w};带领|代领|{name}{w}大家参观{place};"
        "练习|炼习|{name}每天在{place}{w}钢琴;锻炼|锻练|{name}坚持在{place}{w}身体;竟然|竞然|{name}{w}忘了{place}在哪里;"
        "竞赛|竟赛|{name}报名参加{place}的{w};急躁|急燥|{name}在{place}等得有些{w};干燥|干躁|{place}的空气很{w}，{name}不习惯;"
        "贡献|供献|{name}为{place}作出了{w};提供|提贡|{place}给{name}{w}了帮助;严厉|严历|{name}的老师十分{w};"
        "历史|厉史|{name}对{place}的{w}很感兴趣;清楚|请楚|{name}把去{place}的路说得很{w};心情|心清|{name}从{place}回来，{w}很好;"
        "寂寞|寂莫|{name}一个人在{place}觉得{w};浪费|浪废|{name}从不{w}粮食;节约|节药|{name}在{place}提倡{w}用水;"
        "和蔼|和霭|{place}的管理员对{name}很{w};幅度|副度|{place}的票价上涨{w}不大，{name}能接受;厨房|橱房|{name}正在{w}里做饭;"
        "拜访|拜仿|{name}下午要去{place}{w}朋友;模仿|模访|{name}爱{w}别人说话;沐浴|沭浴|{name}在{place}{w}着阳光;"
        "迫不及待|迫不急待|{name}{w}地跑向{place};走投无路|走头无路|{name}觉得自己{w}了;一如既往|一如继往|{name}{w}地支持{place}的活动;"
        "再接再厉|再接再励|{name}说要{w};川流不息|穿流不息|{place}门前的车辆{w}，{name}看呆了;谈笑风生|谈笑风声|{name}在{place}{w};"
        "变本加厉|变本加利|对手在{place}{w}，{name}很生气;按部就班|按步就班|{name}在{place}{w}地工作;"
        "出其不意|出奇不意|{name}在{place}{w}地得了第一;莫名其妙|莫明其妙|{name}在{place}听得{w};破釜沉舟|破斧沉舟|{name}下了{w}的决心"
    ).split(";")
)
"""The word, how it is miswritten, and a sentence for it without its stop."""
PLACES_ZH = "图书馆 公园 学校 车站 医院 博物馆 食堂 操场 市场 体育馆 剧院 办公室".split()
OPENINGS_ZH = ("", "听说", "大家都知道，", "妈妈说，", "据我所知，", "老师告诉我，", "有人说，")
