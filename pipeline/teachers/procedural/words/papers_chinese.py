"""Scenes of forms and personal papers in Chinese: questionnaires, résumés, letters of authority, leave."""

from pipeline.teachers.procedural.solving.drafting import Scene

W = "Creation/Specialized writing/"

SCENES = (
    Scene(
        W + "Questionnaire",
        "zh_questionnaire",
        "一份调查问卷",
        "{firm}想了解{people}对{thing}的看法，{date}前收回，由{contact}汇总。",
        "调查问卷：{thing}\n\n[各位{people}，您好|感谢各位{people}参与]！[{firm}想听听您对{thing}的看法|为改进"
        "{thing}，{firm}特做此调查|您的意见能让{firm}的{thing}变得更好]。"
        "[大约用时{minutes}分钟|只需{minutes}分钟]，[不记姓名|结果仅供内部参考]，[每题选一项|单选]。{extra}\n\n"
        "{items}\n\n"
        "[请于{date}前交回|截止日期为{date}|{date}前提交有效]。\n联系人：{contact}",
        {
            "firm": "@firm",
            "people": "顾客|员工|访客|家长|会员|居民",
            "thing": "食堂|新网站|营业时间|停车场|会刊|维修服务|手机应用",
            "date": "@date",
            "contact": "@person",
            "minutes": "3|4|5|6|8|10",
        },
        "firm date people thing",
        {"opens": "调查问卷", "closes": "{contact}", "asked": True, "options": 3},
        items=(
            "您多久[用到|接触]一次{thing}？ / 每天 / 每周 / [很少|几乎没有]",
            "您对{thing}[满意|感到满意]吗？ / 很满意 / [一般|还行] / 不满意",
            "您是怎么[知道|了解到]{thing}的？ / [朋友介绍|偶然] / [海报|传单] / 网络",
            "您觉得最该先改[什么|哪里]？ / 价格 / 服务 / [都不用|没有]",
            "[近来|今年]{thing}有进步吗？ / 有 / 没有 / 说不清",
            "您会把{thing}推荐给[别人|朋友]吗？ / 会 / [也许|可能] / 不会",
            "您[一般|通常]什么时候用到{thing}？ / 早上 / 中午 / 晚上",
            "关于{thing}的说明[清楚|好懂]吗？ / 清楚 / [部分清楚|一般] / 不清楚",
            "您的年龄是？ / 25岁以下 / 25到60岁 / 60岁以上",
            "以后还能再[请教|询问]您吗？ / 可以 / 一年一次 / 不用了",
        ),
        style="options",
        noun="题目",
        counts=(4, 8),
        extras=(("@mail", "也可发邮件到{more}作答。"), ("@money", "参与者有机会抽取{more}红包。")),
    ),
    Scene(
        W + "Resume",
        "zh_resume",
        "一份简历",
        "{name}，现居{town}，应聘{job}：{year}年起在{firm}工作，此前在{earlier}工作{years}年；所学专业{subject}，会"
        "{tongue}，电话{phone}。",
        "{name}\n{town}｜{phone}\n\n个人简介\n[做事有条理|可靠，学得快|细致，乐于合作]，[有多年一线经验|熟悉本行业"
        "|善于沟通]，[希望担任|应聘]{job}。\n\n"
        "工作经历\n- {year}年至今，{firm}：[负责|主管]{duty}\n- 此前{years}年，{earlier}：[参与|协助]{before}\n\n"
        "教育背景\n- {subject}专业，[成绩优秀|毕业论文获奖|曾任班长]\n- [急救培训|项目管理夜校|数据安全课程]结业\n\n"
        "技能\n- {tongue}[流利|，能读能写]\n- [办公软件|数据表格|摄影排版]{extra}\n\n[可提供推荐信|欢迎来电]：{phone}",
        {
            "name": "@person",
            "town": "@town",
            "job": "行政主管|博物馆讲解员|仓库主管|会计|社工|项目助理",
            "firm": "@firm",
            "earlier": "@firm",
            "year": "#2014-2024",
            "years": "2|3|4|5|6",
            "subject": "经济学|历史学|化学|社会工作|物流管理|语言学|数学",
            "tongue": "英语|法语|阿拉伯语|日语|俄语|西班牙语|韩语|德语",
            "phone": "@phone",
            "duty": "六人小组|年度决算|全部采购|参观接待|新人培训|客服窗口",
            "before": "库存盘点|亲子活动|档案搬迁|市场调查|排班|报告撰写",
        },
        "firm subject tongue duty earlier",
        {"opens": "{name}", "headings": ("个人简介", "工作经历", "教育背景", "技能"), "closes": "{phone}"},
        extras=(("下棋|划船|合唱|养花|长跑|书法", "\n- 业余爱好：{more}"),),
    ),
    Scene(
        W + "Personal documents",
        "zh_proxy",
        "一份委托书",
        "{giver}因{away}，委托{holder}于{date}到{office}代为{act}，证件编号{number}。",
        "委托书\n\n[本人{giver}|委托人{giver}]，[现委托|特委托]{holder}[代为|代我]{act}，办理地点为{office}，证件编"
        "号{number}。\n\n"
        "[因本人{away}|由于我{away}]，[无法亲自前往|不能到场]。[委托只在{date}当天有效|委托期限为{date}一天]。"
        "[{holder}有权签署有关文件|{holder}不得转委托他人|{holder}将携带身份证明]，[由此产生的结果由本人承担|其签字"
        "我均予承认]。{extra}\n\n"
        "[如有疑问请致电|本人电话]{phone}。\n\n委托人：{giver}",
        {
            "giver": "@person",
            "holder": "@person",
            "act": "领取包裹|取回护照|递交申请|签收钥匙|领取化验单",
            "office": "邮局|市政大厅|登记处|房管所|社区医院",
            "away": "出国|住院|外出开会|随船出海|参加妹妹的婚礼",
            "date": "@date",
            "number": "#10010-99990",
            "phone": "@phone",
        },
        "holder act office date number",
        {"opens": "委托书", "closes": "{giver}"},
        extras=(("@money", "代缴费用不超过{more}。"), ("@person", "见证人：{more}。")),
    ),
    Scene(
        W + "Personal documents",
        "zh_leave",
        "一份请假条",
        "{firm}{section}的{writer}因{cause}，向{boss}请假{days}天，从{date}开始，工作由{deputy}代管。",
        "请假条\n\n{boss}[您好|，您好]：\n\n[因{cause}|我因为{cause}]，[需从{date}起请假{days}天|想从{date}开始请假"
        "{days}天|特申请自{date}起休假{days}天]。"
        "[我知道近来事情多|这个日期无法更改|今年我还没有请过假]，[还望批准|请予理解|恳请批准]。\n\n"
        "[假期里，{section}的工作由{deputy}代管|{section}的事情我已交给{deputy}]，[手头的事都交代清楚了|待办清单放"
        "在桌上|这几天没有到期的任务]。"
        "[有急事可以打电话|假满按时返岗|电话保持畅通]。{extra}\n\n[此致敬礼|谢谢|盼复]\n{firm}{writer}",
        {
            "writer": "@person",
            "firm": "@firm",
            "boss": "@person",
            "deputy": "@person",
            "section": "销售部|财务部|仓库|客服部|实验室|印刷车间",
            "days": "#2-15",
            "date": "@date",
            "cause": "搬家|做手术|探亲|考试|结婚|出国进修|家里添了孩子",
        },
        "date cause deputy section",
        {"opens": "请假条", "closes": "{writer}"},
        extras=(("@phone", "我的电话是{more}。"),),
    ),
)
