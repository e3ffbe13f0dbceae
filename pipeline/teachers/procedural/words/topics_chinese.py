"""Chinese news lines of the `topic` family."""

from pipeline.teachers.procedural.words.labelled_texts import LabelledTexts, lines
from pipeline.teachers.procedural.words.names import NAMES

TOPICS_CHINESE = LabelledTexts(
    patterns={
        "体育": lines("""
            {city}队{day}以{score}夺得冠军
            门将{name}扑出两个点球
            {name}打破百米纪录
            {city}队主教练{day}下课
            {number}万人参加{city}马拉松
            前锋{name}连进{count}球
            {name}闯进{city}网球半决赛
            游泳选手{name}在{city}夺金"""),
        "财经": lines("""
            {city}股市{day}下跌百分之{number}
            央行{day}宣布加息
            {company}利润增长百分之{number}
            {city}通货膨胀率降到百分之{number}
            投资者抛售{company}的股票
            {company}发行{number}亿元债券
            {city}的银行贷款减少百分之{number}
            {company}股东拿到{number}亿元分红"""),
        "气象": lines("""
            {city}{day}下暴雨
            {city}{day}发布大风预警
            {city}积雪{number}厘米
            {city}高温持续{count}周
            {city}{day}有大雾
            冰雹和雷电袭击{city}
            {city}{day}晴空万里
            台风{day}逼近{city}"""),
        "健康": lines("""
            {city}医院新增{number}张病床
            {city}的医生提醒预防流感
            疫苗对{number}万患者有效
            护士{name}照顾{number}名病人
            散步能降血压，{name}说
            {city}诊所{day}免费查视力
            新药{count}天缓解背痛
            {name}做了{count}小时手术"""),
        "旅游": lines("""
            {number}万游客来到{city}
            {city}到{town}的旅游专列开通
            {city}的酒店{month}订满
            导游{name}推荐{city}的古街
            邮轮{month}回到{city}
            背包客喜欢{city}的海滩
            旅客在{city}机场等了{count}小时
            {city}景点{day}免门票"""),
        "美食": lines("""
            厨师{name}在{city}开面馆
            {city}最好吃的{dish}只要{number}元
            面包师{name}的新点心大受欢迎
            {name}公开{dish}的做法
            {city}新餐厅{day}推出{dish}
            {city}小吃街{day}卖出{number}锅{dish}
            {name}教大家给{dish}调味
            {name}为{number}位客人烹制{dish}"""),
        "音乐": lines("""
            {name}{month}发行新专辑
            {city}交响乐团{day}演出
            歌手{name}唱响{city}
            {city}爵士音乐节{day}闭幕
            鼓手{name}离开乐队
            {city}合唱团去{town}巡演
            小提琴家{name}在{city}独奏
            钢琴家{name}录制{count}首奏鸣曲"""),
        "法律": lines("""
            {city}法院判{name}{count}年徒刑
            法官驳回{company}的请求
            {company}起诉{name}
            {name}的律师{day}提出上诉
            {name}{day}被宣告无罪
            {city}检察官指控{company}诈骗
            {name}案{day}在{city}开庭
            证人{name}作证{count}小时"""),
        "科学": lines("""
            {city}物理学家测到新粒子
            {city}的望远镜看到{number}个星系
            {city}的研究者破解苔藓的基因
            {city}附近发现恐龙化石
            化学家{name}合成新分子
            生物学家描述{number}个新物种
            天文学家{name}发现彗星
            {city}的实验室重复{name}的实验
            探测器{day}进入火星轨道"""),
        "教育": lines("""
            {city}的学生{day}开学
            {city}招聘{number}名教师
            {city}{day}开始期末考试
            {city}大学多招{number}名新生
            {city}的小学不再留作业
            班主任{name}{month}退休
            {city}的幼儿园有了新操场
            校长{name}缩短了课时"""),
        "政治": lines("""
            议会{day}表决改革方案
            部长{name}{day}辞职
            {name}在{city}赢得选举
            市长{name}公布施政计划
            反对党要求{city}公投
            总统{day}在{city}会见总理
            {number}名议员反对法案
            选民{day}在{city}投票"""),
        "科技": lines("""
            {company}推出有{count}个镜头的手机
            软件更新修补{number}个漏洞
            机器人在{city}分拣包裹
            {company}在{city}建芯片厂
            黑客攻击{company}的服务器
            {company}的应用下载{number}万次
            {city}测试{number}辆无人驾驶公交
            {company}的电脑一次充电用{number}小时"""),
        "电影": lines("""
            导演{name}在{city}拍惊悚片
            女演员{name}扮演间谍
            {name}的喜剧片{month}上映
            {name}凭处女作获奥斯卡奖
            {city}电影节{day}开幕
            影院{day}放映续集
            男主角{name}{month}重返银幕
            关于{city}的纪录片{day}首映"""),
        "农业": lines("""
            {city}的农民多收{number}万斤小麦
            干旱毁了{city}的玉米
            {city}的奶牛{month}产奶更多
            拖拉机{day}开进{city}的稻田
            {name}养了{number}只羊
            {city}的土豆种植户担心虫害
            {city}郊外{month}开始春耕
            {city}的果园收了{number}吨梨"""),
    },
    fillers={
        "city": tuple(
            "北京 上海 广州 深圳 成都 杭州 南京 武汉 西安 重庆 天津 青岛 大连 厦门 昆明 长沙 哈尔滨 沈阳 苏州 三亚 "
            "兰州 郑州 济南".split()
        ),
        "town": tuple("洛阳 开封 丽江 扬州 绍兴 泉州 珠海 烟台 威海 无锡 宁波".split()),
        "day": tuple("今天 明天 昨天 星期一 星期二 星期三 星期四 星期五 周末 今晚 昨晚 中午".split()),
        "month": tuple("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月".split()),
        "name": NAMES["zh"],
        "company": tuple("恒远公司 宏达公司 天朗集团 海川公司 金泽集团 博瑞公司 星河集团 东来公司".split()),
        "count": tuple("两 三 四 五 六 七".split()),
        "number": tuple("11 12 13 14 15 16 18 20 22 24 25 27 30 32 35 36 40 44 48 50 60 75 80 90".split()),
        "score": tuple("二比一 三比零 四比二 五比三 一比零 三比二".split()),
        "dish": tuple("红烧肉 麻婆豆腐 酸辣汤 蛋炒饭 饺子 春卷 清蒸鱼 牛肉面 糖醋排骨 馄饨".split()),
    },
    frames=(
        *("{text}。", "{text}。", "快讯：{text}。", "早报：{text}。", "{text}，晚报写道。", "第{number}版：{text}。"),
        *("据{town}电台：{text}。", "刚刚得知，{text}。", "头条：{text}。"),
    ),
    openings=("{text}",),
    asides=lines("""
        详情见第五版。
        照片来自资料库。
        本报记者在场。
        后续将继续报道。
        没有人料到。
        街头巷尾都在谈论。
        许多人感到意外。
        这还不是全部。
        多年来一直如此。
        欢迎读者来信。
        街上聚了一群人。
        邻居早就知道。
        本条内容已更正。"""),
    joint="",
)
