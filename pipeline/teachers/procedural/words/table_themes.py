"""What the tables of `table_question` are about, by language: who stands in the rows and what the columns hold."""

from dataclasses import dataclass

from pipeline.teachers.procedural.words.names import NAMES


@dataclass(frozen=True, slots=True)
class Theme:
    """`intro` is a sentence above the table; `numbers` are columns of whole numbers with their bounds."""

    intro: str
    key: str
    rows: tuple[str, ...]
    group: str
    groups: tuple[str, ...]
    numbers: tuple[tuple[str, int, int], ...]


def _theme(intro: str, key: str, rows: str | tuple[str, ...], group: str, groups: str, numbers: str) -> Theme:
    columns = []
    for column in numbers.split("; "):
        name, low, high = column.rsplit(" ", 2)
        columns.append((name, int(low), int(high)))
    listed = tuple(rows.split("|")) if isinstance(rows, str) else rows
    return Theme(intro, key, listed, group, tuple(groups.split("|")), tuple(columns))


_TOWNS = "Ashford|Birkdale|Cranmore|Dunley|Eastham|Farley|Glenbrook|Harwick|Ivydale|Kingsley|Larkhill|Millbrook|Norton"
_TOWNS_ZH = "青河镇|白石镇|东湖镇|柳林镇|金山镇|云溪镇|枫桥镇|石门镇|双塔镇|月湾镇|长桥镇|竹溪镇"

THEMES = {
    "en": (
        _theme(
            "The table shows the members of a sports club.",
            "Member",
            NAMES["en"],
            "Sport",
            "tennis|rowing|judo|chess|fencing",
            "Age 16 70; Visits 1 60; Points 5 300",
        ),
        _theme(
            "This is the stock list of a corner shop.",
            "Product",
            "rice|flour|sugar|salt|honey|coffee|tea|oats|lentils|soap|candles|matches|pasta|vinegar|jam|mustard|raisins",
            "Shelf",
            "A|B|C|D",
            "In stock 0 120; Price (cents) 40 900; Sold 3 200",
        ),
        _theme(
            "A regional office lists its towns.",
            "Town",
            _TOWNS,
            "Region",
            "north|south|east|west",
            "Schools 1 40; Buses 2 90; Parks 1 35",
        ),
        _theme(
            "Here are the trips that a travel agency offers.",
            "Trip",
            "Fjord Tour|Desert Ride|Island Hop|Castle Walk|River Cruise|Alpine Trail|Jungle Trek|Lake Loop|City Break",
            "Season",
            "spring|summer|autumn|winter",
            "Days 2 21; Price 90 950; Places 6 60",
        ),
        _theme(
            "A library keeps this record of its rooms.",
            "Room",
            "Maple Room|Oak Room|Birch Room|Cedar Room|Willow Room|Pine Room|Elm Room|Ash Room|Beech Room",
            "Floor",
            "ground|first|second|third",
            "Seats 8 90; Books 100 990; Computers 1 30",
        ),
        _theme(
            "The staff of a small company in one table:",
            "Employee",
            NAMES["en"],
            "Department",
            "sales|design|support|research",
            "Projects 1 25; Years 1 30; Days off 5 40",
        ),
        _theme(
            "Results of a school's reading contest:",
            "Pupil",
            NAMES["en"],
            "Class",
            "4A|4B|5A|5B|6A",
            "Books read 1 50; Pages 120 990; Stars 1 25",
        ),
        _theme(
            "A farm counts its fields every year.",
            "Field",
            "Long Acre|Mill Field|Stony Patch|Hill Top|River Meadow|Fox Corner|Barn Field|South Slope|Old Orchard",
            "Crop",
            "wheat|barley|maize|beans",
            "Hectares 2 60; Harvest (tons) 10 400; Workers 1 20",
        ),
    ),
    "zh": (
        _theme(
            "下表是一家体育俱乐部的会员情况。",
            "会员",
            NAMES["zh"],
            "项目",
            "网球|游泳|击剑|围棋|柔道",
            "年龄 16 70; 到场次数 1 60; 积分 5 300",
        ),
        _theme(
            "这是一家便利店的库存表。",
            "商品",
            "大米|面粉|白糖|食盐|蜂蜜|咖啡|茶叶|燕麦|绿豆|肥皂|蜡烛|火柴|面条|陈醋|果酱|葡萄干",
            "货架",
            "甲架|乙架|丙架|丁架",
            "库存 0 120; 单价（分） 40 900; 销量 3 200",
        ),
        _theme(
            "某县统计了各镇的情况。",
            "镇名",
            _TOWNS_ZH,
            "方位",
            "北部|南部|东部|西部",
            "学校数 1 40; 公交车数 2 90; 公园数 1 35",
        ),
        _theme(
            "旅行社提供以下线路。",
            "线路",
            "海岛游|古城游|雪山游|草原游|沙漠游|江南游|温泉游|峡谷游|茶山游",
            "季节",
            "春季|夏季|秋季|冬季",
            "天数 2 21; 价格 90 950; 名额 6 60",
        ),
        _theme(
            "图书馆各阅览室的记录如下。",
            "阅览室",
            "松竹室|梅花室|兰香室|菊韵室|银杏室|海棠室|牡丹室|玉兰室|芙蓉室",
            "楼层",
            "一楼|二楼|三楼|四楼",
            "座位数 8 90; 藏书数 100 990; 电脑数 1 30",
        ),
        _theme(
            "下面是一家小公司的员工表。",
            "员工",
            NAMES["zh"],
            "部门",
            "销售部|设计部|客服部|研发部",
            "项目数 1 25; 工龄 1 30; 休假天数 5 40",
        ),
        _theme(
            "学校读书比赛的结果如下表。",
            "学生",
            NAMES["zh"],
            "班级",
            "四年一班|四年二班|五年一班|五年二班|六年一班",
            "读书数 1 50; 页数 120 990; 星数 1 25",
        ),
        _theme(
            "农场每年都要清点田地。",
            "田地",
            "河湾田|山脚田|石桥田|果园田|南坡田|北坡田|柳树田|老井田|东湖田",
            "作物",
            "小麦|水稻|玉米|大豆",
            "公顷数 2 60; 收成（吨） 10 400; 工人数 1 20",
        ),
    ),
}

