"""Scenes of speeches, scripts, outlines, essays and stories in Chinese."""

from pipeline.teachers.procedural.solving.drafting import Scene

W, T = "Creation/Specialized writing/", "Creation/Thematic creation/"

SCENES = (
    Scene(
        W + "Speech",
        "zh_speech",
        "一篇简短的发言稿",
        "{speaker}要在{person}的{occasion}上讲话。{person}在{place}{role}{years}年。讲话里要回忆{memory}，"
        "并感谢{merit}。",
        "各位{guests}：\n\n[今天我们聚在一起，是为了|大家赶来，都为了|这一天属于]{person}的{occasion}。[接"
        "到发言的任务时|来的路上|昨晚准备讲稿时]，"
        "[我想起了|浮现在眼前的是|我忘不掉的是]{memory}。[在场的人至今提起还会笑|那情景就像昨天|{place}没有"
        "人不记得]。\n\n"
        "{person}在{place}{role}{years}年。[岁月过得快|这不是一段短日子]，可是{merit}[一直都在|从没变过|不"
        "能用年头来量]。"
        "[别人犹豫时，{person}先动手|开口之前，{person}总是先听完|再小的问题，{person}也当回事]。[我从中学"
        "到许多|一个地方就是这样变成家的|我们要照这样做下去]。{extra}\n\n"
        "[请允许我说最后一句|请大家举杯|让我们起立]：[谢谢您，{person}，谢谢{merit}|为了{merit}，谢谢您，"
        "{person}|{merit}，我们记在心里，谢谢{person}]。\n\n{speaker}",
        {
            "speaker": "@person",
            "person": "@person",
            "occasion": "欢送会|六十岁生日会|退休仪式|从业纪念会|表彰会",
            "guests": "朋友|同事|来宾|邻居|会员",
            "role": "教书|做护士|当教练|管图书馆|当消防员|带合唱团|送信|开面包房",
            "place": "@town",
            "years": "#8-45",
            "memory": "暖气坏掉的那个冬天|发大水的那一天|第一次去海边的旅行|停电的那个晚上|差点输掉的那场比赛|冒雨种"
            "下的那棵树",
            "merit": "那份耐心|那份幽默|直率的建议|总是敞开的门|难处时的镇定|那份好奇心",
        },
        "person role memory merit years occasion",
        {"opens": "各位{guests}", "closes": "{speaker}"},
        extras=(("一口旧钟|一张木椅|一本相册|一幅世界地图", "门外放着我们的礼物：{more}。"),),
    ),
    Scene(
        W + "Video script",
        "zh_video",
        "一份短视频脚本",
        "{host}要拍一条{seconds}秒的视频，教{viewers}怎样{do}，结尾的窍门是“{tip}”。",
        "标题：[{seconds}秒学会{do}|{do}，其实很简单|给{viewers}：怎样{do}]\n\n开场\n（[全景|特写]："
        "{place}）{host}：[大家好|嗨]，[想不想|会不会]{do}？"
        "[没有看上去那么难|要用的东西很少|给我{seconds}秒就够]。\n\n步骤\n{items}\n\n结尾\n（[镜头拉远|成品"
        "特写]）{host}：[给{viewers}的窍门|送{viewers}一句话]：{tip}。"
        "{extra}[做好了发照片给我看|在评论区告诉我结果|下周见]。",
        {
            "host": "@person",
            "seconds": "45|60|75|90|120|150|180",
            "viewers": "新手|学生|小朋友|忙碌的父母|厨房爱好者|爷爷奶奶",
            "do": "给花换盆|补车胎|包礼物|折纸鹤|磨刀|熨衬衫|擦皮鞋|钉扣子|清洁键盘",
            "place": "餐桌|阳台|工作台|书桌|明亮的窗边|院墙边",
            "tip": "别着急|先拿便宜的练手|在亮处做|最后一步前数到十|手边放块干布|一年做两次",
        },
        "do seconds tip viewers host",
        {"opens": "标题：", "headings": ("开场", "步骤", "结尾")},
        items=(
            "[把东西摆好|先把要用的都放到{place}]，[数一数有没有少|别急着动手]。",
            "[前后左右看一遍|正反两面都看看]，[记下磨损的地方|再决定从哪里开始]。",
            "[用软布|拿干布][擦掉灰尘|擦干净]。",
            "[找到中间|定好位置]，[用铅笔做记号|用指甲压个印]。",
            "[一只手按住|握稳]，[慢慢来|一下一下做]。",
            "[转个方向|换另一面]，[再做一遍|重复刚才的动作]。",
            "[压紧|固定住]，[等十秒|数二十下]。",
            "[对照图片检查|看看成品]，[修掉小毛病|把边缘弄平]。",
        ),
        style="numbered",
        noun="步骤",
        counts=(3, 6),
        core=1,
        extras=(("@person", "点子来自{more}。"), ("@mail", "有问题请发到{more}。")),
    ),
    Scene(
        W + "Thesis",
        "zh_thesis",
        "一篇论文摘要",
        "{author}研究{cause}对{effect}的影响，对象是{place}的{count}名{people}，方法是{method}，结果提高了"
        "百分之{percent}。",
        "题目：[{cause}对{effect}的影响|{cause}与{effect}：来自{place}的研究|{effect}能否靠{cause}提高]\n\n"
        "背景\n[人们常说|不少老师认为|常有报道说]{cause}会影响{effect}，[但数据很少|却少有人测量过|可是证据"
        "不足]。[本文要问的是|本研究想弄清]，[这种说法是否成立|事实是否如此]。\n\n"
        "方法\n[以{place}的{count}名{people}为对象|研究对象为{place}的{count}名{people}]，采用{method}，[历"
        "时{weeks}周|为期{weeks}周]，[其中一半为对照组|每人测两次|先后次序由抽签决定]，"
        "[由两人分别评分|全部记录匿名|方案事先公布]。\n\n结果\n[坚持{cause}的人|有{cause}的一组]，"
        "{effect}平均提高百分之{percent}，[年纪越小越明显|与年龄无关|周末稍弱]。\n\n"
        "结论\n[结果支持二者有关|数据说明二者有联系]，[但不能证明因果|因果还需另行检验|样本小，结论有限]。"
        "{extra}[今后可以|下一步应当][跟踪一年|加入其他城市|扩大样本]。\n\n作者：{author}",
        {
            "author": "@person",
            "cause": "每天步行|大声朗读|早睡|工作时听音乐|一起吃饭|园艺劳动|静坐",
            "effect": "记忆力|注意力|情绪|信任感|耐心|守时程度|词汇量",
            "people": "小学生|护士|司机|退休老人|职员|大学生|学徒",
            "count": "#24-480",
            "place": "@town",
            "weeks": "#4-30",
            "percent": "#4-38",
            "method": "访谈法|日记法|现场实验|问卷调查|配对任务",
        },
        "cause effect count percent method place people",
        {"opens": "题目：", "headings": ("背景", "方法", "结果", "结论"), "closes": "{author}"},
        extras=(("噪声|季节|收入|天气", "本文没有控制{more}的影响。"),),
    ),
    Scene(
        W + "Outline/Thesis outline",
        "zh_thesis_outline",
        "一份论文提纲",
        "{author}打算写{place}自{year}年以来的{topic}，材料是{sources}，由{teacher}指导。",
        "论文提纲：{year}年以来{place}的{topic}\n\n问题：[{year}年以来，{place}的{topic}怎样变化？|"
        "{place}的{topic}为什么变化？|{topic}的变化让谁受益？]\n"
        "论点：[变化比人们以为的更早|变化来自下面而不是上面|习惯比金钱更要紧]。{extra}\n\n{items}\n\n材料："
        "{sources}\n[作者{author}，指导教师{teacher}|撰写：{author}；指导：{teacher}]",
        {
            "author": "@person",
            "teacher": "@person",
            "topic": "公共交通|学校午餐|街头市集|住房建设|地方报纸|河流保护",
            "place": "@town",
            "year": "#1950-2010",
            "sources": "会议记录|旧报纸|居民访谈|地图和照片|税务档案",
        },
        "topic place year sources author",
        {"opens": "论文提纲", "closes": "{teacher}"},
        items=(
            "引言：[为什么要研究{topic}|从{place}的一个例子说起]，[提出问题|说明问题]",
            "[研究现状|前人成果]：[三种主要看法|旧说与新说]",
            "方法：[怎样使用{sources}|对{sources}的整理]",
            "[起点|当时的情形]：[{year}年前后|{year}年的{place}]",
            "[转折|变化的十年]：[人物与决定|原因与初步结果]",
            "[谁来决定|各方力量]：政府、[企业与市民|报社与行会]",
            "[与邻近城市比较|两个城市的对照]",
            "[对日常生活的影响|居民感受到的变化]",
            "[反对意见与局限|材料没有说出的部分]",
            "[结论与展望|结论：重审论点]",
        ),
        style="numbered",
        noun="章节",
        counts=(5, 9),
        core=4,
        extras=(("40页|60页|80页", "预计篇幅{more}。"), ("@date", "交稿日期为{more}。")),
    ),
    Scene(
        W + "Outline/Story outline",
        "zh_story_outline",
        "一份故事大纲",
        "主人公{hero}是{place}的{job}，捡到{object}，想要{goal}，{rival}从中阻拦，结局是{ending}。",
        "故事大纲：[{hero}与{object}|{object}|{place}的秘密]\n\n主人公：{hero}，{place}的{job}\n对手："
        "{rival}，[想独占它|多年来一直说谎|从前的好友]\n"
        "主题：[信任|勇气|人与人之间的亏欠|沉默的代价]。{extra}\n\n{items}\n\n结局：{ending}",
        {
            "hero": "@person",
            "rival": "@person",
            "job": "灯塔看守|调琴师|夜班护士|绘图员|年轻面包师|公交司机|钟表匠",
            "place": "@town",
            "object": "一封没有署名的信|一把旧钥匙|一盒照片|一枚两面相同的硬币|半张地图|一盘磁带",
            "goal": "把它还给主人|查出它是谁做的|卖掉它去远行|不让它落入坏人手里",
            "ending": "二人和解|乘船离去|当众说出真相|一把空椅子|雨中的婚礼",
        },
        "hero job object rival ending goal",
        {"opens": "故事大纲", "closes": "{ending}"},
        items=(
            "[一个平常的早晨|一个雨夜]，{hero}捡到{object}。",
            "{hero}决定{goal}，[不听任何人的劝|谁也没有告诉]。",
            "{rival}[听说了这件事|突然出现]，[主动帮忙|问得太多]。",
            "[第一次尝试失败|第一条线索断了]，[时间越来越紧|{hero}开始怀疑]。",
            "[一位老妇人想起|一个孩子注意到][大家都忽略的事|早被忘记的事]。",
            "[{rival}偷走了它|东西不见了]，[就在夜里|正逢庙会]。",
            "{hero}[跟着{rival}到了码头|给{rival}设下圈套]。",
            "[两人终于谈开|两人被暴雨困住]，[真相大白|不得不互相依靠]。",
            "{hero}[作出一个有代价的选择|放下了原以为最要紧的东西]。",
        ),
        style="numbered",
        noun="情节",
        counts=(4, 8),
        core=3,
        extras=(("春天|深秋|隆冬|盛夏", "故事发生在{more}。"),),
    ),
    Scene(
        T + "Dialogues",
        "zh_dialogue",
        "一段对话",
        "{a}和{b}{where}谈起{plan}。{a}赞成，理由是{pro}；{b}犹豫，因为{con}。最后两人同意{day}再谈。",
        "{items}",
        {
            "a": "@person",
            "b": "@person",
            "where": "在公交车上|在厨房里|在校门口|在长椅上|在菜市场|在电梯里",
            "plan": "买一条船|搬到乡下|养一只狗|组一支乐队|学开帆船|开一家咖啡馆",
            "pro": "人生苦短|这事说了好几年|价钱合适|对身体有好处",
            "con": "没有时间|钱花光了|邻居会有意见|上次就没弄成",
            "day": "@day",
        },
        "plan pro con day",
        {"speakers": ("{a}", "{b}"), "opens": "{a}"},
        items=(
            "[{b}，正好碰见你。|{b}，我一直在找你。|{b}，有空吗？][我还在想|我想和你说说|我满脑子都是"
            "]{plan}[。|的事。] / [又是{plan}？|{plan}？就{where}谈？|我就知道你要提{plan}。]",
            "[我是认真的|别笑]，{pro}[。|，你也知道。] / [也许吧|话是这么说]，可是{con}[。|，你也知道。]",
            "[你总往坏处想。|办法总会有的。] / [你从来不算账。|我只想弄清楚。]",
            "[想想明年夏天。|想想一年后我们的样子。] / [我想的是明年冬天。|我想到的是账单。]",
            "[我姐姐也这么做了。|别人条件更差也做成了。] / [别人运气比我们好。|别人没有孩子要管。]",
            "[说说你怕什么。|你最担心什么？] / [怕太匆忙。|怕以后后悔。]",
            "[可以从小处做起。|又不是要一下子做完。] / [事情都是从小处闹大的。|小一点倒还行。]",
            "[那怎么办？|那就先这样？][要不{day}再说|要不{day}再谈]？ / [行|好]，{day}[再谈|接着说]。",
        ),
        style="turns",
        noun="台词",
        counts=(4, 8),
        core=2,
    ),
    Scene(
        T + "Diaries-Travel notes",
        "zh_diary",
        "一篇日记",
        "{date}，作者和{friend}在{place}，天气{weather}。上午{morning}，傍晚{evening}，一共花了{sum}。",
        "{date}，{place}，{weather}\n\n[醒来时天{weather}|又是{weather}的一天|这一天从{weather}开始]。"
        "[{friend}早就起来了|{friend}泡好了茶，没说话|隔壁传来{friend}的歌声]。"
        "[吃过早饭|九点不到|口袋里塞上馒头]，我们[出了门|上了路]。[上午|中午以前]，{morning}。[真没想到|鞋"
        "到现在还是湿的|{friend}拍了照片]。\n\n"
        "[在路边摊喝了汤|午饭是面条|在大树下歇了脚]，[一共花了{sum}|数数钱，{sum}没了|整天只用了{sum}]。[傍"
        "晚|天快黑时]，{evening}。[谁也不想去睡|我又累又满足|回去的路上几乎没说话]。{extra}\n\n"
        "[要说{place}留给我什么|如果只能记住{place}的一样东西|从{place}带回家的]，[是雨打石板的气味|是陌生"
        "人的笑声|是六点钟的光|是远处的钟声]。",
        {
            "friend": "@person",
            "date": "@date",
            "place": "@town",
            "weather": "有雾|刮风|很热|下霜|晴冷|阴沉",
            "morning": "我们登上了古塔|我们在老城迷了路|我们划船过湖|我们看见白鹭捉鱼|一位老人给我们看他的钟",
            "evening": "广场上有人奏乐|我们看船回港|停了电，大家点起蜡烛|我们和陌生人打牌|山那边下起了暴雨",
            "sum": "@price",
        },
        "date place friend morning evening sum",
        {"opens": "{date}"},
        extras=(("@person", "明天要给{more}写信。"), ("#2-19", "今天走了{more}公里。")),
    ),
    Scene(
        T + "After reading-After watching-After listening feelings",
        "zh_review",
        "一篇观后感或读后感",
        "作者{verb}《{title}》，这是{kind}，分{length}。喜欢{good}，不太喜欢{bad}，打{mark}分。",
        "《{title}》：[一点感想|留在心里的|几句心得]\n\n[一个安静的晚上|长途火车上|周末]，我{verb}《"
        "{title}》，{kind}，分{length}。[事先一无所知|是{friend}推荐的|只因为封面好看]，[所以很好奇|本来没"
        "抱期望]。\n\n"
        "[最打动我的是|它的长处在于|我忘不掉]{good}。[它让我想起自己的童年|好几次我不得不停下来喘口气|作者"
        "知道该省去什么]。[稍嫌不足的是|可以不要的是|我不太喜欢]{bad}，[中段因此弱了一些|那里松了劲|不过很"
        "快就能原谅]。\n\n"
        "[从那以后，我看自家的街道都不一样了|放下之后，我给哥哥打了电话|这几天我一直在想]。{extra}[推荐给|"
        "它适合][有时间的人|喜欢安静的人|能忍受没有答案的人]。[我打|评分是]{mark}分。",
        {
            "friend": "@person",
            "title": "盐路|雨屋|七盏灯|慢车|写给无人的信|玻璃果园|冬天的蜜蜂|末班渡船",
            "verb": "看完了|听完了|读完了",
            "kind": "一个家庭故事|一部史诗|一出喜剧|一出正剧|一个传奇",
            "length": "两部分|三部分|四部分|五部分|六部分",
            "good": "安静的结尾|母亲的声音|桥上的那一段|暗处的幽默|缓慢的开头|对沉默的运用",
            "bad": "冗长的独白|突然的团圆|太多的人名|吵闹的中段|没有来由的坏人",
            "mark": "5|6|7|8|9",
        },
        "title good bad mark kind length",
        {"opens": "《{title}》", "closes": "{mark}分"},
        extras=(("@person", "我会把它借给{more}。"), ("渡船|红衣服|那条狗", "有一个画面总会回来：{more}。")),
    ),
    Scene(
        T + "Stories-Novels-Scripts",
        "zh_story",
        "一篇小小说",
        "{day}，{place}的{job}{hero}{where}捡到{object}，{other}想把它{want}。没有人受伤，情节要有转折。",
        "[{object}|{hero}捡到了什么|{hero}的{day}]\n\n{day}，{job}{hero}{where}[捡到|发现了|碰见了"
        "]{object}。[前一天那里还什么都没有|它湿漉漉的，有股烟味|外面包着旧报纸]。"
        "[{place}还在睡|雾罩着{place}|{place}的钟敲了六下]，[没有人可问|只有一只猫看着|没有一盏灯亮着]。\n\n"
        "[“给我，”|“那是我的，”|“别碰，”]说话的是{other}，[不知什么时候来的|站在门口|气还没喘匀]。"
        "[{other}要把它{want}|{other}只想把它{want}]。{hero}[想了想|半天没出声|看看它，又看看{other}]。"
        "[“先说为什么，”{hero}说。|“为了谁？”{hero}问。|“然后呢？”{hero}问。]\n\n[{other}讲起海那边的一个弟"
        "弟|{other}说起四十年前的一个约定|故事很长，{other}讲得不好]。{extra}[讲完时，太阳出来了|到最后两个"
        "人都不说话了|没等讲完，两人先吃了馒头喝了茶]。"
        "[{hero}递了过去，{other}却还了回来|他们一起走到河边，放了它|{hero}笑了，原来它一直是空的|他们在里"
        "面找到两个名字，正是他们自己]。",
        {
            "hero": "@person",
            "other": "@person",
            "job": "邮递员|年轻兽医|退休水手|街头乐手|园丁|检票员",
            "object": "一只上锁的箱子|一把小提琴|一个玻璃罐|一只鸟笼|一个木盒|一块银表",
            "where": "在车站后面|在桥下|在石阶上|在公交站|在井边",
            "place": "@town",
            "day": "@day",
            "want": "烧掉|卖掉|藏起来|寄走|埋掉",
        },
        "hero job object where other place day want",
        {},
        extras=(("下着雪|打着雷|传来钟声|响起汽笛", "窗外{more}。"),),
    ),
)
