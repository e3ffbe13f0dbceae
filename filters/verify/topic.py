"""Read the topic of each line by the stems of telling words, and compare the labels named.

args: texts (news lines, English or Chinese); labels (the list to choose from). One label for each, in order.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.labels import Reader, judge
from filters.verdict import Verdict

_READER = Reader(
    {
        "sport": r"wins the final|goalkeep|metre record|coach|marathon|striker|tennis|derby|swimmer",
        "finance": r"shares|bank|profit|inflation|invest|deficit|bonds|dividend",
        "weather": r"rain|storm|snow|heat wave|fog\b|thunder|skies|hurricane|frost",
        "health": r"hospital|doctor|vaccin|nurse|blood|clinic|drug\b|surgeon|sleep",
        "travel": r"touris|airline|hotel|guidebook|cruise|night train|backpack|holiday|visa\b",
        "food": r"chef|soup|pie\b|rice\b|tart\b|curry|pasta|stew|paella|goulash|baker\b|dumpling|recipe|cook",
        "music": r"album|orchestra|singer|jazz|drummer|choir|violin|charts|piani",
        "law": r"court|judge|sues\b|guilty|lawyer|acquit|prosecut|trial|witness",
        "science": r"physic|telescop|researcher|fossil|chemist|biolog|astronom|laborator|probe",
        "school": r"pupil|teacher|exams?\b|universit|schools?\b|kindergarten|student|headmaster",
        "politics": r"parliament|minister|election|mayor|opposition|president|senator|voter|party",
        "technology": r"phone|software|robot|chip\b|hacker|app\b|driverless|laptop|internet",
        "film": r"director|actress|actor\b|cinema|screenplay|film|documentar|remake",
        "farming": r"farm|crop|cows|tractor|sheep|potato|barn\b|plough|orchard",
        "体育": r"冠军|门将|百米|教练|马拉松|前锋|网球|夺金",
        "财经": r"股[市票东]|央行|利润|通货|投资|债券|银行|分红",
        "气象": r"暴雨|大风|积雪|高温|大雾|冰雹|晴空|台风",
        "健康": r"医[院生]|疫苗|护士|血压|诊所|新药|手术",
        "旅游": r"游客|旅[游客]|酒店|导游|邮轮|背包客|景点",
        "美食": r"厨师|好吃|面包师|做法|餐厅|小吃|调味|烹制",
        "音乐": r"专辑|交响|歌手|爵士|鼓手|合唱|小提琴|钢琴",
        "法律": r"法[院官]|起诉|律师|无罪|检察|开庭|证人",
        "科学": r"物理|星系|基因|化石|化学|生物|彗星|实验|探测器",
        "教育": r"学生|教师|考试|大学多|小学|班主任|幼儿园|校长",
        "政治": r"议[会员]|部长|选举|市长|公投|总统|选民",
        "科技": r"手机|软件|机器人|芯片|黑客|应用|无人驾驶|电脑",
        "电影": r"导演|演员|喜剧|奥斯卡|电影|影院|银幕|纪录片",
        "农业": r"农民|玉米|奶牛|稻田|只羊|土豆|春耕|果园",
    }
)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return judge(_READER, args, response)
