"""Qualities with what can have them and what they can be likened to, and openings of rhetorical questions."""

QUALITIES = {
    "en": """
quiet|garden street library night valley house chapel village
a church at midnight,a sleeping cat,freshly fallen snow,a closed book
cold|kitchen cellar lake morning attic river office hall
a stone in January,the breath of the north wind,an empty fireplace,a frozen pond
bright|lamp smile window star kitchen morning painting shop
the sun on new snow,a freshly struck match,a beacon by the sea,polished gold
old|bridge mill oak castle piano clock church wall
the hills around it,a half-forgotten song,the stones of the river,time itself
busy|market station harbour bakery office street airport shop
a beehive in June,an anthill after rain,a fair on its first day,a squirrel in autumn
gentle|voice breeze nurse horse teacher river rain dog
a mother's hand,a summer evening,a feather in the air,falling petals
strong|horse wind bridge coffee rope blacksmith current wrestler
an ox at the plough,a wall of oak,the tide in spring,a steel cable
slow|train clerk river tortoise bus waiter post computer
honey in winter,a snail on sand,a cloud without wind,a candle burning down
dark|cellar forest cave night attic tunnel corridor cloud
the inside of a boot,a well without water,ink in a bottle,a starless sky
clear|lake sky stream answer voice water mirror plan
a bell at noon,new glass,the air after a storm,a drop of dew
loud|drum engine crowd alarm parrot waterfall party band
a thunderstorm in August,a train in a tunnel,a hundred trumpets,falling rocks
soft|carpet blanket moss cushion snow wool bread fur
a cloud at dawn,a kitten's paw,butter in the sun,a whispered word
wise|teacher judge grandmother owl doctor monk captain gardener
an ancient oak,a library of old books,a king in a tale,the moon above us
sharp|knife needle mind answer thorn wind tongue blade
a shard of glass,a hawk's eye,broken ice,a winter morning
""",
    "zh": """
安静|花园 街道 图书馆 夜晚 山谷 村庄 教室
深潭里的水,熟睡的猫,刚落下的雪,合上的书
寒冷|厨房 地窖 湖水 早晨 阁楼 江边
腊月的石头,北风的呼吸,没有火的炉子,冰窖
明亮|台灯 笑容 窗户 星星 橱窗 眼睛
雪地上的阳光,刚划亮的火柴,海边的灯塔,擦过的黄金
古老|石桥 磨坊 橡树 城堡 钟楼 城墙
四周的群山,快被遗忘的歌,河底的卵石,时间本身
热闹|集市 车站 港口 面包店 广场 商店
六月的蜂巢,雨后的蚁穴,开张的庙会,过年的庙会
温柔|嗓音 微风 护士 春雨 老师 目光
母亲的手,夏天的傍晚,空中的羽毛,飘落的花瓣
强壮|骏马 铁匠 水手 教练 卫兵 船夫
犁地的公牛,橡木的墙,春天的大潮,钢做的缆绳
缓慢|火车 河水 乌龟 邮差 队伍 电脑
冬天的蜂蜜,沙上的蜗牛,无风的云,燃尽的蜡烛
黑暗|地窖 森林 山洞 阁楼 隧道 走廊
没有水的井,瓶里的墨,无星的夜空,锅底
清澈|湖水 天空 小溪 泉水 目光 歌声
正午的钟声,崭新的玻璃,雨后的空气,清晨的露珠
响亮|鼓声 汽笛 掌声 警报 号角 歌声
八月的雷,隧道里的列车,上百支喇叭,滚落的山石
柔软|地毯 毯子 青苔 垫子 白雪 毛衣
黎明的云,小猫的爪子,阳光下的黄油,耳边的低语
智慧|老师 法官 祖母 医生 僧人 船长
千年的橡树,满屋的旧书,故事里的国王,天上的明月
锋利|菜刀 针尖 头脑 回答 荆棘 宝剑
碎玻璃,老鹰的眼睛,裂开的冰,腊月的寒风
""",
}
"""Two lines a quality: its name and the things that can have it; images of it."""
GENERAL = {
    "en": "beautiful famous unforgettable remarkable mysterious strange lovely peculiar charming impressive".split(),
    "zh": "迷人 难忘 出名 特别 神秘 可爱 美丽 奇妙 动人 少见".split(),
}
"""Qualities that anything can have beside its own."""
QUESTIONS = {
    "en": {
        "Who could deny that": "{statement}?",
        "Is there anyone who would not say that": "{statement}?",
        "Can anybody doubt that": "{statement}?",
        "Does anyone still believe that": "{subject} is not {quality}?",
        "Who has never noticed that": "{statement}?",
        "Would anybody claim that": "{subject} is anything but {quality}?",
        "How could one forget that": "{statement}?",
    },
    "zh": {
        "难道": "{subject}不{quality}吗？",
        "谁能说": "{subject}不{quality}呢？",
        "怎么能说": "{subject}不{quality}呢？",
        "有谁不知道": "{subject}很{quality}呢？",
        "谁会忘记": "{subject}有多{quality}呢？",
        "哪个人不觉得": "{subject}很{quality}呢？",
    },
}
