"""Chinese requests of the `intent` family. Things, dishes and places are shared by intents: what is wanted tells."""

from pipeline.teachers.procedural.words.labelled_texts import LabelledTexts, lines
from pipeline.teachers.procedural.words.names import NAMES

INTENTS_CHINESE = LabelledTexts(
    patterns={
        "天气": lines("""
            查一下{city}{day}的天气
            告诉我{city}的天气预报
            看看{city}{day}有多冷
            {city}{day}会下雨吗？
            {day}去{city}要带伞吗？
            {city}现在多少度？
            {city}{day}风大不大？
            {city}{day}会下雪吗？"""),
        "闹钟": lines("""
            {day}{time}叫醒我
            设一个{time}的闹钟
            把闹钟改到{time}
            {time}叫我起床
            我{day}{time}要起床。
            {day}不能睡过头，{time}响铃。
            能在{time}叫醒{name}吗？
            闹钟{day}{time}要响。"""),
        "机票": lines("""
            订一张{day}去{city}的机票
            查从{town}飞{city}的航班
            找一张去{city}的便宜机票
            给{name}订飞{city}的航班
            我{day}要坐飞机去{city}。
            {day}有去{city}的飞机吗？
            从{town}到{city}的机票多少钱？
            哪家航空公司到{city}？"""),
        "酒店": lines("""
            在{city}订一间双人房
            找一家{city}车站旁的酒店
            给{name}在{town}订一间客房
            我要在{city}住{count}晚。
            {city}{day}还有空房吗？
            {town}有没有便宜的旅馆？
            我{day}想住在{city}，哪家宾馆好？"""),
        "订位": lines("""
            订一张{day}{count}个人的餐桌
            在{city}的餐厅订位
            找一家能吃{dish}的饭馆
            留一个靠窗的餐位，{time}到
            我{day}想和{name}下馆子。
            {city}哪家餐厅的{dish}好吃？
            {place}旁边的饭店{day}有位子吗？
            {count}个人{time}吃饭，还有桌子吗？"""),
        "打车": lines("""
            叫一辆出租车去{place}
            派个司机{time}到{place}
            叫车送{name}去{place}
            帮我打车去{place}
            我{time}要坐出租车去{place}。
            打车到{place}多少钱？
            司机{time}能来接我吗？
            去{place}的网约车什么时候来？"""),
        "音乐": lines("""
            放一点{genre}
            在{room}里播放{genre}
            换一首歌，要{genre}
            播放{name}的新专辑
            我想听{genre}。
            这首{genre}叫什么名字？
            {name}唱的歌有哪些？
            能随机播放{genre}吗？"""),
        "菜谱": lines("""
            找一个{dish}的菜谱
            教我做{dish}
            说说{dish}怎么做
            查一道用{food}做的菜
            我想给{name}做{dish}。
            做{dish}需要哪些材料？
            {dish}要煮多久？
            用{food}能做什么菜？"""),
        "退款": lines("""
            给我退{item}的钱
            把{past}买的{item}退款
            退还{item}的货款
            {item}我{past}寄回去了，请把钱还我。
            {item}扣了两次钱。
            {item}的退款什么时候到？
            我要退掉{item}，怎么拿回钱？"""),
        "取消": lines("""
            取消{item}的订单
            取消我{past}下单的{item}
            从订单里去掉{item}
            撤销{item}的订单
            {past}订的{item}我不想要了。
            我改主意了，不要{item}了。
            {item}的订单还能取消吗？"""),
        "报修": lines("""
            派人来修{item}
            登记一下{item}的故障
            {room}里的{item}坏了。
            我的{item}{past}不能用了。
            {item}发出怪声。
            {item}开不了机。
            {item}冒烟了。
            {room}的{item}{past}出了故障。"""),
        "翻译": lines("""
            把「{word}」翻译成{language}
            用{language}说「{word}」
            帮{name}翻译这封{language}信
            「{word}」的{language}怎么说？
            这块{language}牌子是什么意思？
            「{word}」用{language}怎么写？"""),
        "电话": lines("""
            给{name}打电话
            {time}拨{name}的号码
            打电话到{city}找{name}
            接通{name}的电话
            我要和{name}通话。
            能拨一下{name}的手机吗？
            我{day}想给{name}打个电话。"""),
        "新闻": lines("""
            念一下{city}的头条
            讲讲{city}的最新消息
            播报{city}的新闻
            看看今天报纸的头版
            {city}{past}发生了什么事？
            有没有{city}的新闻？
            报纸上怎么说{city}？"""),
        "灯光": lines("""
            关掉{room}的灯
            打开{room}的灯
            {time}把{room}的灯调暗
            让{room}亮一点
            {room}太暗了。
            {room}的灯是不是没关？
            {time}要把{room}照亮。"""),
        "物流": lines("""
            查一下{item}的包裹
            看看{item}发货没有
            把{item}改送到{place}
            {past}买的{item}到哪儿了？
            我的{item}什么时候送到？
            {item}发货了吗？
            寄给{name}的快递在路上吗？
            {item}的物流有更新吗？"""),
    },
    fillers={
        "city": tuple(
            "北京 上海 广州 深圳 成都 杭州 南京 武汉 西安 重庆 天津 青岛 大连 厦门 昆明 长沙 哈尔滨 沈阳 苏州 三亚 "
            "桂林 贵阳 兰州 郑州 济南".split()
        ),
        "town": tuple("洛阳 开封 丽江 大理 扬州 绍兴 泉州 珠海 烟台 威海 无锡 宁波".split()),
        "day": tuple("今天 明天 后天 今晚 星期一 星期二 星期三 星期四 星期五 星期六 星期天 下周 周末 五月一日".split()),
        "past": tuple("昨天 前天 上周 上周五 上个月 今天早上 昨晚 星期一".split()),
        "time": tuple("五点 六点 六点半 七点 七点一刻 八点 八点二十 九点 九点半 十点 中午 下午三点 半夜".split()),
        "count": tuple("两 三 四 五 六 七 八".split()),
        "name": NAMES["zh"],
        "dish": tuple(
            "红烧肉 番茄炒蛋 麻婆豆腐 土豆丝 酸辣汤 蛋炒饭 饺子 春卷 清蒸鱼 牛肉面 糖醋排骨 宫保鸡丁 南瓜粥 葱油饼 "
            "炸酱面 馄饨".split()
        ),
        "food": tuple("土豆和胡萝卜 两个鸡蛋 剩米饭 豆腐 白菜 牛肉 菠菜 蘑菇 茄子 虾仁".split()),
        "place": tuple("机场 火车站 博物馆 港口 医院 市政厅 动物园 老桥 公司 体育场 人民广场 长江路 大学".split()),
        "genre": tuple("爵士乐 民歌 摇滚乐 钢琴曲 京剧 古典音乐 电子音乐 轻音乐 交响乐 二胡曲 儿歌".split()),
        "item": tuple(
            "烤面包机 电水壶 打印机 取暖器 相机 电风扇 搅拌机 键盘 吹风机 电钻 咖啡机 平板电脑 显示器 洗衣机 扫描仪 "
            "电饭锅 割草机 缝纫机 冰柜 微波炉".split()
        ),
        "room": tuple("厨房 走廊 卧室 车库 书房 浴室 地下室 客厅 阁楼 阳台".split()),
        "word": tuple("晚安 谢谢 一会儿见 两杯咖啡 左转 生日快乐 禁止吸烟 小心台阶 我的朋友 出口在哪里 请稍等".split()),
        "language": tuple("法语 德语 英语 意大利语 希腊语 土耳其语 印地语 韩语 荷兰语 阿拉伯语 俄语 日语".split()),
    },
    frames=(
        *("{text}。", "请{text}。", "麻烦你{text}。", "你好，{text}。", "我想让你{text}。", "可以{text}吗？"),
        *("能不能{text}？", "{text}，谢谢。", "现在{text}。", "劳驾，{text}。"),
    ),
    openings=("{text}", "{text}", "你好，{text}", "请问，{text}", "早上好，{text}", "打扰了，{text}"),
    asides=lines("""
        我刚刚到家。
        姐姐向你问好。
        今天过得很累。
        猫在沙发上睡觉。
        我们春天搬到这里。
        我的眼镜在楼上。
        孩子们都在学校。
        我时间不多。
        这是我第一次找你。
        是哥哥介绍我来的。
        希望你一切都好。
        我正坐在院子里。
        邻居不在家。"""),
    joint="",
)
