"""Judge answers about the body from lists of the checker's own, and reckon doses again.

args: ask (see filters/reading/traits.py; "blood", "days", "tablets", "milligrams"); items (names, groups, or sums in
words); target (the description, or the receiver's group).
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.reading.traits import ASKS, fitting, judge
from filters.verdict import Verdict

_ARM, _LEG = "radius=桡骨 ulna=尺骨 upper_arm_bone=肱骨", "calf_bone=腓骨 kneecap=髌骨 shin_bone=胫骨 thigh_bone=股骨"
_TABLE = fitting(
    {
        ("part of the digestive system", "属于消化系统"): "gullet=食管 large_intestine=大肠 liver=肝脏 pancreas=胰腺 "
        "small_intestine=小肠 stomach=胃",
        ("part of the breathing system", "属于呼吸系统"): "bronchus=支气管 lung=肺 windpipe=气管",
        ("part of the urinary system", "属于泌尿系统"): "bladder=膀胱 kidney=肾脏 ureter=输尿管",
        ("part of the circulatory system", "属于循环系统"): "artery=动脉 heart=心脏 vein=静脉",
        ("part of the nervous system", "属于神经系统"): "brain=脑 spinal_cord=脊髓",
        ("a gland whose hormones go into the blood", "分泌激素进入血液的腺体"): "adrenal_gland=肾上腺 "
        "pituitary_gland=垂体 thyroid_gland=甲状腺",
        ("a bone", "骨头"): f"{_ARM} {_LEG} breastbone=胸骨 cheekbone=颧骨 collarbone=锁骨 lower_jaw=下颌骨 rib=肋骨 "
        "shoulder_blade=肩胛骨",
        ("a bone of the leg", "腿部的骨头"): _LEG,
        ("a bone of the arm", "手臂的骨头"): _ARM,
        (
            "found in a pair, one left and one right",
            "左右各有一个",
        ): f"{_ARM} {_LEG} adrenal_gland=肾上腺 cheekbone=颧骨 "
        "collarbone=锁骨 kidney=肾脏 lung=肺 shoulder_blade=肩胛骨 ureter=输尿管",
    }
)
_TAKES = {
    "O-": "O-",
    "O+": "O- O+",
    "A-": "O- A-",
    "A+": "O- O+ A- A+",
    "B-": "O- B-",
    "B+": "O- O+ B- B+",
    "AB-": "O- A- B- AB-",
    "AB+": "O- O+ A- A+ B- B+ AB- AB+",
}
"""From which donors each group may take red cells."""
_NUMBER = re.compile(r"\d+")


def _reckoned(ask: str, item: str) -> str:
    product, largest = 1, 1
    for number in map(int, _NUMBER.findall(item)):
        product, largest = product * number, max(largest, number)
    return str(largest * largest // product if ask == "days" else product)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    ask, items = args["ask"], args["items"]
    if ask in ASKS:
        return judge(_TABLE, args, response)
    if ask == "blood":
        takes = _TAKES[args["target"]].split()
        return compare([item for item in items if item in takes], response, lambda text: plain(text).replace("−", "-"))
    return compare([_reckoned(ask, item) for item in items], response, plain)
