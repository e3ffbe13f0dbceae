"""Read the intent of each message by the stems of telling words, and compare the labels named.

args: texts (messages, English or Chinese); labels (the list to choose from). One label for each, in order.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.labels import Reader, judge
from filters.verdict import Verdict

_READER = Reader(
    {
        "weather": r"weather|forecast|rain|umbrella|how (?:warm|cold)|temperature|windy|snow",
        "alarm": r"alarm|wake\b|out of bed|get up|oversle",
        "flight": r"flights?\b|fly\b|planes?\b|airline",
        "hotel": r"hotel|(?:double|single) room|guest house|nights in|the inn",
        "table": r"table\b|restaurant|bistro|eat\b",
        "taxi": r"taxi|cab\b|driver|pick me|a ride",
        "music": r"play|song|listen|hear\b|album",
        "recipe": r"recipe|cook\b|ingredient|simmer|goes into|I make",
        "refund": r"money|refund|reimburs|pay me|charged",
        "cancel": r"cancel|order (?:of|for)\b|off my order|no longer want|changed my mind|not want",
        "fault": r"fault|repair|defect|broken|stopped work|strange noise|not start|smoke\b|out of order",
        "translate": r"translat|(?:French|Spanish|German|Italian|Polish|Greek|Turkish|Hindi|Swahili|Korean|Dutch|Czech"
        r"|Arabic|Danish)\b",
        "call": r"call\b|phone|dial|ring up|on the line|put me through",
        "news": r"news|headline|front page|what happened|papers|stories",
        "light": r"lights?\b|lamp|dark\b|bright|lit\b",
        "delivery": r"parcel|deliver|shipped|arrive|where is the [a-z ]+ that",
        "天气": r"天气|多冷|下[雨雪]|带伞|多少度|风大",
        "闹钟": r"闹钟|叫醒|起床|睡过头",
        "机票": r"机票|航班|飞机|航空",
        "酒店": r"酒店|双人房|客房|晚。|空房|旅馆|宾馆",
        "订位": r"餐|饭馆|下馆子|饭店|吃饭",
        "打车": r"出租车|司机|叫车|打车|网约车",
        "音乐": r"放|歌，|唱|想听|首",
        "菜谱": r"菜谱|教我|怎么做|想给.+?做|材料|煮多久|做的菜|什么菜",
        "退款": r"退|钱还|扣了",
        "取消": r"取消|去掉|撤销|不想要|改主意",
        "报修": r"来修|故障|坏了|不能用了|怪声|开不了|冒烟",
        "翻译": r"翻译|[法德英韩俄日]语|希腊语|利语|其语|地语|荷兰语|伯语",
        "电话": r"电话|拨|通话",
        "新闻": r"头条|消息|新闻|报纸|什么事",
        "灯光": r"灯|亮一点|照亮|太暗",
        "物流": r"包裹|发货|送到|到哪儿|快递|物流",
    }
)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return judge(_READER, args, response)
