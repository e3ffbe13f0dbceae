"""Organs and bones, and the systems and places they belong to."""

from pipeline.teachers.procedural.solving.traits import things

_BONES = (
    "thigh bone|shin bone|kneecap|calf bone|upper arm bone|radius|ulna|collarbone|shoulder blade|rib|breastbone|"
    "lower jaw|cheekbone"
)
_ORGANS = (
    "heart|artery|vein|lung|windpipe|bronchus|stomach|liver|gullet|small intestine|large intestine|kidney|bladder|"
    "ureter|"
    "brain|spinal cord"
)
_GLANDS = "thyroid gland|pituitary gland|adrenal gland"

BODY = things(
    "heart=心脏|artery=动脉|vein=静脉|lung=肺|windpipe=气管|bronchus=支气管|stomach=胃|liver=肝脏|gullet=食管|"
    "small intestine=小肠|large intestine=大肠|pancreas=胰腺|kidney=肾脏|bladder=膀胱|ureter=输尿管|brain=脑|spinal "
    "cord=脊髓|"
    "thyroid gland=甲状腺|pituitary gland=垂体|adrenal gland=肾上腺|thigh bone=股骨|shin bone=胫骨|kneecap=髌骨|"
    "calf bone=腓骨|upper arm bone=肱骨|radius=桡骨|ulna=尺骨|collarbone=锁骨|shoulder blade=肩胛骨|rib=肋骨|"
    "breastbone=胸骨|"
    "lower jaw=下颌骨|cheekbone=颧骨",
    (
        (
            "part of the digestive system",
            "属于消化系统",
            "stomach|liver|gullet|small intestine|large intestine|pancreas",
            f"{_ORGANS}|{_BONES}|{_GLANDS}",
        ),
        (
            "part of the breathing system",
            "属于呼吸系统",
            "lung|windpipe|bronchus",
            f"{_ORGANS}|{_BONES}|{_GLANDS}|pancreas",
        ),
        (
            "part of the urinary system",
            "属于泌尿系统",
            "kidney|bladder|ureter",
            f"{_ORGANS}|{_BONES}|{_GLANDS}|pancreas",
        ),
        (
            "part of the circulatory system",
            "属于循环系统",
            "heart|artery|vein",
            f"{_ORGANS}|{_BONES}|{_GLANDS}|pancreas",
        ),
        ("part of the nervous system", "属于神经系统", "brain|spinal cord", f"{_ORGANS}|{_BONES}|pancreas"),
        (
            "a gland whose hormones go into the blood",
            "分泌激素进入血液的腺体",
            _GLANDS,
            "artery|vein|windpipe|bronchus|gullet|bladder|ureter|spinal cord|collarbone|lower jaw|kneecap|rib",
        ),
        ("a bone", "骨头", _BONES, f"{_ORGANS}|{_GLANDS}|pancreas"),
        (
            "a bone of the leg",
            "腿部的骨头",
            "thigh bone|shin bone|kneecap|calf bone",
            "upper arm bone|radius|ulna|collarbone|shoulder blade|rib|breastbone|lower jaw|cheekbone",
        ),
        (
            "a bone of the arm",
            "手臂的骨头",
            "upper arm bone|radius|ulna",
            "thigh bone|shin bone|kneecap|calf bone|rib|breastbone|lower jaw|cheekbone",
        ),
        (
            "found in a pair, one left and one right",
            "左右各有一个",
            "lung|kidney|ureter|adrenal gland|thigh bone|shin bone|kneecap|calf bone|upper arm bone|radius|ulna|"
            "collarbone|"
            "shoulder blade|cheekbone",
            "heart|windpipe|stomach|liver|gullet|pancreas|bladder|brain|spinal cord|pituitary gland|breastbone|lower "
            "jaw",
        ),
    ),
)
