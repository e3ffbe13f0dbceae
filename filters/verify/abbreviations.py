"""Judge what abbreviations stand for, by a glossary of the checker's own and by telling words of a sentence.

args: ask ("expand", "shorten", "acronym", "sense" or "odd"); items; target (a field, or the senses to choose from);
language. Names may be spelled in either way (organisation, organization; with or without hyphens).
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_GLOSSARY = {
    ("biology and medicine", "生物与医学"): """
        ATP adenosine triphosphate:三磷酸腺苷/腺苷三磷酸; BMI body mass index:身体质量指数/体重指数/体质指数;
        CT computed tomography/computerized tomography:计算机断层扫描; DNA deoxyribonucleic acid:脱氧核糖核酸;
        HIV human immunodeficiency virus:人类免疫缺陷病毒/艾滋病病毒; ICU intensive care unit:重症监护室/重症监护病房;
        MRI magnetic resonance imaging:磁共振成像/核磁共振成像; PPE personal protective equipment:个人防护装备;
        RNA ribonucleic acid:核糖核酸""",
    ("business and the economy", "商业与经济"): """
        ATM automated teller machine/automatic teller machine:自动取款机/自动柜员机;
        CEO chief executive officer:首席执行官;
        CFO chief financial officer:首席财务官; CTO chief technology officer:首席技术官;
        CPI consumer price index:消费者物价指数/居民消费价格指数; EEZ exclusive economic zone:专属经济区;
        GDP gross domestic product:国内生产总值; GNP gross national product:国民生产总值; HR human resources:人力资源;
        IPO initial public offering:首次公开募股/首次公开发行; MBA master of business administration:工商管理硕士;
        PIN personal identification number:个人识别码/个人识别号; PR public relations:公共关系;
        VAT value added tax:增值税""",
    ("computing", "计算机"): """
        AI artificial intelligence:人工智能; API application programming interface:应用程序编程接口/应用程序接口;
        AR augmented reality:增强现实; CAD computer aided design:计算机辅助设计; CPU central processing unit:中央处理器;
        DNS domain name system:域名系统; FTP file transfer protocol:文件传输协议;
        GPU graphics processing unit:图形处理器;
        GUI graphical user interface:图形用户界面; HTML hypertext markup language:超文本标记语言;
        HTTP hypertext transfer protocol:超文本传输协议; IoT internet of things:物联网;
        ISP internet service provider:互联网服务提供商; LAN local area network:局域网;
        OCR optical character recognition:光学字符识别; OS operating system:操作系统;
        PDF portable document format:便携式文档格式; RAM random access memory:随机存取存储器;
        ROM read only memory:只读存储器; SQL structured query language:结构化查询语言; SSD solid state drive:固态硬盘;
        TCP transmission control protocol:传输控制协议; URL uniform resource locator:统一资源定位符;
        USB universal serial bus:通用串行总线; VPN virtual private network:虚拟专用网/虚拟专用网络;
        VR virtual reality:虚拟现实;
        WAN wide area network:广域网; WWW world wide web:万维网""",
    ("electronics and engineering", "电子与工程"): """
        ABS anti lock braking system:防抱死制动系统; AC alternating current:交流电; AM amplitude modulation:调幅;
        DC direct current:直流电; EV electric vehicle:电动汽车/电动车; FM frequency modulation:调频;
        GPS global positioning system:全球定位系统; IC integrated circuit:集成电路;
        LCD liquid crystal display:液晶显示器;
        LED light emitting diode:发光二极管; NFC near field communication:近场通信;
        RFID radio frequency identification:射频识别; SMS short message service:短信服务;
        UPS uninterruptible power supply:不间断电源; UV ultraviolet:紫外线""",
    ("everyday life", "日常生活"): """
        ASAP as soon as possible:尽快; BC before christ:公元前; DIY do it yourself:自己动手/自己动手做;
        ETA estimated time of arrival:预计到达时间; FAQ frequently asked questions:常见问题/常见问题解答;
        FYI for your information:供参考; GMT greenwich mean time:格林尼治标准时间/格林尼治平均时间;
        IQ intelligence quotient:智商; ISBN international standard book number:国际标准书号;
        MVP most valuable player:最有价值球员; PE physical education:体育; SUV sport utility vehicle:运动型多用途汽车;
        UFO unidentified flying object:不明飞行物; UTC coordinated universal time:协调世界时;
        VIP very important person:贵宾""",
    ("international bodies and authorities", "国际组织与机构"): """
        BBC british broadcasting corporation:英国广播公司; CIA central intelligence agency:美国中央情报局/中央情报局;
        EU european union:欧洲联盟; FBI federal bureau of investigation:美国联邦调查局/联邦调查局;
        IAEA international atomic energy agency:国际原子能机构;
        ICAO international civil aviation organization:国际民用航空组织;
        ILO international labour organization:国际劳工组织;
        IMF international monetary fund:国际货币基金组织; IOC international olympic committee:国际奥林匹克委员会;
        ISO international organization for standardization:国际标准化组织;
        NASA national aeronautics and space administration:美国国家航空航天局;
        NGO non governmental organization:非政府组织;
        NATO north atlantic treaty organization:北大西洋公约组织;
        OPEC organization of the petroleum exporting countries:石油输出国组织; UN united nations:联合国;
        WHO world health organization:世界卫生组织; WTO world trade organization:世界贸易组织;
        WWF world wide fund for nature:世界自然基金会""",
    ("", "汉语简称"): """
        亚运会 -:亚洲运动会; 世锦赛 -:世界锦标赛; 残奥会 -:残疾人奥林匹克运动会; 奥运会 -:奥林匹克运动会;
        春晚 -:春节联欢晚会;
        公交 -:公共交通; 地铁 -:地下铁道/地下铁路; 高铁 -:高速铁路; 民航 -:民用航空; 外贸 -:对外贸易; 超市 -:超级市场;
        环保 -:环境保护; 化肥 -:化学肥料; 科技 -:科学技术; 社科 -:社会科学; 军训 -:军事训练; 初中 -:初级中学;
        高中 -:高级中学;
        家电 -:家用电器; 彩电 -:彩色电视机; 电邮 -:电子邮件; 邮编 -:邮政编码; 北大 -:北京大学; 北师大 -:北京师范大学;
        清华 -:清华大学; 复旦 -:复旦大学; 联大 -:联合国大会; 安理会 -:安全理事会""",
}
_CUES = {
    "PC": {"personal computer|个人电脑": "desk|memory|桌|内存", "police constable|警员": "ticket|arrest|罚单|抓住"},
    "CD": {"compact disc|光盘": "song|歌", "certificate of deposit|存款单": "bank|savings|银行|积蓄"},
    "AC": {
        "alternating current|交流电": "socket|transformer|插座|变压器",
        "air conditioning|空调": "hot|cooling|热|降温",
    },
    "GP": {"general practitioner|全科医生": "cough|prescription|咳嗽|处方", "grand prix|大奖赛": "racing|cars|赛车"},
    "IP": {
        "internet protocol|网际协议": "router|network|路由器|网络",
        "intellectual property|知识产权": "lawyer|patents|律师|专利",
    },
    "MP": {"member of parliament|议员": "speech|voters|演说|选民", "megapixel|百万像素": "camera|相机"},
    "PM": {"prime minister|首相": "cabinet|king|内阁|国王", "afternoon|下午": "train|shop|火车|商店"},
    "OS": {
        "operating system|操作系统": "laptop|programmer|电脑|程序员",
        "ordnance survey|英国地形测量局": "moors|contours|荒原|等高线",
    },
    "BA": {
        "bachelor of arts|文学学士": "history|french|历史|法语",
        "british airways|英国航空": "london|plane|伦敦|飞机",
    },
}
_CAPITALS = re.compile("|".join(rf"(?<![A-Z]){short}(?![A-Z])" for short in _CUES))
_LITTLE = frozenset(("of", "and", "for", "the"))


def _folded(text: str) -> str:
    return plain(text).replace("-", " ").replace("organis", "organiz").replace("labor ", "labour ").removeprefix("the ")


def _entries() -> tuple[dict[str, tuple[list[str], list[str]]], dict[str, tuple[str, str]]]:
    """What each abbreviation stands for in both languages, the usual form first; and the phrases of its field."""
    full, fields = {}, {}
    for phrases, text in _GLOSSARY.items():
        for entry in text.split(";"):
            short, _, rest = " ".join(entry.split()).partition(" ")
            english, _, chinese = rest.partition(":")
            full[short], fields[short] = (english.split("/"), chinese.split("/")), phrases
    return full, fields


_FULL, _FIELD = _entries()
_USUAL = {name: words[0] for pair in _FULL.values() for words in pair for name in words if name != words[0]}
"""The usual form of those names that have others."""
_SHORT = {name: short for short, pair in _FULL.items() for words in pair for name in words if name != "-"}


def _sense(sentence: str, chinese: bool) -> str:
    """What the capital letters of a sentence stand for, "" if its words do not tell."""
    found = _CAPITALS.search(sentence)
    if found is None:
        return ""
    low = sentence.casefold()
    for senses, cues in _CUES[found.group()].items():
        if any(cue in low for cue in cues.split("|")):
            return senses.split("|")[chinese]
    return ""


def _expected(ask: str, items: list[str], target: str, chinese: bool) -> list[str]:
    """The right answers, folded. Raises KeyError for what the glossary lacks."""
    if ask == "expand":
        return [_FULL[item][chinese][0] for item in items]
    if ask == "shorten":
        return [_SHORT[_folded(item)].casefold() for item in items]
    if ask == "acronym":
        return ["".join(word[0] for word in item.casefold().split() if word not in _LITTLE) for item in items]
    if ask == "sense":
        return [_sense(item, chinese) for item in items]
    return [item.casefold() for item in items if target in _FIELD[item]]


def _usual(text: str) -> str:
    folded = _folded(text)
    return _USUAL.get(folded, folded)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    ask = args["ask"]
    try:
        expected = _expected(ask, args["items"], args["target"], args["language"] == "zh")
    except KeyError as unknown:
        return failed("unknown_abbreviation", f"the glossary lacks {unknown}")
    if not all(expected):
        return failed("unclear_task", "the sentence does not tell what the letters mean")
    return compare(expected, response, _usual if ask == "expand" else _folded)
