"""The settings of scenes.py as they are said in Chinese."""

from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.scenes import Scene


def scene(opening: str, order: str, called: str, verb: str, first: str, last: str, before: str, after: str) -> Scene:
    """A scene whose clues are all built with one verb, such as 站在 or 坐在."""
    return Scene(
        opening,
        order,
        called,
        {
            "before": f"{{a}}{verb}{{b}}的{before}",
            "after": f"{{a}}{verb}{{b}}的{after}",
            "right_before": f"{{a}}紧挨着{{b}}，{verb}{{b}}的{before}",
            "next_to": "{a}和{b}相邻",
            "not_next_to": "{a}和{b}不相邻",
            "first": f"{{a}}{verb}{first}",
            "last": f"{{a}}{verb}{last}",
            "not_first": f"{{a}}不{verb}{first}",
            "not_last": f"{{a}}不{verb}{last}",
        },
    )


FRUITS = tuple("苹果 樱桃 无花果 葡萄 猕猴桃 柠檬 芒果 橄榄 橙子 木瓜 桃子 梨 李子 草莓 香蕉".split())
COLOURS = tuple("红色 蓝色 绿色 黄色 白色 黑色 棕色 紫色 橙色 粉色 灰色 银色 金色 青色".split())
ANIMALS = tuple("獾 熊 骆驼 猫 狗 鸭子 狐狸 山羊 野兔 刺猬 马 狮子 鼹鼠 水獭 猫头鹰 熊猫".split())
TOWNSFOLK = tuple("面包师 理发师 屠夫 木匠 厨师 医生 农民 渔夫 法官 磨坊主 护士 画家 飞行员".split())

CHINESE_SCENES: dict[str, tuple[tuple[str, ...], Scene]] = {
    "queue": (
        NAMES["zh"],
        scene("{names}排成一队", "从前到后", "{}", "排在", "最前面", "最后面", "前面", "后面"),
    ),
    "race": (
        NAMES["zh"],
        scene("{names}赛跑，没有并列名次", "从第一名到最后一名", "{}", "跑在", "第一", "最后", "前面", "后面"),
    ),
    "bench": (
        NAMES["zh"],
        scene("{names}并排坐在长椅上", "从左到右", "{}", "坐在", "最左边", "最右边", "左边", "右边"),
    ),
    "floors": (
        NAMES["zh"],
        scene("{names}住在同一栋楼里，每层一人", "从最底层到最高层", "{}", "住在", "最底层", "最高层", "楼下", "楼上"),
    ),
    "talks": (
        NAMES["zh"],
        scene("{names}先后作报告", "从最早到最晚", "{}", "排在", "第一个", "最后一个", "前面", "后面"),
    ),
    "fruit": (
        FRUITS,
        scene("一排水果摆在桌上：{names}", "从左到右", "{}", "摆在", "最左边", "最右边", "左边", "右边"),
    ),
    "books": (
        COLOURS,
        scene("书架上立着几本颜色不同的书：{names}", "从左到右", "{}的书", "立在", "最左边", "最右边", "左边", "右边"),
    ),
    "animals": (
        ANIMALS,
        scene("动物们排着队前进：{names}", "从前到后", "{}", "走在", "最前面", "最后面", "前面", "后面"),
    ),
    "houses": (
        TOWNSFOLK,
        scene("几位邻居住在一排房子里：{names}", "从左到右", "{}", "住在", "最左边", "最右边", "左边", "右边"),
    ),
}
"""By the ids of the English ones, the names that a scene draws from, and the scene."""
