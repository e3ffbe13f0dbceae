"""Words of like and of opposite meaning, and words by what they name: each in one group only, by language.

The pairs of a table are far enough apart that a word of one never stands for a word of another.
"""

SYNONYMS = {
    "en": tuple(
        tuple(pair.split("/"))
        for pair in (
            "happy/glad big/large begin/start rich/wealthy clever/intelligent brave/courageous sick/ill angry/furious "
            "silent/quiet buy/purchase answer/reply hurry/rush help/assist shut/close broad/wide enough/sufficient "
            "choose/select strange/odd famous/renowned gift/present error/mistake shy/timid rubbish/garbage "
            "infant/baby hide/conceal build/construct permit/allow obtain/get required/necessary empty/vacant "
            "nearly/almost often/frequently costly/expensive lawyer/attorney ancient/antique forest/woods "
            "journey/trip stone/rock shout/yell remember/recall"
        ).split()
    ),
    "zh": tuple(
        tuple(pair.split("/"))
        for pair in (
            "高兴/快乐 美丽/漂亮 开始/起始 聪明/聪慧 勇敢/英勇 生气/愤怒 安静/宁静 购买/采购 回答/答复 帮助/援助 "
            "宽阔/宽广 足够/充足 选择/挑选 奇怪/古怪 著名/有名 礼物/礼品 错误/差错 害羞/害臊 婴儿/宝宝 隐藏/隐蔽 "
            "建造/修建 允许/准许 获得/取得 几乎/差不多 经常/时常 昂贵/贵重 旅行/旅游 疲倦/疲惫 立刻/马上 "
            "突然/忽然 仔细/细心 担心/忧虑 讨厌/厌恶 赞扬/表扬 教师/老师 医生/大夫 母亲/妈妈 寒冷/冰冷 希望/盼望"
        ).split()
    ),
}
ANTONYMS = {
    "en": tuple(
        tuple(pair.split("/"))
        for pair in (
            "hot/cold high/low early/late full/empty open/closed rich/poor strong/weak long/short young/old "
            "light/dark hard/soft fast/slow wet/dry clean/dirty thick/thin deep/shallow win/lose buy/sell "
            "arrive/depart love/hate remember/forget increase/decrease cheap/expensive brave/cowardly "
            "polite/rude true/false friend/enemy victory/defeat question/answer entrance/exit always/never "
            "inside/outside north/south near/far push/pull import/export accept/refuse "
            "visible/invisible sweet/bitter begin/end"
        ).split()
    ),
    "zh": tuple(
        tuple(pair.split("/"))
        for pair in (
            "大/小 高/低 早/晚 开/关 富裕/贫穷 强大/弱小 长/短 年轻/年老 明亮/黑暗 坚硬/柔软 快/慢 潮湿/干燥 "
            "干净/肮脏 厚/薄 深/浅 胜利/失败 买/卖 到达/离开 热爱/痛恨 记住/忘记 增加/减少 便宜/昂贵 勇敢/胆怯 "
            "礼貌/粗鲁 真实/虚假 朋友/敌人 提问/回答 入口/出口 永远/从不 里面/外面 南方/北方 接受/拒绝 "
            "古代/现代 甜/苦 热闹/冷清 开始/结束 前进/后退 紧张/放松 赞成/反对 简单/复杂 宽/窄 光滑/粗糙"
        ).split()
    ),
}
KINDS = {
    "en": {
        "fruit": "apple pear plum peach cherry banana grape mango apricot strawberry raspberry pineapple".split(),
        "birds": "sparrow eagle owl swan pigeon parrot stork penguin robin crow ostrich hen".split(),
        "musical instruments": "violin piano flute guitar trumpet cello harp clarinet trombone oboe banjo".split(),
        "furniture": "table chair sofa wardrobe bookcase desk bed armchair sideboard stool bench".split(),
        "colours": "red blue green yellow purple brown grey black white turquoise".split(),
        "tools": "hammer saw screwdriver pliers chisel wrench spade axe rake file drill".split(),
        "clothes": "shirt trousers skirt coat jacket sock glove scarf blouse jumper dress".split(),
        "vehicles": "car bus lorry tram bicycle motorbike taxi tractor ambulance van scooter".split(),
        "flowers": "tulip daisy lily daffodil orchid carnation sunflower poppy dandelion marigold".split(),
        "vegetables": "carrot cabbage onion leek spinach cauliflower potato celery lettuce turnip".split(),
        "metals": "iron chromium magnesium tin lead zinc nickel aluminium titanium platinum".split(),
        "parts of the body": "elbow knee shoulder ankle wrist chin forehead thumb heel neck".split(),
        "months": "January February March April June July August September October November".split(),
        "insects": "ant bee wasp beetle butterfly mosquito fly grasshopper ladybird moth".split(),
        "drinks": "coffee tea water milk lemonade wine beer cocoa juice cider".split(),
    },
    "zh": {
        "水果": "苹果 梨 桃子 香蕉 葡萄 芒果 草莓 菠萝 荔枝 樱桃 橙子".split(),
        "鸟类": "麻雀 老鹰 猫头鹰 天鹅 鸽子 鹦鹉 企鹅 乌鸦 燕子 喜鹊".split(),
        "乐器": "小提琴 钢琴 长笛 吉他 小号 二胡 琵琶 古筝 竖琴 大提琴".split(),
        "家具": "桌子 椅子 沙发 衣柜 书架 床 凳子 茶几 鞋柜 书桌".split(),
        "颜色": "红色 蓝色 绿色 黄色 紫色 棕色 粉色 灰色 黑色 白色".split(),
        "工具": "锤子 锯子 螺丝刀 钳子 凿子 扳手 铁锹 斧头 锉刀 电钻".split(),
        "衣服": "衬衫 裤子 裙子 大衣 毛衣 夹克 背心 旗袍 短裤 棉袄".split(),
        "交通工具": "汽车 公交车 卡车 电车 自行车 摩托车 出租车 地铁 飞机 轮船".split(),
        "树木": "橡树 桦树 枫树 柳树 松树 杉树 杨树 榕树 槐树 柏树".split(),
        "蔬菜": "胡萝卜 白菜 洋葱 菠菜 花菜 土豆 芹菜 生菜 黄瓜 茄子".split(),
        "金属": "铁 铜 金 银 锡 铅 锌 镍 铝 钛".split(),
        "身体部位": "手肘 膝盖 肩膀 脚踝 手腕 下巴 额头 拇指 脚跟 脖子".split(),
        "昆虫": "蚂蚁 蜜蜂 黄蜂 甲虫 蝴蝶 蚊子 苍蝇 蚱蜢 瓢虫 蜻蜓".split(),
        "饮料": "咖啡 绿茶 牛奶 可乐 汽水 豆浆 果汁 红茶 酸梅汤 柠檬水".split(),
        "职业": "律师 护士 厨师 司机 警察 记者 木匠 裁缝 会计 消防员".split(),
    },
}
