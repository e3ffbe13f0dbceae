"""Check everyday knowledge against measures and lists of the checker's own.

args: kind, and either scale, items and ask ("most", "up", "down"); property, items and negated; script and steps; or
animals with their counts. The answer lists items, letters of steps, or a number.
"""

from collections.abc import Callable, Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.comma_list import comma_list
from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step
from filters.verdict import Verdict, failed, passed

Task = Mapping[str, Any]

_MEASURES = {
    "weight": """
        feather 羽毛 1e-5; paper_clip 回形针 1e-3; pencil 铅笔 6e-3; hen's_egg 鸡蛋 0.06; brick 砖头 2.5;
        full_bucket_of_water 满满一桶水 11; grown_man 成年男子 75; horse 马 500; family_car 小轿车 1400;
        elephant 大象 5000; jet_airliner 喷气客机 150000; cruise_ship 豪华邮轮 1e8
    """,
    "speed": """
        snail 蜗牛 0.01; tortoise 乌龟 0.4; person_on_a_walk 散步的人 5; cyclist 骑自行车的人 18;
        galloping_horse 奔跑的马 50; car_on_the_motorway 高速公路上的汽车 120; high-speed_train 高铁列车 300;
        jet_airliner 喷气客机 900; rifle_bullet 步枪子弹 3000; space_rocket_in_orbit 轨道上的飞船 28000;
        light 光 1.08e9
    """,
    "temperature": """
        liquid_nitrogen 液氮 -196; dry_ice 干冰 -78; kitchen_freezer 冰箱冷冻室 -18;
        melting_ice 正在融化的冰 0; cosy_living_room 舒适的客厅 22; human_body 人的体温 37;
        boiling_water 沸水 100; oven_baking_pizza 烤披萨的烤箱 230; candle_flame 蜡烛火焰 1000;
        surface_of_the_sun 太阳表面 5500; core_of_the_sun 太阳核心 1.5e7
    """,
    "length": """
        grain_of_sand 一粒沙子 5e-4; ant 蚂蚁 5e-3; thumb 大拇指 0.06; new_pencil 新铅笔 0.18; bed 床 2;
        bus 公共汽车 12; football_pitch 足球场 105; height_of_mount_everest 珠穆朗玛峰的高度 8849;
        river_nile 尼罗河 6.65e6; earth's_equator 地球赤道 4.0e7; way_to_the_moon 到月球的距离 3.84e8;
        way_to_the_sun 到太阳的距离 1.5e11
    """,
    "time": """
        blink_of_an_eye 眨一次眼 0.3; boiling_an_egg 煮一个鸡蛋 480; school_lesson 一节课 2700;
        night's_sleep 睡一晚上 28800; week 一个星期 604800; human_pregnancy 怀胎十月 2.4e7;
        primary_school 读完小学 1.8e8; human_life 人的一生 2.4e9; age_of_the_pyramids 金字塔的年龄 1.4e11;
        age_of_the_earth 地球的年龄 1.4e17
    """,
    "loudness": """
        falling_leaf 落叶 10; whisper 耳语 30; normal_conversation 正常交谈 60; lawn_mower 割草机 90;
        rock_concert 摇滚音乐会 110; jet_taking_off_close_by 近处起飞的喷气机 140
    """,
    "text": """
        letter_of_a_word 字里的一个笔画 1; word 一个词 2; sentence 一个句子 3; paragraph 一个段落 4;
        chapter 一个章节 5; novel 一部小说 6; library's_collection 图书馆的全部藏书 7
    """,
    "place": """
        drawer 抽屉 1; desk 书桌 2; office_room 办公室 3; office_building 办公楼 4; city 城市 5;
        country 国家 6; continent 大洲 7; earth 地球 8; solar_system 太阳系 9; milky_way 银河系 10
    """,
    "plant": """
        cell_of_a_leaf 叶子的一个细胞 1; leaf 一片叶子 2; twig 一根小枝 3; thick_branch 一根粗枝 4;
        tree 一棵树 5; forest 一片森林 6
    """,
}
"""Kilograms, km/h, °C, metres, seconds, decibels; or a level, where each thing is part of the next."""

