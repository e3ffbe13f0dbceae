"""Look every choice up in tables of meanings: only one may fit the question.

args: language; setting; asks, each with ask (synonym, antonym, odd, kind, member), form, target and items to choose
from. For "kind" the target lists words and the items are headings; for "member" the target is a heading.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_ALIKE = """
almost nearly; allow permit; ancient antique; angry furious; answer reply; assist help; attorney lawyer; baby infant;
begin start; big large; brave courageous; broad wide; build construct; buy purchase; choose select;
clever intelligent;
close shut; conceal hide; costly expensive; empty vacant; enough sufficient; error mistake; famous renowned;
forest woods; frequently often; garbage rubbish; get obtain; gift present; glad happy; hurry rush; ill sick;
journey trip; necessary required; odd strange; quiet silent; recall remember; rich wealthy; rock stone; shout yell;
shy timid; 安静 宁静; 帮助 援助; 昂贵 贵重; 表扬 赞扬; 宝宝 婴儿; 采购 购买; 差错 错误; 差不多 几乎; 充足 足够;
聪慧 聪明; 答复 回答; 大夫 医生; 担心 忧虑; 愤怒 生气; 高兴 快乐; 古怪 奇怪; 害臊 害羞; 寒冷 冰冷; 忽然 突然;
获得 取得; 建造 修建; 经常 时常; 开始 起始; 宽广 宽阔; 老师 教师; 礼品 礼物; 立刻 马上; 旅行 旅游; 妈妈 母亲;
美丽 漂亮; 盼望 希望; 疲惫 疲倦; 讨厌 厌恶; 挑选 选择; 细心 仔细; 隐蔽 隐藏; 英勇 勇敢; 有名 著名; 允许 准许
"""
_OPPOSED = """
accept refuse; always never; answer question; arrive depart; begin end; bitter sweet; brave cowardly;
buy sell; cheap expensive; clean dirty; closed open; cold hot; dark light; decrease increase; deep shallow;
defeat victory; dry wet; early late; empty full; enemy friend; entrance exit; export import; false true; far near;
fast slow; forget remember; hard soft; hate love; high low; inside outside; invisible visible; long short; lose win;
north south; old young; polite rude; poor rich; pull push; strong weak; thick thin; 便宜 昂贵; 长 短; 出口 入口;
粗糙 光滑; 粗鲁 礼貌; 从不 永远; 大 小; 胆怯 勇敢; 到达 离开; 敌人 朋友; 低 高; 反对 赞成; 放松 紧张; 富裕 贫穷;
复杂 简单;
干净 肮脏; 干燥 潮湿; 古代 现代; 关 开; 黑暗 明亮; 厚 薄; 后退 前进; 回答 提问; 记住 忘记; 坚硬 柔软; 减少 增加;
接受 拒绝;
结束 开始; 苦 甜; 快 慢; 宽 窄; 冷清 热闹; 里面 外面; 买 卖; 南方 北方; 年老 年轻; 浅 深; 强大 弱小; 热爱 痛恨;
胜利 失败;
晚 早; 虚假 真实
"""
_FILED = """
birds: crow eagle hen ostrich owl parrot penguin pigeon robin sparrow stork swan
clothes: blouse coat dress glove jacket jumper scarf shirt skirt sock trousers
colours: black blue brown green grey purple red turquoise white yellow
drinks: beer cider cocoa coffee juice lemonade milk tea water wine
fruit: apple apricot banana cherry grape mango peach pear pineapple plum raspberry strawberry
furniture: armchair bed bench bookcase chair desk sideboard sofa stool table wardrobe
insects: ant bee beetle butterfly fly grasshopper ladybird mosquito moth wasp
metals: aluminium chromium iron lead magnesium nickel platinum tin titanium zinc
months: january february march april june july august september october november
musical instruments: banjo cello clarinet flute guitar harp oboe piano trombone trumpet violin
parts of the body: ankle chin elbow forehead heel knee neck shoulder thumb wrist
tools: axe chisel drill file hammer pliers rake saw screwdriver spade wrench
flowers: carnation daffodil daisy dandelion lily marigold orchid poppy sunflower tulip
vegetables: cabbage carrot cauliflower celery leek lettuce onion potato spinach turnip
vehicles: ambulance bicycle bus car lorry motorbike scooter taxi tractor tram van
水果: 菠萝 草莓 橙子 梨 荔枝 芒果 苹果 葡萄 桃子 香蕉 樱桃
鸟类: 鸽子 老鹰 麻雀 猫头鹰 企鹅 天鹅 乌鸦 喜鹊 燕子 鹦鹉
乐器: 长笛 大提琴 二胡 钢琴 古筝 吉他 琵琶 竖琴 小号 小提琴
家具: 茶几 床 凳子 沙发 书架 书桌 鞋柜 衣柜 椅子 桌子
颜色: 白色 粉色 黑色 红色 黄色 灰色 蓝色 绿色 紫色 棕色
工具: 扳手 锤子 锉刀 电钻 斧头 锯子 螺丝刀 钳子 铁锹 凿子
衣服: 背心 衬衫 大衣 短裤 夹克 裤子 毛衣 棉袄 旗袍 裙子
交通工具: 出租车 地铁 电车 飞机 公交车 卡车 轮船 摩托车 汽车 自行车
树木: 柏树 枫树 桦树 槐树 柳树 榕树 杉树 松树 橡树 杨树
蔬菜: 白菜 菠菜 胡萝卜 花菜 黄瓜 茄子 芹菜 生菜 土豆 洋葱
金属: 铝 镍 铅 钛 铁 铜 锡 锌 银 金
身体部位: 脖子 额头 肩膀 脚跟 脚踝 拇指 手腕 手肘 膝盖 下巴
昆虫: 苍蝇 蝴蝶 黄蜂 甲虫 蚂蚁 蜜蜂 瓢虫 蜻蜓 蚊子 蚱蜢
饮料: 豆浆 果汁 红茶 咖啡 可乐 绿茶 柠檬水 牛奶 汽水 酸梅汤
职业: 裁缝 厨师 会计 护士 记者 警察 律师 木匠 司机 消防员
"""
_PARTS = re.compile(r", |、")


@cache
def _tables() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]], dict[str, str]]:
    """Pairs alike and pairs opposed (each pair sorted), and the heading of each word."""
    alike, opposed = (frozenset(tuple(sorted(pair.split())) for pair in text.split(";")) for text in (_ALIKE, _OPPOSED))
    filed = {}
    for line in _FILED.strip().splitlines():
        heading, _, words = line.partition(": ")
        filed.update(dict.fromkeys(words.split(), heading))
    return alike, opposed, filed


def _fitting(ask: Mapping[str, Any]) -> list[str]:
    """The choices that answer a question."""
    alike, opposed, filed = _tables()
    target, items = ask["target"].lower(), [item.lower() for item in ask["items"]]
    if ask["ask"] in ("synonym", "antonym"):
        pairs = alike if ask["ask"] == "synonym" else opposed
        return [item for item in items if tuple(sorted((item, target))) in pairs]
    if ask["ask"] == "kind":
        headings = {filed.get(word) for word in _PARTS.split(target)}
        return [item for item in items if headings == {item}]
    headings_of = [filed.get(item) for item in items]
    if ask["ask"] == "member":
        return [item for item, heading in zip(items, headings_of, strict=True) if heading == target]
    return [item for item, heading in zip(items, headings_of, strict=True) if headings_of.count(heading) == 1]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    expected = []
    for ask in args["asks"]:
        fitting = _fitting(ask)
        if len(fitting) != 1:
            return failed("unclear_task", f"{len(fitting)} of {', '.join(ask['items'])} fit")
        expected += fitting
    return compare(expected, response, plain)
