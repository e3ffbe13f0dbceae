"""Catalogues to recommend from: kinds of things, what they may offer, and names for them, in English and Chinese."""

CATALOGUES = {
    "en": {
        "hotel": ("a pool|breakfast|a sea view|parking|a gym|a garden|free Wi-Fi|a playground", (40, 300)),
        "laptop": (
            "a touch screen|a backlit keyboard|a card reader|a metal case|a fast charger|a fingerprint reader",
            (300, 1500),
        ),
        "backpack": ("a rain cover|a laptop sleeve|a hip belt|side pockets|a whistle|reflectors", (20, 160)),
        "course": ("a certificate|live lessons|homework help|a free book|evening classes|a trial lesson", (50, 600)),
        "bicycle": ("a basket|hub gears|disc brakes|a stand|a dynamo lamp|a bell", (150, 1200)),
        "restaurant": ("vegan dishes|a terrace|live music|a children's menu|delivery|a wine list", (10, 90)),
        "phone": ("two SIM slots|a headphone jack|a big battery|waterproofing|wireless charging|a stylus", (120, 1100)),
        "tent": ("a porch|two doors|a footprint|storm lines|fibreglass poles|mesh windows", (60, 500)),
    },
    "zh": {
        "酒店": ("游泳池|早餐|海景|停车位|健身房|花园|免费无线网|儿童乐园", (100, 900)),
        "笔记本电脑": ("触摸屏|背光键盘|读卡器|金属外壳|快充|指纹识别", (2500, 9000)),
        "背包": ("防雨罩|电脑隔层|腰带|侧袋|求生哨|反光条", (60, 600)),
        "培训课": ("结业证书|直播课|作业辅导|赠书|晚间班|试听课", (200, 3000)),
        "自行车": ("车筐|内变速|碟刹|脚撑|发电车灯|车铃", (400, 4000)),
        "餐厅": ("素食|露台|现场音乐|儿童套餐|外卖|酒单", (30, 300)),
        "手机": ("双卡槽|耳机插孔|大电池|防水|无线充电|手写笔", (800, 7000)),
        "帐篷": ("门厅|双门|地垫|防风绳|玻璃纤维杆|纱窗", (150, 2000)),
    },
}
"""By language and kind: what it may offer, and the range of its price."""
MODELS = {
    "en": (
        "Alder Birch Cedar Dune Ember Fjord Grove Harbor Indigo Jasper Kestrel Lotus Meadow Nimbus Orchid "
        "Pebble Quartz Raven Summit Tulip Umber Vista Willow Zenith Aurora Beacon Comet Delta Falcon Heron"
    ).split(),
    "zh": (
        "青松 白鹭 晨光 海韵 云帆 星河 竹影 金秋 蓝湾 雪峰 春燕 明月 紫荆 银杏 飞鸿 "
        "清泉 翠谷 红枫 远山 长虹 听涛 望江 南风 北辰 朝阳 荷塘 梅园 兰亭 橡树 旭日"
    ).split(),
}
