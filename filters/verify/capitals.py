"""Look countries up in a gazetteer of the checker's own, a block of "country capital" lines for each continent.

args: ask; items (countries, or capitals where the country is asked for); target (a continent); language. Accents, case,
"the" and a few other spellings of a name do not matter.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_LONGEST_NAME = 80
_ENGLISH = {
    "Africa": "Nairobi Kenya|Accra Ghana|Abuja Nigeria|Addis_Ababa Ethiopia|Algiers Algeria|Rabat Morocco|Tripoli Libya"
    "|Kampala Uganda|Kigali Rwanda|Lusaka Zambia|Harare Zimbabwe|Luanda Angola|Windhoek Namibia|Gaborone Botswana"
    "|Bamako Mali|Dakar Senegal|Antananarivo Madagascar|Maputo Mozambique|Yaoundé Cameroon",
    "Asia": "Beijing China|Tokyo Japan|New_Delhi India|Kathmandu Nepal|Islamabad Pakistan|Dhaka Bangladesh"
    "|Bangkok Thailand|Hanoi Vietnam|Vientiane Laos|Phnom_Penh Cambodia|Manila Philippines|Ulaanbaatar Mongolia"
    "|Seoul South_Korea|Tehran Iran|Baghdad Iraq|Amman Jordan|Beirut Lebanon|Muscat Oman|Doha Qatar"
    "|Riyadh Saudi_Arabia",
    "Europe": "Paris France|Berlin Germany|Rome Italy|Madrid Spain|Lisbon Portugal|London United_Kingdom|Dublin Ireland"
    "|Oslo Norway|Stockholm Sweden|Helsinki Finland|Copenhagen Denmark|Reykjavík Iceland|Warsaw Poland|Vienna Austria"
    "|Budapest Hungary|Athens Greece|Bucharest Romania|Sofia Bulgaria|Zagreb Croatia|Brussels Belgium|Tallinn Estonia"
    "|Riga Latvia|Vilnius Lithuania|Belgrade Serbia",
    "North America": "Ottawa Canada|Mexico_City Mexico|Havana Cuba|Kingston Jamaica|San_José Costa_Rica"
    "|Tegucigalpa Honduras|Managua Nicaragua|Port-au-Prince Haiti",
    "South America": "Brasília Brazil|Buenos_Aires Argentina|Lima Peru|Bogotá Colombia|Caracas Venezuela|Quito Ecuador"
    "|Montevideo Uruguay|Asunción Paraguay",
    "Oceania": "Canberra Australia|Wellington New_Zealand|Suva Fiji|Apia Samoa",
}
_CHINESE = {
    "非洲": "内罗毕 肯尼亚|阿克拉 加纳|阿布贾 尼日利亚|亚的斯亚贝巴 埃塞俄比亚|阿尔及尔 阿尔及利亚|拉巴特 摩洛哥"
    "|的黎波里 利比亚|坎帕拉 乌干达|基加利 卢旺达|卢萨卡 赞比亚|哈拉雷 津巴布韦|罗安达 安哥拉|温得和克 纳米比亚"
    "|哈博罗内 博茨瓦纳|巴马科 马里|达喀尔 塞内加尔|塔那那利佛 马达加斯加|马普托 莫桑比克|雅温得 喀麦隆",
    "亚洲": "北京 中国|东京 日本|新德里 印度|加德满都 尼泊尔|伊斯兰堡 巴基斯坦|达卡 孟加拉国|曼谷 泰国|河内 越南"
    "|万象 老挝|金边 柬埔寨|马尼拉 菲律宾|乌兰巴托 蒙古国|首尔 韩国|德黑兰 伊朗|巴格达 伊拉克|安曼 约旦|贝鲁特 黎巴嫩"
    "|马斯喀特 阿曼|多哈 卡塔尔|利雅得 沙特阿拉伯",
    "欧洲": "巴黎 法国|柏林 德国|罗马 意大利|马德里 西班牙|里斯本 葡萄牙|伦敦 英国|都柏林 爱尔兰|奥斯陆 挪威"
    "|斯德哥尔摩 瑞典|赫尔辛基 芬兰|哥本哈根 丹麦|雷克雅未克 冰岛|华沙 波兰|维也纳 奥地利|布达佩斯 匈牙利|雅典 希腊"
    "|布加勒斯特 罗马尼亚|索非亚 保加利亚|萨格勒布 克罗地亚|布鲁塞尔 比利时|塔林 爱沙尼亚|里加 拉脱维亚|维尔纽斯 立陶宛"
    "|贝尔格莱德 塞尔维亚",
    "北美洲": "渥太华 加拿大|墨西哥城 墨西哥|哈瓦那 古巴|金斯敦 牙买加|圣何塞 哥斯达黎加|特古西加尔巴 洪都拉斯"
    "|马那瓜 尼加拉瓜|太子港 海地",
    "南美洲": "巴西利亚 巴西|布宜诺斯艾利斯 阿根廷|利马 秘鲁|波哥大 哥伦比亚|加拉加斯 委内瑞拉|基多 厄瓜多尔"
    "|蒙得维的亚 乌拉圭|亚松森 巴拉圭",
    "大洋洲": "堪培拉 澳大利亚|惠灵顿 新西兰|苏瓦 斐济|阿皮亚 萨摩亚",
}
_SPELLINGS = {
    "ulan bator": "ulaanbaatar",
    "uk": "united kingdom",
    "great britain": "united kingdom",
    "republic of korea": "south korea",
    "viet nam": "vietnam",
    "孟加拉": "孟加拉国",
    "蒙古": "蒙古国",
    "联合王国": "英国",
    "北美": "北美洲",
    "南美": "南美洲",
    "沙特": "沙特阿拉伯",
}


class _Place(NamedTuple):
    capital: str
    country: str
    continent: str


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """A name without accents, case, hyphens and "the", in its usual spelling."""
    letters = unicodedata.normalize("NFKD", text[:_LONGEST_NAME]).casefold().replace("-", " ")
    bare = " ".join("".join(c for c in letters if not unicodedata.combining(c)).split()).removeprefix("the ")
    return _SPELLINGS.get(bare, bare) + text[_LONGEST_NAME:]


def _places(gazetteer: Mapping[str, str]) -> list[_Place]:
    rows = [(continent, row.split(" ")) for continent, block in gazetteer.items() for row in block.split("|")]
    return [_Place(city.replace("_", " "), land.replace("_", " "), continent) for continent, (city, land) in rows]


_GAZETTEER = {"en": _places(_ENGLISH), "zh": _places(_CHINESE)}
_CAPITALS = {language: {_folded(place.capital): place for place in places} for language, places in _GAZETTEER.items()}
_COUNTRIES = {language: {_folded(place.country): place for place in places} for language, places in _GAZETTEER.items()}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    ask = args["ask"]
    index = (_CAPITALS if ask == "country" else _COUNTRIES)[args["language"]]
    places = [index.get(_folded(item)) for item in args["items"]]
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return failed("unknown_place", f"the gazetteer lacks one of {', '.join(args['items'])}")
    if ask == "within":
        expected = [place.country for place in known if place.continent == args["target"]]
    else:
        expected = [getattr(place, ask) for place in known]
    return compare(expected, response, _folded)
