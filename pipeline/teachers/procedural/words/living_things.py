"""Animals and plants and what is certain of them; a thing in neither list of a trait is doubtful there."""

from pipeline.teachers.procedural.solving.traits import things

_CLASSES = "@a mammal|@a bird|@a reptile|@an amphibian|@a fish|@an insect|spider|scorpion|crab|octopus|snail|earthworm"
_BACKBONE = "@a mammal|@a bird|@a reptile|@an amphibian|@a fish"
_TETRAPODS = (
    "cow|horse|dog|cat|lion|tiger|bear|wolf|fox|sheep|goat|pig|rabbit|mouse|squirrel|elephant|giraffe|zebra|deer|camel|"
    "hedgehog|mole|giant panda|platypus|crocodile|tortoise|iguana|frog|toad|newt"
)
_NO_LEGS = "whale|dolphin|cobra|python|salmon|trout|carp|herring|tuna|cod|shark|earthworm"
_PLANT_EATERS = "cow|horse|sheep|goat|rabbit|giraffe|zebra|elephant|camel"
_HUNTERS = "lion|tiger|wolf|eagle|owl|crocodile|shark|spider|cobra|python|scorpion|dragonfly"

ANIMALS = things(
    "cow=牛|horse=马|dog=狗|cat=猫|lion=狮子|tiger=老虎|bear=熊|wolf=狼|fox=狐狸|sheep=绵羊|goat=山羊|pig=猪|"
    "rabbit=兔子|"
    "mouse=老鼠|squirrel=松鼠|elephant=大象|giraffe=长颈鹿|zebra=斑马|deer=鹿|camel=骆驼|hedgehog=刺猬|mole=鼹鼠|"
    "giant panda=大熊猫|platypus=鸭嘴兽|bat=蝙蝠|whale=鲸|dolphin=海豚|eagle=鹰|owl=猫头鹰|sparrow=麻雀|swallow=燕子|"
    "pigeon=鸽子|crow=乌鸦|parrot=鹦鹉|woodpecker=啄木鸟|stork=鹳|swan=天鹅|penguin=企鹅|ostrich=鸵鸟|emu=鸸鹋|"
    "hen=母鸡|"
    "crocodile=鳄鱼|tortoise=陆龟|iguana=鬣蜥|cobra=眼镜蛇|python=蟒蛇|frog=青蛙|toad=蟾蜍|newt=蝾螈|salmon=鲑鱼|"
    "trout=鳟鱼|carp=鲤鱼|herring=鲱鱼|tuna=金枪鱼|cod=鳕鱼|shark=鲨鱼|bee=蜜蜂|ant=蚂蚁|wasp=黄蜂|butterfly=蝴蝶|"
    "moth=飞蛾|"
    "dragonfly=蜻蜓|ladybird=瓢虫|mosquito=蚊子|grasshopper=蚱蜢|cricket=蟋蟀|spider=蜘蛛|scorpion=蝎子|crab=螃蟹|"
    "octopus=章鱼|snail=蜗牛|earthworm=蚯蚓|jellyfish=水母|starfish=海星",
    (
        (
            "a mammal",
            "哺乳动物",
            "cow|horse|dog|cat|lion|tiger|bear|wolf|fox|sheep|goat|pig|rabbit|mouse|squirrel|elephant|giraffe|zebra|"
            "deer|"
            "camel|hedgehog|mole|giant panda|platypus|bat|whale|dolphin",
            "eagle|owl|sparrow|penguin|ostrich|hen|crocodile|tortoise|cobra|frog|toad|newt|salmon|carp|tuna|shark|"
            "bee|ant|"
            "spider|crab|octopus|snail",
        ),
        (
            "a bird",
            "鸟类",
            "eagle|owl|sparrow|swallow|pigeon|crow|parrot|woodpecker|stork|swan|penguin|ostrich|emu|hen",
            "@a mammal|crocodile|tortoise|cobra|frog|toad|salmon|carp|shark|bee|butterfly|dragonfly|moth|spider|snail",
        ),
        (
            "a reptile",
            "爬行动物",
            "crocodile|tortoise|iguana|cobra|python",
            "@a bird|frog|toad|newt|salmon|carp|mole|mouse|platypus|hedgehog|spider|scorpion|earthworm|snail",
        ),
        (
            "an amphibian",
            "两栖动物",
            "frog|toad|newt",
            "@a reptile|@a bird|salmon|trout|carp|dolphin|whale|crab|snail|earthworm|bee|mosquito",
        ),
        (
            "a fish",
            "鱼类",
            "salmon|trout|carp|herring|tuna|cod|shark",
            "whale|dolphin|penguin|octopus|jellyfish|starfish|crab|snail|@an amphibian|@a reptile|platypus|swan",
        ),
        (
            "an insect",
            "昆虫",
            "bee|ant|wasp|butterfly|moth|dragonfly|ladybird|mosquito|grasshopper|cricket",
            "spider|scorpion|crab|octopus|snail|earthworm|bat|swallow|sparrow|woodpecker|frog|newt|mouse",
        ),
        (
            "has a backbone",
            "有脊椎骨",
            _BACKBONE,
            "@an insect|spider|scorpion|crab|octopus|snail|earthworm|jellyfish|starfish",
        ),
        (
            "has no backbone",
            "没有脊椎骨",
            "@an insect|spider|scorpion|crab|octopus|snail|earthworm|jellyfish|starfish",
            _BACKBONE,
        ),
        ("has six legs", "有六条腿", "@an insect", f"@a bird|spider|scorpion|{_NO_LEGS}|{_TETRAPODS}"),
        ("has eight legs", "有八条腿", "spider|scorpion", f"@an insect|@a bird|{_NO_LEGS}|{_TETRAPODS}"),
        ("has four legs", "有四条腿", _TETRAPODS, f"@an insect|@a bird|spider|scorpion|{_NO_LEGS}"),
        ("has no legs", "没有腿", _NO_LEGS, f"@an insect|@a bird|spider|scorpion|{_TETRAPODS}"),
        ("has feathers", "身上长羽毛", "@a bird", "@a mammal|@a fish|@a reptile|@an insect|@an amphibian"),
        (
            "feeds its young with milk",
            "用乳汁哺育幼崽",
            "@a mammal",
            "@a bird|@a fish|@a reptile|@an insect|@an amphibian|octopus|crab",
        ),
        (
            "lays eggs",
            "产卵（下蛋）",
            "platypus|@a bird|crocodile|tortoise|iguana|cobra|python|@an amphibian|salmon|trout|carp|herring|tuna|cod|"
            "bee|ant|butterfly|moth|dragonfly|ladybird|mosquito|spider",
            "@a mammal|scorpion",
        ),
        (
            "can fly when grown up",
            "成年后会飞",
            "bat|eagle|owl|sparrow|swallow|pigeon|crow|parrot|woodpecker|stork|swan|bee|wasp|butterfly|moth|dragonfly|"
            "ladybird|mosquito",
            "cow|dog|mouse|mole|whale|dolphin|penguin|ostrich|emu|@a reptile|@an amphibian|carp|spider|scorpion|snail",
        ),
        ("eats almost only plants", "几乎只吃植物", _PLANT_EATERS, _HUNTERS),
        ("hunts other animals for food", "靠捕食其他动物为生", _HUNTERS, _PLANT_EATERS),
        (
            "breathes with gills all its life",
            "终生用鳃呼吸",
            "@a fish",
            "whale|dolphin|penguin|frog|toad|@a reptile|@a mammal|@a bird",
        ),
    ),
)
LEGS = {
    0: _NO_LEGS,
    2: "eagle|owl|sparrow|swallow|pigeon|crow|parrot|woodpecker|stork|swan|penguin|ostrich|emu|hen",
} | {
    4: _TETRAPODS,
    6: "bee|ant|wasp|butterfly|moth|dragonfly|ladybird|mosquito|grasshopper|cricket",
    8: "spider|scorpion",
}

