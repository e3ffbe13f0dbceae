"""Judge answers about animals and plants from lists of the checker's own, kept by description.

args: ask (see filters/reading/traits.py, or "legs"); items (names; for "legs" as "cow × 3"); target (the description).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.short_answers import compare
from filters.reading.traits import bare, fitting, judge
from filters.verdict import Verdict, failed

_FOUR = (
    "camel=骆驼 cat=猫 cow=牛 deer=鹿 dog=狗 elephant=大象 fox=狐狸 giant_panda=大熊猫 giraffe=长颈鹿 goat=山羊 "
    "bear=熊 hedgehog=刺猬 horse=马 lion=狮子 mole=鼹鼠 mouse=老鼠 pig=猪 platypus=鸭嘴兽 rabbit=兔子 sheep=绵羊 "
    "squirrel=松鼠 tiger=老虎 wolf=狼 zebra=斑马"
)
_MAMMALS = f"{_FOUR} bat=蝙蝠 dolphin=海豚 whale=鲸"
_FLYING_BIRDS = (
    "crow=乌鸦 eagle=鹰 owl=猫头鹰 parrot=鹦鹉 pigeon=鸽子 sparrow=麻雀 "
    "stork=鹳 swallow=燕子 swan=天鹅 woodpecker=啄木鸟"
)
_BIRDS = f"{_FLYING_BIRDS} emu=鸸鹋 hen=母鸡 ostrich=鸵鸟 penguin=企鹅"
_SNAKES = "cobra=眼镜蛇 python=蟒蛇"
_WALKING_REPTILES = "crocodile=鳄鱼 iguana=鬣蜥 tortoise=陆龟"
_AMPHIBIANS = "frog=青蛙 newt=蝾螈 toad=蟾蜍"
_BONY_FISH = "carp=鲤鱼 cod=鳕鱼 herring=鲱鱼 salmon=鲑鱼 trout=鳟鱼 tuna=金枪鱼"
_FISH = f"{_BONY_FISH} shark=鲨鱼"
_FLYING_INSECTS = "bee=蜜蜂 butterfly=蝴蝶 dragonfly=蜻蜓 ladybird=瓢虫 mosquito=蚊子 moth=飞蛾 wasp=黄蜂"
_INSECTS = f"{_FLYING_INSECTS} ant=蚂蚁 cricket=蟋蟀 grasshopper=蚱蜢"
_ARACHNIDS = "scorpion=蝎子 spider=蜘蛛"
_BOUGHS = "cherry=樱桃 plum=李子 peach=桃子 apricot=杏 olive=橄榄 mango=芒果"
_CITRUS = "grapefruit=西柚 lemon=柠檬 orange=橙子"
_LEGLESS = f"{_SNAKES} {_FISH} dolphin=海豚 whale=鲸 earthworm=蚯蚓"
_QUADRUPEDS = f"{_FOUR} {_WALKING_REPTILES} {_AMPHIBIANS}"
_VERTEBRATES = f"{_MAMMALS} {_BIRDS} {_SNAKES} {_WALKING_REPTILES} {_AMPHIBIANS} {_FISH}"

_TABLE = fitting(
    {
        ("a mammal", "哺乳动物"): _MAMMALS,
        ("feeds its young with milk", "用乳汁哺育幼崽"): _MAMMALS,
        ("a bird", "鸟类"): _BIRDS,
        ("has feathers", "身上长羽毛"): _BIRDS,
        ("a reptile", "爬行动物"): f"{_SNAKES} {_WALKING_REPTILES}",
        ("an amphibian", "两栖动物"): _AMPHIBIANS,
        ("a fish", "鱼类"): _FISH,
        ("breathes with gills all its life", "终生用鳃呼吸"): _FISH,
        ("an insect", "昆虫"): _INSECTS,
        ("has six legs", "有六条腿"): _INSECTS,
        ("has eight legs", "有八条腿"): _ARACHNIDS,
        ("has four legs", "有四条腿"): _QUADRUPEDS,
        ("has no legs", "没有腿"): _LEGLESS,
        ("has a backbone", "有脊椎骨"): _VERTEBRATES,
        (
            "has no backbone",
            "没有脊椎骨",
        ): f"{_INSECTS} {_ARACHNIDS} crab=螃蟹 earthworm=蚯蚓 jellyfish=水母 octopus=章鱼 snail=蜗牛 starfish=海星",
        ("lays eggs", "产卵（下蛋）"): f"{_BIRDS} {_SNAKES} {_WALKING_REPTILES} {_AMPHIBIANS} {_BONY_FISH} {_INSECTS} "
        "platypus=鸭嘴兽 spider=蜘蛛",
        ("can fly when grown up", "成年后会飞"): f"{_FLYING_BIRDS} {_FLYING_INSECTS} bat=蝙蝠",
        (
            "eats almost only plants",
            "几乎只吃植物",
        ): "camel=骆驼 cow=牛 elephant=大象 giraffe=长颈鹿 goat=山羊 horse=马 rabbit=兔子 sheep=绵羊 zebra=斑马",
        ("hunts other animals for food", "靠捕食其他动物为生"): f"{_ARACHNIDS} {_SNAKES} crocodile=鳄鱼 dragonfly=蜻蜓 "
        "eagle=鹰 lion=狮子 owl=猫头鹰 shark=鲨鱼 tiger=老虎 wolf=狼",
        ("a conifer", "针叶树"): "cedar=雪松 fir=冷杉 larch=落叶松 pine=松树 spruce=云杉",
        (
            "loses all its leaves in winter",
            "冬天会落光叶子",
        ): "apple=苹果 birch=白桦 cherry=樱桃 larch=落叶松 peach=桃子 "
        "pear=梨 plum=李子 poplar=杨树 walnut=核桃 willow=柳树",
        ("grows on trees", "长在树上"): f"{_BOUGHS} {_CITRUS} apple=苹果 pear=梨 walnut=核桃",
        ("a fruit with one hard stone inside", "里面有一个硬核的果实"): _BOUGHS,
        ("a citrus fruit", "柑橘类水果"): _CITRUS,
        ("its edible part grows under the ground", "食用部分长在地下"): "beetroot=甜菜根 carrot=胡萝卜 ginger=生姜 "
        "peanut=花生 potato=土豆 radish=小萝卜 sweet_potato=红薯",
        ("a cereal", "谷类作物"): "barley=大麦 maize=玉米 millet=小米 oat=燕麦 rice=水稻 rye=黑麦 wheat=小麦",
        ("a legume", "豆科植物"): "broad_bean=蚕豆 chickpea=鹰嘴豆 lentil=小扁豆 pea=豌豆 peanut=花生 soybean=大豆",
    }
)
_LEGS = {
    name: legs
    for legs, text in ((0, _LEGLESS), (2, _BIRDS), (4, _QUADRUPEDS), (6, _INSECTS), (8, _ARACHNIDS))
    for pair in text.replace("_", "\x00").split()
    for name in pair.replace("\x00", " ").split("=")
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if args["ask"] != "legs":
        return judge(_TABLE, args, response)
    total = 0
    for item in args["items"]:
        kind, _, number = item.partition(" × ")
        if kind not in _LEGS:
            return failed("unknown_animal", f"the table has no legs for {kind!r}")
        total += _LEGS[kind] * int(number)
    return compare([str(total)], response, bare)
