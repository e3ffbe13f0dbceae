"""What everybody knows: ladders from least to most, things with and without a property, daily acts in their order."""

from functools import cache

_LADDERS = {
    "weight": """
        a feather/羽毛|a paper clip/回形针|a pencil/铅笔|a hen's egg/鸡蛋|a brick/砖头|
        a full bucket of water/满满一桶水|a grown man/成年男子|a horse/马|a family car/小轿车|an elephant/大象|
        a jet airliner/喷气客机|a cruise ship/豪华邮轮
    """,
    "speed": """
        a snail/蜗牛|a tortoise/乌龟|a person on a walk/散步的人|a cyclist/骑自行车的人|
        a galloping horse/奔跑的马|a car on the motorway/高速公路上的汽车|a high-speed train/高铁列车|
        a jet airliner/喷气客机|a rifle bullet/步枪子弹|a space rocket in orbit/轨道上的飞船|light/光
    """,
    "temperature": """
        liquid nitrogen/液氮|dry ice/干冰|a kitchen freezer/冰箱冷冻室|melting ice/正在融化的冰|
        a cosy living room/舒适的客厅|the human body/人的体温|boiling water/沸水|
        an oven baking pizza/烤披萨的烤箱|a candle flame/蜡烛火焰|the surface of the Sun/太阳表面|
        the core of the Sun/太阳核心
    """,
    "length": """
        a grain of sand/一粒沙子|an ant/蚂蚁|a thumb/大拇指|a new pencil/新铅笔|a bed/床|a bus/公共汽车|
        a football pitch/足球场|the height of Mount Everest/珠穆朗玛峰的高度|the River Nile/尼罗河|
        the Earth's equator/地球赤道|the way to the Moon/到月球的距离|the way to the Sun/到太阳的距离
    """,
    "time": """
        a blink of an eye/眨一次眼|boiling an egg/煮一个鸡蛋|a school lesson/一节课|a night's sleep/睡一晚上|
        a week/一个星期|a human pregnancy/怀胎十月|primary school/读完小学|a human life/人的一生|
        the age of the pyramids/金字塔的年龄|the age of the Earth/地球的年龄
    """,
    "loudness": """
        a falling leaf/落叶|a whisper/耳语|a normal conversation/正常交谈|a lawn mower/割草机|
        a rock concert/摇滚音乐会|a jet taking off close by/近处起飞的喷气机
    """,
    "text": """
        a letter of a word/字里的一个笔画|a word/一个词|a sentence/一个句子|a paragraph/一个段落|
        a chapter/一个章节|a novel/一部小说|a library's collection/图书馆的全部藏书
    """,
    "place": """
        a drawer/抽屉|a desk/书桌|an office room/办公室|an office building/办公楼|a city/城市|a country/国家|
        a continent/大洲|the Earth/地球|the Solar System/太阳系|the Milky Way/银河系
    """,
    "plant": """
        a cell of a leaf/叶子的一个细胞|a leaf/一片叶子|a twig/一根小枝|a thick branch/一根粗枝|a tree/一棵树|
        a forest/一片森林
    """,
}
ASKS = {
    "weight": (("Which of these is the heaviest", "lightest", "heaviest"), ("哪个最重", "轻", "重")),
    "speed": (("Which of these is the fastest", "slowest", "fastest"), ("哪个最快", "慢", "快")),
    "temperature": (("Which of these is the hottest", "coldest", "hottest"), ("哪个温度最高", "低温", "高温")),
    "length": (("Which of these is the longest", "shortest", "longest"), ("哪个最长", "短", "长")),
    "time": (("Which of these lasts the longest", "shortest", "longest"), ("哪个持续得最久", "短暂", "长久")),
    "loudness": (("Which of these is the loudest", "quietest", "loudest"), ("哪个声音最响", "轻声", "响亮")),
    "text": (
        ("Which of these has all the others in it", "smallest part", "largest whole"),
        ("哪个包含其余各项", "部分", "整体"),
    ),
    "place": (("Which of these has all the others in it", "innermost", "outermost"), ("哪个包含其余各项", "内", "外")),
    "plant": (
        ("Which of these has all the others in it", "smallest part", "largest whole"),
        ("哪个包含其余各项", "部分", "整体"),
    ),
}
"""For each ladder the question for the most, and what an order goes from and to; in English and in Chinese."""

