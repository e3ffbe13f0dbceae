"""Judge answers about dated events by a chronicle of the checker's own: a year and a telling word of each event.

args: ask; items (events in words); target (an event, or the number of a century); language. Events are known by words
of theirs, so the chronicle does not depend on how a prompt puts them.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_CHRONICLE = (
    "1066 hastings 黑斯廷斯|1215 magna_carta 大宪章|1271 kublai 忽必烈|1368 ming_dynasty 明朝|1453 constantinople "
    "君士坦丁堡|"
    "1492 columbus 哥伦布|1498 vasco_da_gama 伽马|1517 martin_luther 马丁·路德|1522 voyage_around_the_world 麦哲伦|"
    "1543 copernicus 哥白尼|1588 armada 无敌舰队|1598 nantes 南特|1600 east_india_company 东印度公司|1607 jamestown "
    "詹姆斯敦|"
    "1620 mayflower 五月花|1648 westphalia 威斯特伐利亚|1649 charles_i_of_england 查理一世|1666 fire_of_london "
    "伦敦大火|"
    "1687 principia 数学原理|1688 glorious_revolution 光荣革命|1707 england_and_scotland 英格兰与苏格兰|1755 lisbon "
    "里斯本|"
    "1776 declaration_of_independence 独立宣言|1781 uranus 天王星|1783 montgolfier 蒙哥尔费|"
    "1787 constitution_of_the_united 美国宪法|1789 bastille 巴士底|1796 jenner 琴纳|1803 louisiana 路易斯安那|1804 "
    "napoleon 拿破仑|"
    "1805 trafalgar 特拉法尔加|1815 waterloo 滑铁卢|1822 brazil 巴西|1825 darlington 达灵顿|1837 victoria 维多利亚|"
    "1842 nanking 南京条约|1848 communist_manifesto 共产党宣言|1851 great_exhibition 博览会|1859 darwin 达尔文|1861 "
    "serfs 农奴|"
    "1863 red_cross 红十字|1865 lincoln 林肯|1867 alaska 阿拉斯加|1868 meiji 明治|1869 suez 苏伊士|1871 "
    "german_empire 德意志帝国|"
    "1876 telephone 电话|1889 eiffel 埃菲尔|1895 röntgen 伦琴|1896 athens 雅典|1898 radium 居里|1901 nobel 诺贝尔|"
    "1903 wright 莱特|"
    "1905 einstein 爱因斯坦|1906 san_francisco 旧金山|1911 amundsen 阿蒙森|1912 titanic 泰坦尼克|1914 panama 巴拿马|"
    "1917 october_revolution 十月革命|1918 armistice 停战|1919 treaty_of_versailles 凡尔赛条约|1920 "
    "league_of_nations 国际联盟|"
    "1922 tutankhamun 图坦卡蒙|1923 turkey 土耳其|1927 lindbergh 林德伯格|1928 penicillin 青霉素|1929 wall_street "
    "华尔街|"
    "1930 pluto 冥王星|1931 empire_state 帝国大厦|1939 poland 波兰|1941 pearl_harbor 珍珠港|1944 normandy 诺曼底|"
    "1945 founding_of_the_united_nations 联合国成立|1947 independence_of_india 印度独立|1948 human_rights 人权|1949 "
    "people's_republic 人民共和国|"
    "1953 everest 珠穆朗玛|1957 sputnik 卫星|1961 human_into_space 加加林|1962 missile 导弹|1963 kennedy 肯尼迪|"
    "1967 heart 心脏|1969 moon 月球|1971 seat_in 合法席位|1972 nixon 尼克松|1973 sydney 悉尼|1978 opening-up 改革开放|"
    "1986 chernobyl 切尔诺贝利|1989 berlin_wall 柏林墙|1990 reunification 两德|1991 soviet_union 苏联|1994 "
    "channel_tunnel 隧道|"
    "1997 hong_kong 香港|1999 macau 澳门|2001 trade_organization 世界贸易|2002 euro_coins 欧元|2003 yang_liwei 杨利伟|"
    "2008 in_beijing 北京奥运|2012 games_in_london 伦敦奥运"
)
_KNOWN = [(int(year), en.replace("_", " "), zh) for year, en, zh in (row.split(" ") for row in _CHRONICLE.split("|"))]


@lru_cache(maxsize=1024)
def _year(event: str) -> int:
    """The year of an event. Raises KeyError unless exactly one entry of the chronicle is about it."""
    folded = event.casefold()
    (*years,) = (year for year, english, chinese in _KNOWN if english in folded or chinese in event)
    if len(years) != 1:
        raise KeyError(event)
    return years[0]


def _century(year: int) -> int:
    return -(-year // 100)


def _expected(ask: str, items: list[str], target: str) -> list[str]:
    years = {item: _year(item) for item in items}
    if ask == "year":
        return [str(years[item]) for item in items]
    if ask == "century":
        return [str(_century(years[item])) for item in items]
    if ask == "between":
        return [str(max(years.values()) - min(years.values()))]
    ordered = sorted(items, key=years.__getitem__)
    match ask:
        case "earliest":
            return ordered[:1]
        case "latest":
            return ordered[-1:]
        case "rising":
            return ordered
        case "falling":
            return ordered[::-1]
        case "within":
            return [item for item in items if _century(years[item]) == int(target)]
        case "after":
            return [item for item in items if years[item] > _year(target)]
    older = [item for item in items if years[item] < _year(target)]
    return [str(len(older))] if ask == "count" else older


def _folded(text: str) -> str:
    return plain(text).removeprefix("the ")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    try:
        expected = _expected(args["ask"], args["items"], args["target"])
    except KeyError as unknown:
        return failed("unknown_event", f"{unknown} is not one event of the chronicle")
    return compare(expected, response, _folded)
