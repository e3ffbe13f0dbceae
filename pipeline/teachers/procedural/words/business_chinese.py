"""Scenes of business writing in Chinese: letters, advertisements, contracts, bids, vacancies and posts."""

from pipeline.teachers.procedural.solving.drafting import Scene

W = "Creation/Specialized writing/"

SCENES = (
    Scene(
        W + "Email",
        "zh_email_absence",
        "一封电子邮件",
        "{writer}因为{reason}，没法参加{day}的{event}，要写信告诉负责人{reader}，并说明自己会{offer}。",
        "主题：[{day}{event}请假|关于{day}的{event}|无法参加{day}{event}的说明]\n\n{reader}[您好|，您好]：\n\n"
        "[很抱歉|实在抱歉]，[我没法参加{day}的{event}|{day}{time}的{event}我不能到场|{day}的{event}我只能缺席]，因"
        "为{reason}。"
        "[我也是今天才知道的|事情来得突然|我试过改时间，没有成功]，[给您添麻烦了|还请谅解|打乱安排，深感过意不去]。\n\n"
        "[为了不耽误进度|作为弥补|为了不影响讨论]，我会{offer}。[{topic}的材料我已整理好|关于{topic}的部分我已写完"
        "|{topic}的数据都核对过了]，"
        "[{deputy}愿意代我汇报|{deputy}熟悉情况，可以回答提问|也已抄送给{deputy}]。{extra}\n\n"
        "[这样安排是否合适，请您告知。|如有不妥，请随时联系我。|您看这样行吗？][晚上可以打电话给我|我会及时查看邮件"
        "|简单回复一句就好]。\n\n"
        "[此致敬礼|祝工作顺利|祝好]\n{writer}",
        {
            "writer": "@person",
            "reader": "@person",
            "deputy": "@person",
            "event": "预算会议|项目评审会|安全培训|部门例会|销售汇报会|方案讨论会|客户座谈会",
            "day": "@day",
            "time": "@time",
            "reason": "列车临时停运|孩子发烧|要去法院出庭|牙医只有那天有空|客户提前来访|航班晚点|要陪父亲看病",
            "offer": "前一天晚上交出书面报告|用电话参加后半场|会后补写会议纪要|书面回答所有问题|第二天早上当面汇报|"
            "录一段视"
            "频说明",
            "topic": "新价格表|春季推广|交货周期|客户投诉|培训经费|办公室搬迁|供应商合同",
        },
        "day event reason offer",
        {"opens": "主题：", "closes": "{writer}"},
        extras=(("12号会议室|蓝色文件夹|共享文件夹|前台", "纸质材料放在{more}。"), ("@phone", "我的电话是{more}。")),
    ),
    Scene(
        W + "Email",
        "zh_email_order",
        "一封写给供货商的邮件",
        "{firm}向{seller}订了{count}件{goods}，订单号{order}，但{problem}。{firm}的{writer}要求在{date}前{wish}。",
        "主题：[订单{order}的问题|关于订单{order}|{goods}到货情况]\n\n{seller}[客服部|销售部]：\n\n"
        "[你们好|您好]。我们订购的{count}件{goods}（订单号{order}）[昨天|今天上午|本周]已经[送到|收到]，[但开箱后发"
        "现|清点时却发现|可是检查下来]："
        "{problem}。[我们的客户正在等货|库存已经用完|这批货马上要用]，[事情比较急|实在拖不起|不能再等]。\n\n"
        "[请贵方|麻烦贵公司|我们请求贵方]在{date}前{wish}。[送货单和照片见附件|有问题的货可随时来取|照片已放在附件里]，"
        "[如需核实，请拨打{phone}|联系电话{phone}|我的电话是{phone}]。{extra}\n\n"
        "[双方合作一向愉快|以往的货从没出过差错|我们仍愿意继续合作]，[盼尽快回复|等待您的答复|望妥善处理]。\n\n"
        "{firm} {writer}",
        {
            "writer": "@person",
            "firm": "@firm",
            "seller": "@firm",
            "count": "#12-480",
            "order": "#10040-98760",
            "goods": "办公椅|台灯|打印纸|滤芯|书架|金属支架|手机壳|毛毯",
            "problem": "一部分颜色不对|有几箱被压坏了|整整少了一托盘|螺丝装不上|标签贴错了型号|发票金额多了一倍",
            "wish": "更换新货|办理退款|重开发票|补齐缺货|派技术员上门",
            "date": "@date",
            "phone": "@phone",
        },
        "order count goods wish date",
        {"opens": "主题：", "closes": "{writer}"},
        extras=(("@evening", "仓库每天收货到{more}。"), ("@person", "我不在时请找{more}。")),
    ),
    Scene(
        W + "Advertising",
        "zh_advert_shop",
        "一则开业广告",
        "{name}{date}在{town}{street}开业，主营{goods}，开业当天全场{percent}折，要登一则广告。",
        "[{name}来了|{town}新店：{name}|想买{goods}？来{name}]\n\n"
        "[买{goods}，何必跑远路|好{goods}，本来就该在家门口|逛了那么多家，还没找到满意的{goods}]？{date}，{name}在"
        "{street}"
        "[开门迎客|正式开业|与您见面]。店里的每一件东西都{virtue}，[店员耐心讲解|可以先试再买|不满意七天包退]。\n\n"
        "[开业当天|第一天到店|为庆祝开业]，全场{percent}折，[前五十位客人送一杯咖啡|还有现场抽奖|带孩子来还有小礼物]。"
        "[老街坊来坐坐也好|人多请排队，好货管够|朋友一道来更划算]。{extra}\n\n"
        "[营业到每晚{time}|每天开到{time}]，[电话{phone}|咨询请拨{phone}]。\n{name}，[就在{town}{street}|{town}人自"
        "己的店]",
        {
            "name": "@firm",
            "town": "@town",
            "date": "@date",
            "goods": "糕点|旧书|自行车|花草|木头玩具|茶叶|布鞋|灯具|文具",
            "percent": "七|七五|八|八五|九",
            "virtue": "出自本地匠人之手|经过亲手挑选|明码实价|经得起用|来自相熟的作坊",
            "street": "中山路4号|人民路18号|和平街7号|解放路22号|桥头巷3号|文化路51号",
            "time": "@evening",
            "phone": "@phone",
        },
        "date street phone virtue time",
        {"closes": "{name}"},
        extras=(("周日手工课|会员积分|免费送货|以旧换新", "本店还推出{more}。"),),
    ),
    Scene(
        W + "Advertising",
        "zh_advert_product",
        "一则产品广告",
        "{firm}推出{product}“{model}”，售价{price}，适合{people}，广告里要列出几个卖点。",
        "“{model}”{product}：[专为{people}而做|懂{people}的心|把小事做好]\n\n"
        "[{people}需要什么|{people}最在意什么|给{people}的{product}该是什么样]？{firm}[花了{months}个月寻找答案|用"
        "{months}个月反复打磨|试了{months}个月]，"
        "[终于做出这款“{model}”|于是有了“{model}”|答案就是“{model}”]。{extra}\n\n[主要特点|它好在哪里|选它的理由]："
        "\n{items}\n\n"
        "[现在只要|到手价|售价]{price}，[全国包邮|送货上门|三天内发货]。\n[订购请写信到|咨询邮箱]：{mail}",
        {
            "firm": "@firm",
            "product": "背包|水壶|台灯|雨衣|打气筒|耳机|保温杯|办公椅|手电筒",
            "model": "云雀|水獭|微风|山岳|彗星|卵石|新芽|雨燕|松果|白帆",
            "price": "@price",
            "people": "上班族|学生|登山爱好者|夜班工人|年轻父母|旅行者|园艺爱好者",
            "months": "#4-30",
            "mail": "@mail",
        },
        "model price people mail months",
        {"opens": "“{model}”", "closes": "{mail}"},
        items=(
            "[轻，天天带着也不累|轻得让人忘记它]",
            "[十年内只收成本维修|配件供应十年]",
            "[一半用料来自回收|采用再生材料]",
            "[雨里雪里都试过|防雨又防尘]",
            "[不用工具，一分钟装好|开箱就能用]",
            "[安静，夜里用也不吵|再晚用也不扰人]",
            "[三十天不满意就退|一个月内可以反悔]",
            "[六种颜色任选|有六种颜色]",
        ),
        style="bullets",
        noun="卖点",
        counts=(3, 6),
        extras=(("#2-9", "整机保修{more}年。"), ("@town", "每一件都在{more}组装。")),
    ),
    Scene(
        W + "Contract",
        "zh_contract_rent",
        "一份简短的租赁合同",
        "{owner}从{date}起把{town}的{thing}租给{tenant}，月租{rent}，押金{deposit}，解除须提前{weeks}天通知。",
        "租赁合同\n\n甲方（出租人）：{owner}\n乙方（承租人）：{tenant}\n\n[双方协商一致，订立本合同|甲乙双方自愿订"
        "立以下条款|经双方商定，条款如下]。\n\n"
        "{items}\n\n[本合同一式两份，双方各执一份|双方已通读并同意全部条款|签字之日起生效]。{extra}\n\n签字："
        "{owner}、{tenant}",
        {
            "owner": "@person",
            "tenant": "@person",
            "thing": "一间车库|一间画室|一间作坊|一块菜地|一间库房|一套两居室|一间办公室|一个摊位",
            "town": "@town",
            "date": "@date",
            "rent": "@rent",
            "deposit": "@deposit",
            "weeks": "15|30|45|60|90",
        },
        "thing date rent deposit weeks",
        {"opens": "租赁合同", "closes": "{tenant}"},
        items=(
            "甲方将位于{town}的{thing}租给乙方[使用|，按现状交付]。",
            "租期自{date}起，[不定期限|至一方提出解除为止]。",
            "租金每月{rent}，[每月一日前支付|按月预付|以转账方式支付]。",
            "乙方交押金{deposit}，[退租时无损坏即全额退还|押金不计利息]。",
            "任何一方解除合同，须提前{weeks}天书面通知对方。",
            "[乙方应保持场地整洁干燥|场地内不得堆放垃圾和易燃物]。",
            "[小修由乙方承担，大修由甲方承担|屋顶和墙体由甲方负责维修]。",
            "[未经甲方书面同意，乙方不得转租|不得把场地转借他人]。",
            "[退租当日交还全部钥匙|钥匙须在最后一天交清]。",
            "[变更本合同须采用书面形式|口头约定一律无效]。",
        ),
        style="numbered",
        noun="条款",
        counts=(6, 9),
        core=5,
        extras=(("@person", "见证人为{more}。"), ("#2-5", "交付钥匙{more}把。")),
    ),
    Scene(
        W + "Contract",
        "zh_contract_service",
        "一份劳务合同",
        "{client}请{worker}{work}，总价{fee}，{start}开工，{end}前完成，签约时先付百分之{percent}。",
        "劳务合同\n\n委托方：{client}\n承揽方：{worker}\n\n[双方约定如下|就下述工作，双方达成协议|双方平等协商，约"
        "定如下]。\n\n{items}\n\n"
        "[本合同自签字之日起生效|合同一式两份|双方自愿签字]。{extra}\n\n签字：{client}、{worker}",
        {
            "client": "@firm",
            "worker": "@person",
            "work": "粉刷门厅|设计产品目录|翻译说明书|拍摄宣传片|修理围栏|搭建网店|策划年会|整理档案",
            "fee": "@money",
            "start": "@date",
            "end": "@date",
            "percent": "10|20|25|30|40",
        },
        "work fee start end",
        {"opens": "劳务合同", "closes": "{worker}"},
        items=(
            "承揽方负责{work}。",
            "工作于{start}开始，[{end}前完成|最迟{end}交付]。",
            "总价{fee}，[已含税费|包含全部费用|差旅费另计]。",
            "签约时支付百分之{percent}，余款[验收后付清|完工后十天内付清]。",
            "[委托方提供工作所需条件|工具和材料由承揽方自备]。",
            "[半年内出现毛病，承揽方免费返工|有缺陷的，两周内改好]。",
            "[承揽方对委托方的资料保密|双方都要保守对方的秘密]。",
            "[付清款项后，成果归委托方|承揽方可把成果用作作品展示]。",
            "[每逾期一天，扣总价的百分之一|不能按期完成的，应立即告知]。",
            "[发生争议先行调解|争议由委托方所在地法院处理]。",
        ),
        style="numbered",
        noun="条款",
        counts=(6, 9),
        core=4,
        extras=(("@person", "委托方代表为{more}。"), ("@phone", "联系电话{more}。")),
    ),
    Scene(
        W + "Bid",
        "zh_bid",
        "一份投标书",
        "{town}{client}为{work}招标。{firm}报价{price}，工期{weeks}周，派出{team}人，由{leader}带队，负责人{boss}署"
        "名。",
        "{work}投标书\n\n一、报价\n[我公司|{firm}][愿意承担|现投标承接]{town}{client}的{work}工程，总价{price}，[九"
        "十天内有效|包含全部材料|不再另收费用]。\n\n"
        "二、工期\n[全部工程|整个工程]需要{weeks}周，[接到通知后十天内进场|合同签订后立即开工|每周五提交进度]。[施"
        "工不影响正常开放|噪声大的活放在上午|场地不长期封闭]。\n\n"
        "三、人员\n[现场安排{team}人|我们派{team}名熟练工人]，由{leader}[带队|负责]。[近年完成过两所学校和一座图书"
        "馆|做过九个同等规模的工程|刚完成一家医院的同类工程]。\n\n"
        "四、保修\n[保修期{years}年，免费维修|完工后保修{years}年]，[施工期间由我方投保|可提供业绩证明|欢迎考察以往"
        "工程]。{extra}\n\n{firm} {boss}",
        {
            "client": "市图书馆|第一小学|县医院|体育馆|房管所|博物馆",
            "town": "@town",
            "work": "屋顶翻新|走廊粉刷|门窗更换|地面铺装|照明改造|庭院绿化",
            "firm": "@firm",
            "price": "@money",
            "weeks": "#3-16",
            "team": "#3-14",
            "years": "2|5|10",
            "leader": "@person",
            "boss": "@person",
        },
        "price leader work client",
        {"headings": ("一、报价", "二、工期", "三、人员", "四、保修"), "closes": "{boss}"},
        extras=(("@phone", "咨询电话{more}。"), ("@date", "本标书有效期至{more}。")),
    ),
    Scene(
        W + "Recruitment manuscript",
        "zh_job_offer",
        "一份招聘启事",
        "{town}的{firm}招聘{job}，{date}到岗，月薪{pay}，简历在{deadline}前发到{mail}。",
        "[{firm}招聘{job}|诚聘{job}|招人啦：{job}]\n\n{firm}[是{town}的一家老企业|在{town}经营了{years}年|成立"
        "{years}年，总部在{town}]，"
        "[因业务扩大|因同事退休|为充实团队]，现招聘{job}，{date}到岗。\n\n"
        "工作内容\n[您将与五人小组共事|自己安排每天的工作|直接向{boss}汇报]，{task}，[头两个月有人带|每天都有新事情"
        "|工作稳定]。\n\n"
        "任职要求\n[我们看重|希望您具备]{skill}，[有经验更好|没有经验也可以学|学历不限]。\n\n"
        "福利待遇\n月薪{pay}，[另有年终奖|包一顿午饭|交通费另补]，[周五提前下班|加班有报酬|每年十五天假]。{extra}\n\n"
        "[有意者请在|简历请在]{deadline}前[投递|发来]。\n联系人{boss}，邮箱{mail}",
        {
            "firm": "@firm",
            "town": "@town",
            "job": "会计|司机|网页工程师|店员|园艺师|设计师|厨师|电工",
            "deadline": "@date",
            "date": "@date",
            "pay": "@pay",
            "years": "#8-90",
            "boss": "@person",
            "mail": "@mail",
            "task": "维护老客户|管好工具和设备|编写报价单|带教学徒|排好每周的班|负责出货检查",
            "skill": "耐心和驾照|眼力和手上功夫|对数字的敏感|两门外语的能力|与人打交道的热情|一点行业常识",
        },
        "date deadline pay task skill",
        {"headings": ("工作内容", "任职要求", "福利待遇"), "closes": "{mail}"},
        extras=(("@phone", "面谈请先打{more}。"), ("#20-40", "每周工作{more}小时。")),
    ),
    Scene(
        W + "Official account article",
        "zh_account",
        "一篇公众号文章",
        "{place}的公众号要发一篇预告：{date}{time}举办{event}，由{host}主持，票价{price}元，限{seats}人。",
        "[{event}，等你来|{place}：{event}预告|这个{event}，别错过]\n\n[亲爱的读者|各位街坊|朋友们]，\n\n"
        "[很多人在后台问起|期待已久|消息来了]：{date}{time}，{place}[将举办|迎来]{event}，由{host}[主持|带领大家|担"
        "任嘉宾]。\n\n"
        "有什么看点\n[{host}会告诉你|两个小时里，你会听到|现场揭晓]{content}。[零基础也能参加|可以动手，也可以只是"
        "看看|带上朋友更热闹]。"
        "[结束后有茶点|现场留出提问时间|会后公布照片]。\n\n"
        "怎么报名\n[名额{seats}个|只设{seats}个座位]，[票价{price}元|每位{price}元]。[在文末留言|点击下方链接|后台"
        "回复“报名”]即可[预订|占座]。{extra}\n\n"
        "[我们不见不散|到时候见|等你来]——{place}",
        {
            "place": "市图书馆|老磨坊书店|青年中心|植物园|社区礼堂|美术学校",
            "event": "爵士之夜|面包烘焙课|故事会|换花集市|修理咖啡馆|素描工作坊|蜜蜂讲座",
            "date": "@date",
            "time": "@evening",
            "host": "@person",
            "price": "#10-95",
            "seats": "#15-120",
            "content": "新手最容易犯的错|为什么慢一点反而快|真正要用到的工具|一百年前的做法|三个马上能用的窍门",
        },
        "event date time host content",
        {"headings": ("有什么看点", "怎么报名"), "closes": "{place}"},
        extras=(("4路公交|地铁2号线|夜班车|27路公交", "可乘{more}前来。"), ("@phone", "咨询电话{more}。")),
    ),
)