_PROPERTIES = {
    "floats": """
        a cork/软木塞|a dry wooden block/干木块|an ice cube/冰块|a rubber duck/橡皮鸭|
        a table tennis ball/乒乓球|an apple/苹果|a candle/蜡烛|an inflated balloon/充气的气球
        #
        a pebble/鹅卵石|an iron nail/铁钉|a coin/硬币|a glass marble/玻璃弹珠|a brick/砖头|a gold ring/金戒指|
        a steel key/钢钥匙|a hammer/锤子
    """,
    "breaks": """
        a wine glass/葡萄酒杯|a raw egg/生鸡蛋|a china cup/瓷杯|a mirror/镜子|a light bulb/灯泡|a clay pot/陶罐|
        a window pane/窗玻璃
        #
        a pillow/枕头|a sponge/海绵|a towel/毛巾|a tennis ball/网球|a woollen hat/毛线帽|a rope/绳子|
        a teddy bear/玩具熊
    """,
    "conducts": """
        a copper wire/铜线|an iron nail/铁钉|aluminium foil/铝箔|a gold ring/金戒指|a steel spoon/钢勺|
        a silver chain/银链子
        #
        a rubber glove/橡胶手套|a dry wooden stick/干木棍|a plastic ruler/塑料尺|a glass rod/玻璃棒|
        a woollen sock/羊毛袜|a china cup/瓷杯
    """,
    "melts": """
        an ice cube/冰块|butter/黄油|a bar of chocolate/巧克力|vanilla ice cream/香草冰淇淋|a snowball/雪球
        #
        a stone/石头|a wooden spoon/木勺|a brick/砖头|a towel/毛巾|a steel key/钢钥匙|a glass bottle/玻璃瓶|
        a walnut/核桃
    """,
    "eggs": """
        a hen/母鸡|a sea turtle/海龟|a salmon/三文鱼|a frog/青蛙|a penguin/企鹅|a butterfly/蝴蝶|
        a crocodile/鳄鱼|an ostrich/鸵鸟
        #
        a horse/马|a cat/猫|a dolphin/海豚|a whale/鲸|a bat/蝙蝠|a cow/奶牛|a rabbit/兔子|an elephant/大象
    """,
    "flies": """
        a sparrow/麻雀|a bat/蝙蝠|a honey bee/蜜蜂|an eagle/老鹰|a butterfly/蝴蝶|a swallow/燕子|
        a dragonfly/蜻蜓|a seagull/海鸥
        #
        a penguin/企鹅|an ostrich/鸵鸟|a cat/猫|a frog/青蛙|a snail/蜗牛|a rabbit/兔子|a spider/蜘蛛|
        a crocodile/鳄鱼
    """,
    "power": """
        a refrigerator/冰箱|a washing machine/洗衣机|a television/电视机|a hair dryer/吹风机|
        a microwave oven/微波炉|a desktop computer/台式电脑
        #
        a bicycle/自行车|a broom/扫帚|a paper book/纸质书|a hammer/锤子|a comb/梳子|a frying pan/平底锅|
        scissors/剪刀
    """,
}
"""Things that have the property # things that have not."""

QUESTIONS = {
    "floats": ("float on water", "能浮在水面上"),
    "breaks": ("break easily when dropped on a stone floor", "掉在石头地面上容易摔碎"),
    "conducts": ("conduct electricity well", "能导电"),
    "melts": ("melt on a plate in the hot summer sun", "放在夏天烈日下的盘子里会融化"),
    "eggs": ("reproduce by laying eggs", "属于会下蛋（产卵）的动物"),
    "flies": ("fly when grown up", "长大后会飞"),
    "power": ("need mains electricity to do their job", "要接电源才能正常使用"),
}