_FOOD = "potato|carrot|radish|beetroot|wheat|rice|strawberry|pumpkin|cucumber|lettuce|tomato|watermelon|spinach"

PLANTS = things(
    "pine=松树|spruce=云杉|fir=冷杉|larch=落叶松|cedar=雪松|oak=橡树|beech=山毛榉|birch=白桦|maple=枫树|willow=柳树|"
    "poplar=杨树|apple=苹果|pear=梨|cherry=樱桃|plum=李子|peach=桃子|apricot=杏|orange=橙子|lemon=柠檬|grapefruit=西柚|"
    "walnut=核桃|olive=橄榄|mango=芒果|strawberry=草莓|watermelon=西瓜|pumpkin=南瓜|cucumber=黄瓜|tomato=番茄|"
    "lettuce=生菜|"
    "spinach=菠菜|potato=土豆|carrot=胡萝卜|radish=小萝卜|beetroot=甜菜根|sweet potato=红薯|ginger=生姜|peanut=花生|"
    "pea=豌豆|lentil=小扁豆|chickpea=鹰嘴豆|soybean=大豆|broad bean=蚕豆|wheat=小麦|rye=黑麦|barley=大麦|oat=燕麦|"
    "rice=水稻|maize=玉米|millet=小米",
    (
        (
            "a conifer",
            "针叶树",
            "pine|spruce|fir|larch|cedar",
            "oak|beech|birch|maple|willow|poplar|apple|cherry|walnut",
        ),
        (
            "loses all its leaves in winter",
            "冬天会落光叶子",
            "larch|birch|willow|poplar|apple|pear|cherry|plum|peach|walnut",
            "pine|spruce|fir|cedar",
        ),
        (
            "grows on trees",
            "长在树上",
            "apple|pear|cherry|plum|peach|apricot|orange|lemon|grapefruit|walnut|olive|mango",
            f"{_FOOD}|pea|lentil|peanut|barley|rye|ginger|sweet potato",
        ),
        (
            "its edible part grows under the ground",
            "食用部分长在地下",
            "potato|carrot|radish|beetroot|sweet potato|ginger|peanut",
            "apple|pear|cherry|plum|orange|lemon|strawberry|watermelon|pumpkin|cucumber|tomato|lettuce|spinach|pea|"
            "wheat|"
            "rice|maize|soybean",
        ),
        (
            "a cereal",
            "谷类作物",
            "wheat|rye|barley|oat|rice|maize|millet",
            "potato|carrot|radish|beetroot|strawberry|pumpkin|cucumber|lettuce|tomato|spinach|pea|lentil|apple|"
            "walnut|ginger",
        ),
        (
            "a legume",
            "豆科植物",
            "pea|lentil|chickpea|soybean|broad bean|peanut",
            f"{_FOOD}|rye|barley|oat|maize|walnut|apple|pear|ginger",
        ),
        (
            "a citrus fruit",
            "柑橘类水果",
            "orange|lemon|grapefruit",
            "apple|pear|cherry|plum|peach|apricot|mango|strawberry|watermelon|olive|tomato",
        ),
        (
            "a fruit with one hard stone inside",
            "里面有一个硬核的果实",
            "cherry|plum|peach|apricot|olive|mango",
            "apple|pear|orange|lemon|grapefruit|strawberry|watermelon|pumpkin|cucumber|tomato",
        ),
    ),
)
