"""Facts about a business, each plainly from inside or outside and plainly helpful or harmful; `number` is a figure."""

FACTS = {
    "S": {
        "en": (
            "our staff know the trade very well after {number} years here",
            "we own our building and pay no rent",
            "our regular customers praise our quality",
            "our own workshop delivers within {number} hours",
            "we hold savings for {number} months",
            "our recipes and designs are our own",
            "our team works well together",
            "our costs are the lowest they have been in {number} years",
        ),
        "zh": (
            "我们的员工有{number}年经验，业务熟练",
            "房子是我们自己的，不用交租金",
            "老顾客称赞我们的质量",
            "我们自己的车间{number}小时内就能交货",
            "我们的积蓄够用{number}个月",
            "配方和设计都是我们自创的",
            "我们的团队配合默契",
            "我们的成本是{number}年来最低的",
        ),
    },
    "W": {
        "en": (
            "our machines are {number} years old and often break down",
            "our website is out of date",
            "we have debts that we pay off over {number} months",
            "our staff lack training",
            "our storeroom is too small",
            "we have no plan for advertising",
            "our bookkeeping is {number} weeks behind",
            "we depend on one single employee for all deliveries",
        ),
        "zh": (
            "我们的机器用了{number}年，经常出故障",
            "我们的网站早已过时",
            "我们有债务，还要还{number}个月",
            "我们的员工缺少培训",
            "我们的仓库太小",
            "我们没有宣传计划",
            "我们的账目拖了{number}个星期没做",
            "我们的送货全靠一名员工",
        ),
    },
    "O": {
        "en": (
            "the town is building {number} new flats nearby",
            "the state has launched a grant for small firms",
            "a rival in the next street is closing for good",
            "demand in the region grows by {number}% a year",
            "a new tram stop opens in front of the door",
            "a large trade fair is coming to the region in {number} weeks",
            "suppliers everywhere have lowered their prices",
            "tourists have discovered the region",
        ),
        "zh": (
            "镇上正在附近新建{number}套住宅",
            "政府推出了小企业补助",
            "隔壁街的竞争对手要永久关门了",
            "本地区的需求每年增长{number}%",
            "门前新开了电车站",
            "{number}周后本地区将举办大型展销会",
            "各地供应商都降价了",
            "游客开始关注这个地区",
        ),
    },
    "T": {
        "en": (
            "a big chain opens a branch across the road",
            "a new tax of {number}% on such goods is planned by the state",
            "roadworks will block the street for {number} weeks",
            "the prices of raw materials are rising all over the world",
            "rivals abroad undercut everyone by {number}%",
            "the population of the region is shrinking",
            "fashion is turning away from such goods",
            "storms have damaged the harvest that everyone relies on",
        ),
        "zh": (
            "一家大型连锁店要在马路对面开分店",
            "政府打算对这类商品征收{number}%的新税",
            "修路将使街道封闭{number}周",
            "全世界的原料价格都在上涨",
            "国外的竞争者比所有人便宜{number}%",
            "本地区人口不断减少",
            "潮流正在远离这类商品",
            "暴风雨毁了大家都依赖的收成",
        ),
    },
}
FIRMS = {
    "en": (
        "bakery|bicycle shop|tea house|pottery|printing house|toy maker|guest house|garden centre|joinery|bookshop"
    ).split("|"),
    "zh": "面包店|自行车行|茶馆|陶艺坊|印刷厂|玩具厂|民宿|园艺店|木工坊|书店".split("|"),
}
