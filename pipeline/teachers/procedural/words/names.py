"""Word tables that families share: names, things, places, in English and Chinese.

English things are plurals of what one can count and share; every Chinese thing has its measure word.
"""

NAMES = {
    "en": tuple(
        (
            "Ada Aisha Alan Alba Amir Amos Anika Arlo Asha Astrid Ava Bela Ben Bianca Boris Bruno Carla Cato "
            "Celia Chidi Clara Cyrus Dalia Dana Darius Dev Diego Dina Dora Edgar Edith Elena Elias Emil Emma "
            "Enzo Esra Esther Eva Ezra Farid Fatima Felix Fern Fiona Flora Freya Gavin Gemma Gita Grace "
            "Greta Gus Hana Hank Hassan Hazel Helga Henry Hugo Ida Idris Igor Ines Ingrid Iris Isaac Ivan "
            "Ivy Jade Jamal Jana Jasper Joan Jonas Jorge Joy Juno Kai Karim Kate Keiko Kenji Kira Klara Kofi "
            "Lars Layla Lena Leo Lila Linus Lola Lucia Luis Luna Mabel Maia Malik Mara Marco Mario Maya Mei "
            "Milan Mina Mira Moses Nadia Naomi Neil Nina Noah Nora Nuri Odin Olga Olive Omar Opal Orla Oscar "
            "Otto Pablo Paula Pearl Pedro Petra Piotr Priya Quinn Rahul Ramon Rania Raul Rhea Rina Rita Rosa "
            "Ruby Rufus Ruth Sami Sana Sara Selma Seth Silas Simon Sofia Stella Sven Tara Tariq Tessa Theo "
            "Tilda Tomas Uma Umar Vera Viktor Vito Wanda Wendy Wim Xena Yara Yosef Yuki Yusuf Zara Zelda Zoe"
        ).split()
    ),
    "zh": tuple(
        (
            "小明 小红 小刚 小丽 小军 小芳 小强 小燕 小华 小梅 小龙 小雨 小雪 小杰 小琳 小涛 小月 小峰 小兰 "
            "小宇 李明 李娜 李伟 李静 李强 李雪 李华 李萍 王芳 王磊 王丽 王浩 王敏 王鹏 王倩 王军 张伟 张敏 "
            "张丽 张磊 张洁 张勇 张颖 张涛 刘洋 刘佳 刘波 刘婷 刘凯 刘燕 陈晨 陈静 陈杰 陈雨 陈亮 陈思 杨帆 "
            "杨柳 杨光 杨洁 赵云 赵敏 赵阳 赵琳 黄河 黄蓉 黄杰 黄莉 周杰 周婷 周涛 周敏 吴昊 吴迪 吴丹 吴晓 "
            "徐明 徐静 徐亮 徐慧 孙悦 孙浩 孙丽 孙宁 马超 马丽 马俊 马琳 朱峰 朱颖 胡军 胡月 林峰 林静 林涛 "
            "林雪 何平 何欢 郭亮 郭敏 高远 高洁 罗文 罗兰 郑爽 郑凯 梁宇 梁静 宋佳 宋阳 唐宁 唐琳 许诺 许晴 "
            "邓超 邓丽 冯刚 冯雪 韩冰 韩磊"
        ).split()
    ),
}

MEASURE = {
    thing: measure
    for measure, things in {
        "个": "苹果 梨 橙子 桃子 鸡蛋 面包 气球 杯子 碗 盘子 书包 皮球",
        "支": "铅笔 钢笔 蜡笔 毛笔 牙刷",
        "本": "笔记本 练习册 词典 故事书 漫画书",
        "颗": "糖果 珠子 草莓 栗子",
        "张": "贴纸 邮票 卡片 明信片",
        "条": "毛巾 围巾 丝带 鱼",
        "朵": "玫瑰 菊花",
        "块": "饼干 橡皮 积木 月饼",
        "把": "雨伞 尺子 扇子 剪刀",
        "瓶": "牛奶 果汁 墨水",
        "双": "袜子 手套 筷子",
        "顶": "帽子",
        "辆": "玩具车",
    }.items()
    for thing in things.split()
}
"""Chinese things and their measure words."""

THINGS = {
    "en": tuple(
        (
            "apples pears plums lemons peaches mangoes oranges eggs rolls muffins cookies buttons beads "
            "shells marbles stamps stickers cards postcards pencils pens crayons brushes rulers erasers "
            "notebooks folders candles lanterns balloons ribbons badges coins keys magnets puzzles kites "
            "spoons forks plates bowls cups mugs jars bottles baskets towels scarves socks gloves hats belts "
            "roses tulips daisies bulbs seedlings bricks tiles nails screws bolts batteries lamps clips pins "
            "tickets maps comics books toys dolls blocks dice whistles drums bells masks tokens"
        ).split()
    ),
    "zh": tuple(MEASURE),
}

GOODS = {
    "en": tuple(
        (
            "bicycle,winter coat,desk lamp,guitar,suitcase,tent,camera,bookshelf,violin,kettle,rucksack,"
            "keyboard,telescope,sewing machine,pair of skis,carpet,sofa,radio,toolbox,watch,printer,scooter,"
            "mirror,drill,fan,heater,microscope,surfboard,wheelbarrow,hammock,chess set,drum kit,globe,"
            "typewriter,blender,toaster,mattress"
        ).split(",")
    ),
    "zh": tuple(
        (
            "自行车 大衣 台灯 吉他 行李箱 帐篷 照相机 沙发 书架 小提琴 电水壶 背包 键盘 望远镜 缝纫机 滑雪板 "
            "地毯 收音机 工具箱 手表 打印机 滑板车 镜子 电钻 电风扇 取暖器 显微镜 吊床 象棋 地球仪 搅拌机 "
            "烤面包机 床垫 书桌 电饭锅 洗衣机 羽绒服 运动鞋"
        ).split()
    ),
}

CURRENCIES = {
    "en": ("dollars", "euros", "pounds", "francs", "pesos", "crowns", "rupees"),
    "zh": ("元",),
}

PLACES = {
    "en": tuple(
        (
            "Ashford Barwick Brookfield Calder Carrow Clifton Dunmore Eastham Elmwood Fairview Glenbrook "
            "Greenhill Harlow Hartley Kingsley Lakeside Langford Maplewood Marston Merton Millbrook Newbury "
            "Northgate Oakdale Orchard Pinewood Redcliff Ridgeway Riverton Rosedale Sandford Silverton "
            "Southgate Stonebridge Thornton Waterford Westbrook Weston Whitfield Willowdale Winslow Woodside "
            "Yarrow"
        ).split()
    ),
    "zh": tuple(
        (
            "北京 上海 天津 重庆 南京 杭州 苏州 武汉 成都 西安 郑州 济南 青岛 长沙 合肥 福州 厦门 昆明 贵阳 "
            "南昌 沈阳 大连 太原 兰州"
        ).split()
    ),
}

VEHICLES = {
    "en": ("train", "bus", "car", "lorry", "coach", "van", "motorbike", "tram"),
    "zh": ("火车", "客车", "轿车", "货车", "大巴", "面包车", "摩托车"),
}
