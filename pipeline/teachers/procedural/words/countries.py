"""Countries whose capital and continent nobody disputes and no book gives in two ways.

Left out on purpose: countries on two continents, with two seats of government, or with a capital of the same name (in
English or in Chinese).
"""

from dataclasses import dataclass

CONTINENTS = {
    "en": ("Africa", "Asia", "Europe", "North America", "South America", "Oceania"),
    "zh": ("非洲", "亚洲", "欧洲", "北美洲", "南美洲", "大洋洲"),
}
WITH_ARTICLE = frozenset({"Philippines", "United Kingdom"})
"""English names that take "the" in a sentence."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country; `name` and `capital` by language, `continent` a place in CONTINENTS."""

    name: dict[str, str]
    capital: dict[str, str]
    continent: int


_TABLE = (
    """
Algeria,Algiers,阿尔及利亚,阿尔及尔; Angola,Luanda,安哥拉,罗安达; Botswana,Gaborone,博茨瓦纳,哈博罗内;
Cameroon,Yaounde,喀麦隆,雅温得; Ethiopia,Addis Ababa,埃塞俄比亚,亚的斯亚贝巴; Ghana,Accra,加纳,阿克拉;
Kenya,Nairobi,肯尼亚,内罗毕; Libya,Tripoli,利比亚,的黎波里; Madagascar,Antananarivo,马达加斯加,塔那那利佛;
Mali,Bamako,马里,巴马科; Morocco,Rabat,摩洛哥,拉巴特; Mozambique,Maputo,莫桑比克,马普托;
Namibia,Windhoek,纳米比亚,温得和克; Nigeria,Abuja,尼日利亚,阿布贾; Rwanda,Kigali,卢旺达,基加利;
Senegal,Dakar,塞内加尔,达喀尔; Uganda,Kampala,乌干达,坎帕拉; Zambia,Lusaka,赞比亚,卢萨卡;
Zimbabwe,Harare,津巴布韦,哈拉雷
""",
    """
Bangladesh,Dhaka,孟加拉国,达卡; Cambodia,Phnom Penh,柬埔寨,金边; China,Beijing,中国,北京; India,New Delhi,印度,新德里;
Iran,Tehran,伊朗,德黑兰; Iraq,Baghdad,伊拉克,巴格达; Japan,Tokyo,日本,东京; Jordan,Amman,约旦,安曼;
Laos,Vientiane,老挝,万象; Lebanon,Beirut,黎巴嫩,贝鲁特; Mongolia,Ulaanbaatar,蒙古国,乌兰巴托;
Nepal,Kathmandu,尼泊尔,加德满都; Oman,Muscat,阿曼,马斯喀特; Pakistan,Islamabad,巴基斯坦,伊斯兰堡;
Philippines,Manila,菲律宾,马尼拉; Qatar,Doha,卡塔尔,多哈; Saudi Arabia,Riyadh,沙特阿拉伯,利雅得;
South Korea,Seoul,韩国,首尔; Thailand,Bangkok,泰国,曼谷; Vietnam,Hanoi,越南,河内
""",
    """
Austria,Vienna,奥地利,维也纳; Belgium,Brussels,比利时,布鲁塞尔; Bulgaria,Sofia,保加利亚,索非亚;
Croatia,Zagreb,克罗地亚,萨格勒布; Denmark,Copenhagen,丹麦,哥本哈根; Estonia,Tallinn,爱沙尼亚,塔林;
Finland,Helsinki,芬兰,赫尔辛基; France,Paris,法国,巴黎; Germany,Berlin,德国,柏林; Greece,Athens,希腊,雅典;
Hungary,Budapest,匈牙利,布达佩斯; Iceland,Reykjavik,冰岛,雷克雅未克; Ireland,Dublin,爱尔兰,都柏林;
Italy,Rome,意大利,罗马; Latvia,Riga,拉脱维亚,里加; Lithuania,Vilnius,立陶宛,维尔纽斯; Norway,Oslo,挪威,奥斯陆;
Poland,Warsaw,波兰,华沙; Portugal,Lisbon,葡萄牙,里斯本; Romania,Bucharest,罗马尼亚,布加勒斯特;
Serbia,Belgrade,塞尔维亚,贝尔格莱德; Spain,Madrid,西班牙,马德里; Sweden,Stockholm,瑞典,斯德哥尔摩;
United Kingdom,London,英国,伦敦
""",
    """
Canada,Ottawa,加拿大,渥太华; Costa Rica,San Jose,哥斯达黎加,圣何塞; Cuba,Havana,古巴,哈瓦那;
Haiti,Port-au-Prince,海地,太子港; Honduras,Tegucigalpa,洪都拉斯,特古西加尔巴; Jamaica,Kingston,牙买加,金斯敦;
Mexico,Mexico City,墨西哥,墨西哥城; Nicaragua,Managua,尼加拉瓜,马那瓜
""",
    """
Argentina,Buenos Aires,阿根廷,布宜诺斯艾利斯; Brazil,Brasilia,巴西,巴西利亚; Colombia,Bogota,哥伦比亚,波哥大;
Ecuador,Quito,厄瓜多尔,基多; Paraguay,Asuncion,巴拉圭,亚松森; Peru,Lima,秘鲁,利马;
Uruguay,Montevideo,乌拉圭,蒙得维的亚; Venezuela,Caracas,委内瑞拉,加拉加斯
""",
    """
Australia,Canberra,澳大利亚,堪培拉; Fiji,Suva,斐济,苏瓦; New Zealand,Wellington,新西兰,惠灵顿;
Samoa,Apia,萨摩亚,阿皮亚
""",
)

COUNTRIES = tuple(
    Country({"en": en, "zh": zh}, {"en": capital_en, "zh": capital_zh}, continent)
    for continent, rows in enumerate(_TABLE)
    for en, capital_en, zh, capital_zh in (row.strip().split(",") for row in rows.split(";"))
)