SCRIPTS = {
    "tea": (
        "fill the kettle with water|boil the water|pour the hot water over the tea|wait a few minutes|drink the tea",
        "往烧水壶里灌水|把水烧开|用开水泡茶叶|等几分钟|喝茶",
    ),
    "letter": (
        "write the letter|fold the sheet|slip it into an envelope|seal the envelope|drop it into the letter box",
        "写信|把信纸折好|装进信封|封好信封|投进邮筒",
    ),
    "garden": (
        "dig a hole|lay the seed in the hole|cover the seed with soil|see the first green tip|pick the ripe fruit",
        "挖一个坑|把种子放进坑里|用土盖住种子|看到嫩芽冒出来|摘下成熟的果实",
    ),
    "laundry": (
        "load the dirty clothes|start the washing machine|take out the wet clothes|hang them up|fold the dry clothes",
        "放入脏衣服|启动洗衣机|取出湿衣服|晾在绳子上|叠好干衣服",
    ),
    "train": (
        "buy a ticket|pass the ticket gate|board the train|ride for two hours|get off at the destination",
        "买票|检票进站|上火车|坐两个小时的车|在目的地下车",
    ),
    "egg": (
        "crack the egg|beat the egg in a bowl|pour it into the hot pan|turn the omelette over|put it on a plate",
        "打破鸡蛋|在碗里把蛋打散|倒进热锅|把蛋饼翻面|盛到盘子里",
    ),
    "morning": (
        "hear the alarm clock|get out of bed|put on day clothes|leave the house|arrive at work",
        "听到闹钟响|起床下地|换上白天的衣服|离开家|到达单位",
    ),
    "bread": (
        "mix flour and water|knead the dough|let the dough rise|bake the loaf|cut the loaf into slices",
        "把面粉和水混合|揉面团|让面团发酵|烤面包|把面包切片",
    ),
    "library": (
        "look for the book on the shelf|have the book registered|take it home|read it to the end|bring it back",
        "在书架上找书|办理借书登记|带书回家|把书读完|归还图书",
    ),
    "swim": (
        "change into swimwear|step into the water|swim a few lengths|climb out of the pool|dry off with a towel",
        "换上泳衣|下水|游几个来回|爬出泳池|用毛巾擦干",
    ),
}
"""Acts in their order, in English and in Chinese."""

LEGS = {
    "en": (
        ("hens", 2),
        ("cats", 4),
        ("ants", 6),
        ("spiders", 8),
        ("horses", 4),
        ("ducks", 2),
        ("bees", 6),
        ("snakes", 0),
        ("goats", 4),
        ("geese", 2),
    ),
    "zh": (
        ("只母鸡", 2),
        ("只猫", 4),
        ("只蚂蚁", 6),
        ("只蜘蛛", 8),
        ("匹马", 4),
        ("只鸭子", 2),
        ("只蜜蜂", 6),
        ("条蛇", 0),
        ("只山羊", 4),
        ("只鹅", 2),
    ),
}
"""Animals and how many legs each has; in Chinese with the measure word."""


@cache
def ladder(scale: str, language: str) -> tuple[str, ...]:
    return tuple(rung.strip().split("/")[language == "zh"] for rung in _LADDERS[scale].split("|"))


@cache
def sides(name: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Things with the property, and those without."""
    with_it, without = (
        tuple(thing.strip().split("/")[language == "zh"] for thing in side.split("|"))
        for side in _PROPERTIES[name].split("#")
    )
    return with_it, without


@cache
def script(name: str, language: str) -> tuple[str, ...]:
    return tuple(SCRIPTS[name][language == "zh"].split("|"))
