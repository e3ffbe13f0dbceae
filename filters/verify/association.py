"""Judge analogies by word pairs of the checker's own, both languages in one list for each relation.

args: items (analogies with the gap "__" at the end); target (the words to choose from).
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.reading.short_answers import compare
from filters.reading.traits import bare
from filters.verdict import Verdict, failed

_LISTS = (
    "buy sell, cold hot<, day night, down up<, dry wet<, early late, empty full<, fast slow, forget remember<, heavy "
    "light,"
    "long short, lose win<, new old<, north south, open shut, peace war<, poor rich<, question answer, sharp blunt,"
    "strong weak, 买 卖, 冷 热<, 白天 黑夜, 下 上<, 干 湿<, 早 晚, 空 满<, 快 慢, 忘记 记得<, 重 轻, 长 短, 败 胜<, "
    "新 旧,"
    "南 北, 开 关, 和平 战争<, 贫穷 富有, 问题 答案, 锋利 迟钝, 强 弱",
    "bear cub, cat kitten, cow calf, deer fawn, dog puppy, duck duckling, frog tadpole, goat kid, goose gosling, hen "
    "chick,"
    "horse foal, pig piglet, sheep lamb, swan cygnet, 熊 熊崽, 猫 小猫, 牛 牛犊, 鹿 小鹿, 狗 小狗, 鸭 小鸭, 青蛙 "
    "蝌蚪, 羊 羊羔,"
    "鹅 小鹅, 鸡 雏鸡, 马 马驹, 猪 猪仔, 虎 虎崽, 蝴蝶 毛毛虫",
    "bread flour, brick clay, candle wax, cheese milk, chocolate cocoa, glass sand, omelette eggs, paper wood,"
    "tofu soybeans, tyre rubber, wine grapes, wool_jumper yarn, 面包 面粉, 砖 黏土, 蜡烛 石蜡, 奶酪 牛奶, 巧克力 "
    "可可豆,"
    "玻璃 石英砂, 炒蛋 鸡蛋, 纸 木材, 豆腐 大豆, 轮胎 橡胶, 葡萄酒 葡萄, 毛衣 毛线",
    "astronomer telescope, barber razor, blacksmith anvil, carpenter saw, drummer drumsticks, fisherman net,"
    "gardener spade, miner pickaxe, painter brush, photographer camera, tailor needle, writer pen, 天文学家 望远镜,"
    "理发师 剃刀, 铁匠 铁砧, 木匠 锯子, 鼓手 鼓槌, 渔夫 渔网, 园丁 铲子, 矿工 镐, 画家 画笔, 摄影师 照相机, 裁缝 "
    "针线, 作家 钢笔",
    "actor stage, baker bakery, cook kitchen, farmer field, judge court, librarian library, monk monastery, nurse "
    "hospital,"
    "sailor ship, scientist laboratory, teacher school, waiter restaurant, 演员 舞台, 面包师 面包房, 厨师 厨房, 农民 "
    "田野,"
    "法官 法院, 图书管理员 图书馆, 僧人 寺院, 护士 医院, 水手 轮船, 科学家 实验室, 教师 学校, 服务员 餐厅",
)
_GAP = re.compile(r"([^，]+?)(?: is to |对)([^，]+?)(?: as |，正如)([^，]+?)(?: is to |对)__")


def _relation(text: str) -> dict[str, str]:
    """Second words by the first; "<" marks a pair that stands the other way round."""
    found = {}
    for entry in text.split(","):
        first, second = entry.removesuffix("<").split()
        if entry.endswith("<"):
            first, second = second, first
        found[first.replace("_", " ")] = second
    return found


_RELATIONS = tuple(_relation(text) for text in _LISTS)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    expected = []
    for item in args["items"]:
        gap = _GAP.fullmatch(item)
        first, second, asked = gap.groups() if gap else ("", "", "")
        found = [known[asked] for known in _RELATIONS if known.get(first) == second and asked in known]
        if len(found) != 1:
            return failed("unclear_task", f"no relation is known for {item!r}")
        expected += found
    return compare(expected, response, bare)
