"""What plans are made of: occasions, topics with their points, and how a paragraph puts a topic and its points."""

OCCASIONS = {
    "en": (
        "spring fair,book festival,night market,charity run,harvest feast,science day,film week,school "
        "concert,flower show,"
        "chess tournament,boat race,poetry evening,winter bazaar,craft market,sports day,museum night,bicycle tour,"
        "music camp,garden party,cooking contest"
    ).split(","),
    "zh": (
        "春季庙会 读书节 夜市 慈善跑 丰收节 科学日 电影周 校园音乐会 花展 象棋比赛 赛龙舟 诗歌晚会 年货大集 "
        "手工市集 运动会 "
        "博物馆之夜 自行车巡游 音乐夏令营 游园会 烹饪大赛"
    ).split(),
}
TOPICS = {
    "en": """
the budget:ticket sales,sponsors,rent,insurance,prizes,a reserve
the helpers:volunteers,training,shifts,meals,badges,thanks
the programme:opening speech,workshops,live music,guided tours,award ceremony,fireworks
the site:stages,tents,parking,toilets,signposts,lighting
safety:first aid,fire exits,weather warnings,lost children,night patrol,emergency numbers
advertising:posters,radio spots,newsletters,banners,social media,press visits
transport:shuttle buses,bicycle racks,road closures,late trains,taxi stands,delivery vans
food and drink:soup kitchen,coffee bar,bakery stall,drinking water,vegetarian dishes,ice cream
the guests:invitations,seating,translators,guest rooms,name tags,farewell gifts
technology:microphones,projectors,generators,ticket scanners,spare cables,video screens
the environment:waste sorting,reusable cups,quiet hours,tree protection,solar lamps,litter teams
families:playground,face painting,puppet theatre,nursing room,short queues,story hour
permits:noise licence,street use,food inspection,music rights,drone flights,building approval
the follow-up:survey,cleaning,thank-you letters,accounts,photo album,lessons learned
""",
    "zh": """
预算:门票收入,赞助商,场地租金,保险,奖品,备用金
志愿者:招募,培训,排班,餐食,工作证,答谢
节目:开幕致辞,工作坊,现场音乐,导览,颁奖仪式,烟花
场地:舞台,帐篷,停车场,洗手间,指示牌,照明
安全:急救站,消防通道,天气预警,走失儿童,夜间巡逻,应急电话
宣传:海报,电台广告,简报,横幅,社交媒体,记者探访
交通:接驳巴士,自行车架,道路封闭,末班列车,出租车站,送货车辆
餐饮:热汤摊,咖啡吧,面包铺,饮用水,素食,冰淇淋
来宾:邀请函,座位安排,翻译,客房,名牌,纪念品
设备:麦克风,投影仪,发电机,检票机,备用电缆,大屏幕
环保:垃圾分类,循环水杯,安静时段,树木保护,太阳能灯,清洁小组
亲子:游乐区,彩绘,木偶戏,母婴室,绿色通道,故事会
许可:噪声许可,占道申请,食品检查,音乐版权,无人机飞行,搭建审批
总结:问卷调查,清扫,感谢信,账目,相册,经验教训
""",
}
OPENINGS = {
    "en": (
        "{name} has written down how {place} prepares its {occasion}.",
        "The {occasion} in {place} is near, and {name} reports on the plans.",
        "How does one organise a {occasion}? {name} from {place} tells us.",
        "These are the notes of {name} on the {occasion} in {place}.",
    ),
    "zh": (
        "{name}记录了{place}筹备{occasion}的情况。",
        "{place}的{occasion}快到了，{name}介绍了准备工作。",
        "怎样办好{occasion}？{place}的{name}谈了经验。",
        "以下是{name}关于{place}{occasion}的笔记。",
    ),
}
PARAGRAPHS = {
    "en": (
        "One matter is {topic}. It includes {points}.",
        "Then there is {topic}, with {points}.",
        "Nobody should forget {topic}. Think of {points}.",
        "Much depends on {topic}. The organisers name {points}.",
        "As for {topic}, the plan lists {points}.",
        "A whole page deals with {topic}. It speaks of {points}.",
        "The next page is about {topic}. Here belong {points}.",
    ),
    "zh": (
        "有一件事是{topic}，包括{points}。",
        "还有{topic}，涉及{points}。",
        "不能忘记{topic}，要考虑{points}。",
        "很多事取决于{topic}，主办方提到了{points}。",
        "说到{topic}，计划里列出了{points}。",
        "笔记用了整整一页谈{topic}，讲到{points}。",
    ),
}