_HAVING = {
    "floats": """
        cork 软木塞 dry_wooden_block 干木块 ice_cube 冰块 rubber_duck 橡皮鸭 table_tennis_ball 乒乓球
        apple 苹果 candle 蜡烛 inflated_balloon 充气的气球
    """,
    "breaks": """
        wine_glass 葡萄酒杯 raw_egg 生鸡蛋 china_cup 瓷杯 mirror 镜子 light_bulb 灯泡 clay_pot 陶罐
        window_pane 窗玻璃
    """,
    "conducts": """
        copper_wire 铜线 iron_nail 铁钉 aluminium_foil 铝箔 gold_ring 金戒指 steel_spoon 钢勺
        silver_chain 银链子
    """,
    "melts": """
        ice_cube 冰块 butter 黄油 bar_of_chocolate 巧克力 vanilla_ice_cream 香草冰淇淋 snowball 雪球
    """,
    "eggs": """
        hen 母鸡 sea_turtle 海龟 salmon 三文鱼 frog 青蛙 penguin 企鹅 butterfly 蝴蝶 crocodile 鳄鱼 ostrich 鸵鸟
    """,
    "flies": """
        sparrow 麻雀 bat 蝙蝠 honey_bee 蜜蜂 eagle 老鹰 butterfly 蝴蝶 swallow 燕子 dragonfly 蜻蜓 seagull 海鸥
    """,
    "power": """
        refrigerator 冰箱 washing_machine 洗衣机 television 电视机 hair_dryer 吹风机 microwave_oven 微波炉
        desktop_computer 台式电脑
    """,
}

_STEPS = {
    "tea": "kettle boil pour wait drink 灌水 烧开 泡茶叶 几分钟 喝茶",
    "letter": "write fold slip seal drop 写信 折好 装进 封好 投进",
    "garden": "dig lay cover green ripe 挖 放进坑 盖住 嫩芽 摘下",
    "laundry": "load machine wet hang fold 放入 启动 取出 晾 叠好",
    "train": "buy gate board ride get_off 买票 检票 上火车 两个小时 下车",
    "egg": "crack beat pan turn plate 打破 打散 热锅 翻面 盘子",
    "morning": "alarm bed day_clothes leave arrive 闹钟 起床 换上 离开 到达",
    "bread": "mix knead rise bake slices 混合 揉 发酵 烤 切片",
    "library": "shelf registered home end back 书架 登记 回家 读完 归还",
    "swim": "swimwear step lengths climb towel 泳衣 下水 来回 爬出 擦干",
}
"""What tells each step from the others, in order: five in English, five in Chinese."""

_LEGS = {
    0: "snakes 蛇",
    2: "hens ducks geese 鸡 鸭 鹅",
    4: "cats horses goats 猫 马 羊",
    6: "ants bees 蚁 蜂",
    8: "spiders 蛛",
}


def _name(text: str) -> str:
    folded = plain(text).replace("’", "'").removeprefix("and ")
    for article in ("a ", "an ", "the "):
        folded = folded.removeprefix(article)
    return folded.replace(" ", "_").strip("。_")


_MEASURE = {
    (scale, name): float(row.split()[2])
    for scale, rows in _MEASURES.items()
    for row in rows.split(";")
    for name in row.split()[:2]
}
_OWNERS = {name: frozenset(names.split()) for name, names in _HAVING.items()}


def _ladder(task: Task) -> list[str]:
    known = {item: _MEASURE[task["scale"], _name(item)] for item in task["items"]}
    order = sorted(known, key=lambda item: known[item])
    if task["ask"] == "most":
        return order[-1:]
    return order if task["ask"] == "up" else order[::-1]


def _property(task: Task) -> list[str]:
    owners = _OWNERS[task["property"]]
    return [item for item in task["items"] if (_name(item) in owners) != task["negated"]]


def _steps(task: Task) -> list[str]:
    marks = [mark.replace("_", " ") for mark in _STEPS[task["script"]].split()]

    def rank(step: str) -> int:
        """Marks of later steps are looked for first, so that "pan" is not taken for a part of something else."""
        return max((place % 5 for place, mark in enumerate(marks) if mark in step), default=-1)

    placed = sorted((rank(step), "ABCDEF"[number]) for number, step in enumerate(task["steps"]))
    return [letter for _, letter in placed]


def _legs(task: Task) -> list[str]:
    total = 0
    for animal, count in task["animals"]:
        total += count * next(legs for legs, names in _LEGS.items() if any(name in animal for name in names.split()))
    return [str(total)]


ANSWERS: dict[str, Callable[[Task], list[str]]] = {
    "ladder": _ladder,
    "property": _property,
    "steps": _steps,
    "legs": _legs,
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    expected = ANSWERS[args["kind"]](args)
    shown = ", ".join(expected)
    items = comma_list(response)
    if not items or len(items) > 50:
        return failed("no_answer", f"expected {shown}, found no short list after the answer mark")
    if args["kind"] == "legs":
        number = plain_number(items[0]) if len(items) == 1 else None
        if number is None:
            return failed("no_answer", f"expected {shown}, found no number after the answer mark")
        if number != int(shown):
            return failed("wrong_value", f"expected {shown}, found {number}")
        if broken := broken_step(response):
            return failed("wrong_step", f"the step {broken} does not hold")
        return passed(shown)
    given, wanted = [_name(item).strip("()") for item in items], [_name(item) for item in expected]
    if given == wanted:
        return passed(shown)
    reason = "wrong_order" if sorted(given) == sorted(wanted) else "wrong_answer"
    return failed(reason, f"expected {shown}, found {', '.join(items)[:300]}")