ASKS = {
    "en": {
        "lookup": ('What is "{column}" for {row}?', 'Which figure stands under "{column}" for {row}?'),
        "max": ('Which {key} has the highest "{column}"?', 'Name the {key} with the greatest value in "{column}".'),
        "min": ('Which {key} has the lowest "{column}"?', 'Name the {key} with the smallest value in "{column}".'),
        "sum": ('What is the total of the column "{column}"?', 'Add up all values of "{column}".'),
        "gap": (
            'By how much do {row} and {other} differ in "{column}"?',
            'What is the difference in "{column}" between {row} and {other}?',
        ),
        "count": (
            'How many rows have more than {limit} in "{column}"?',
            'Count the rows whose "{column}" is over {limit}.',
        ),
        "group_sum": (
            'What is the total of "{column}" over the rows whose "{group}" is {value}?',
            'Add up "{column}", but only where "{group}" is {value}.',
        ),
        "group_max": (
            'Among the rows whose "{group}" is {value}, which {key} has the highest "{column}"?',
            'Where "{group}" is {value}, which {key} has the most in "{column}"?',
        ),
        "both": (
            'How many rows have {value} as "{group}" and more than {limit} in "{column}"?',
            'Count the rows with "{group}" {value} whose "{column}" is above {limit}.',
        ),
    },
    "zh": {
        "lookup": ("{row}的“{column}”是多少？", "查出{row}一行的“{column}”。"),
        "max": ("“{column}”最高的{key}是哪一个？", "写出“{column}”一列数值最大的{key}。"),
        "min": ("“{column}”最低的{key}是哪一个？", "写出“{column}”一列数值最小的{key}。"),
        "sum": ("“{column}”一列的总和是多少？", "把所有的“{column}”加起来，得多少？"),
        "gap": ("{row}与{other}的“{column}”相差多少？", "求{row}和{other}在“{column}”上的差。"),
        "count": ("“{column}”大于{limit}的有几行？", "数一数有多少行的“{column}”超过{limit}。"),
        "group_sum": (
            "“{group}”为{value}的各行，“{column}”合计是多少？",
            "只看“{group}”是{value}的行，“{column}”加起来是多少？",
        ),
        "group_max": (
            "在“{group}”为{value}的各行中，“{column}”最高的{key}是哪一个？",
            "“{group}”是{value}的行里，哪一个{key}的“{column}”最大？",
        ),
        "both": (
            "“{group}”为{value}而且“{column}”大于{limit}的有几行？",
            "数一数：“{group}”是{value}、“{column}”又超过{limit}的行有多少？",
        ),
    },
}
"""By question, two ways to put it."""
