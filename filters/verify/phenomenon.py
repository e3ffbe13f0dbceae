"""Judge which cause explains a phenomenon, by telling words of causes and of their effects.

args: ask ("cause" of each item or its "effect"); items; target (the choice, as "A) …; B) …"). The answer is letters.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_CUES = (
    ("light bends|折射", "straw|pool looks|magnifying|吸管|游泳池|放大镜"),
    ("throws light back|反射光", "calm lake|the moon shines|cat's-eye|湖面|月亮|反光片"),
    ("vapour|水蒸气", "spectacles|fridge|dew|bathroom|眼镜|冰箱|露珠|浴室"),
    ("takes heat away|蒸发", "swimmer|alcohol|sweating|上岸|酒精|出汗"),
    ("get warmer|受热", "bridge|power lines|table tennis|thermometer|钢桥|电线|乒乓球|温度计"),
    ("state of motion|惯性", "passengers|carpet|coin|乘客|地毯|硬币"),
    ("electric charge|静电", "comb|jumper|wool|梳子|脱毛衣|擦过"),
    ("pushes upward|浮力", "log floats|helium|steel ship|木头漂|氦气|轮船"),
    ("faster than sound|光比声音", "thunder|woodcutter|pistol|雷声|伐木|发令枪"),
    ("sound is thrown|声音遇到", "shout|bats|empty hall|喊话|蝙蝠|大厅"),
    ("iron reacts|铁与氧", "nail left|garden gate|bicycle chain|钉子变|铁栅|链条"),
    ("turns on its axis|自转", "day and night|rises in the east|pole star|昼夜|东方|北极星"),
    ("is tilted|倾斜", "four seasons|north cape|days are longer|四季|北角|白天"),
    ("gravity of the moon|引力", "sea rises|mudflat|海边|滩涂"),
    ("smaller the area|面积越小", "sharp knife|drawing pin|high heels|锋利|图钉|高跟鞋"),
    ("gets thinner|稀薄", "ears pop|below 100|climbers|耳朵|100℃|最高峰"),
    ("friction acts|摩擦力", "sand is|hands get|tyres|沙子|双手|轮胎"),
    ("when it freezes|结冰时体积", "pipes|freezer|rocks split|水管|冷冻室|岩石"),
    ("yeast|酵母", "dough|loaf|面团|面包"),
    ("magnets|磁体", "compass|paper clips|指南针|回形针"),
    ("mixture of all colours|色光", "prism|rainbow|三棱镜|彩虹"),
    ("narrow gaps|细小的缝隙", "paper towel|wick|纸巾|灯芯"),
    ("spread by themselves|扩散", "ink colours|perfume|墨水|香水"),
    ("stretched skin|薄膜", "striders|drops of water are|水黾|小水珠"),
)


@lru_cache(maxsize=1024)
def _number(text: str, side: int) -> int:
    """Which entry a cause (side 0) or an effect (side 1) belongs to. Raises KeyError unless it is exactly one."""
    low = text.casefold()
    found = [number for number, cues in enumerate(_CUES) if any(cue in low for cue in cues[side].split("|"))]
    if len(found) != 1:
        raise KeyError(text)
    return found[0]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    side = 1 if args["ask"] == "cause" else 0
    try:
        letters = {}
        for option in args["target"].replace("；", "; ").split("; "):
            letters[_number(option[3:], 1 - side)] = option[0]
        expected = [letters[_number(item, side)] for item in args["items"]]
    except KeyError as unknown:
        return failed("unclear_task", f"no one explanation for {unknown}")
    return compare(expected, response, lambda item: item.strip("() .。").upper())
