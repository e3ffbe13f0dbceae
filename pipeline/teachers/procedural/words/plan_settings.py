"""What is planned, for whom and of which parts: journeys, projects, studies and businesses.

The parts of a work, study or business plan are in an order in which they make sense: a part may be asked to precede a
later one, never an earlier one.
"""

from dataclasses import dataclass

TRAVEL, WORK = "Creation/Plan/Travel plan", "Creation/Plan/Work_Study_Business Plan"


@dataclass(frozen=True, slots=True)
class Setting:
    """`scenes` have {name} and {place}; `parts` are names of things to do."""

    node: str
    scenes: tuple[str, ...]
    parts: tuple[str, ...]


def setting(node: str, scenes: str, parts: str) -> Setting:
    return Setting(node, tuple(scenes.split("|")), tuple(part.strip() for part in parts.split("|")))


SETTINGS = {
    "en": {
        "town": setting(
            TRAVEL,
            "{name} visits {place} for {days} days|{name} spends a holiday of {days} days in {place}|"
            "{name} and a friend "
            "have {days} days in {place}|The class of {name} travels to {place} for {days} days|{name} shows relatives "
            "{place} in {days} days",
            "castle tour|harbour cruise|history museum|botanical garden|old town walk|cathedral tower|market hall|zoo|"
            "art gallery|river swim|cable car|chocolate factory|puppet theatre|lighthouse|city wall|night market|"
            "railway museum|tea house|observatory|food tour",
        ),
        "country": setting(
            TRAVEL,
            "{name} goes hiking near {place} for {days} days|{name} has booked {days} days on a farm near {place}|"
            "{name} takes the children to the lakes around {place} for {days} days|{name}'s club camps "
            "near {place} for "
            "{days} days",
            "waterfall hike|canoe trip|cave visit|cheese dairy|bird watching|horse ride|summit climb|village fair|"
            "boat hire|ruin walk|mushroom walk|bike tour|fishing|barn concert|star gazing|honey farm|rope course|"
            "steam train",
        ),
        "project": setting(
            WORK,
            "{name} plans a software project in {days} days|{name}'s team in {place} builds an app within {days} days|"
            "{name} has {days} days to renew the website of a firm in {place}",
            "interviews|requirements|sketches|prototype|data model|login page|search page|payment page|unit tests|"
            "code review|user test|translation|manual|security check|staff training|launch",
        ),
        "study": setting(
            WORK,
            "{name} studies for an exam in {days} days|{name} from {place} prepares for the final exam in {days} days|"
            "{name} wants to learn the whole course in {days} days|{name} has {days} days until the test in {place}",
            "reading list|lecture notes|chapter 1|chapter 2|chapter 3|chapter 4|summary sheet|vocabulary|flash cards|"
            "exercise set A|exercise set B|old exam 1|old exam 2|error review|group session|mock exam",
        ),
        "shop": setting(
            WORK,
            "{name} opens a café in {place} and has {days} days|{name} prepares a small shop in {place}, "
            "with {days} days "
            "left|{name} starts a bakery in {place} and plans {days} days",
            "market survey|budget sheet|bank talk|permit|lease signing|wall painting|shelves|kitchen set-up|supplier "
            "talks|price list|shop sign|job interviews|staff training|test day|leaflets|opening party",
        ),
        "event": setting(
            WORK,
            "{name} organises a conference in {place} and has {days} days|{name} prepares the summer "
            "party of a firm in "
            "{place} within {days} days|{name} plans a charity run in {place}, {days} days of work",
            "guest list|hall booking|sponsor letters|invitations|programme|speaker calls|poster|menu "
            "choice|ticket page|"
            "press note|stage plan|sound check|volunteer meeting|name badges|rehearsal|thank-you cards",
        ),
    },
    "zh": {
        "town": setting(
            TRAVEL,
            "{name}去{place}玩{days}天|{name}在{place}度假{days}天|{name}和朋友在{place}停留{days}天|"
            "{name}的班级去{place}旅行{days}天|{name}带亲戚游{place}，共{days}天",
            "老城散步|游船|历史博物馆|植物园|古塔|夜市|动物园|美术馆|缆车|老茶馆|科技馆|湖滨公园|木偶戏|铁"
            "路博物馆|小吃街|天文馆|"
            "手工作坊|古玩市场|音乐厅|登高台",
        ),
        "country": setting(
            TRAVEL,
            "{name}去{place}郊外徒步{days}天|{name}在{place}附近的农家住{days}天|{name}带孩子到{place}周边"
            "湖区玩{days}天|"
            "{name}的社团在{place}郊外露营{days}天",
            "看瀑布|划独木舟|溶洞|采茶|观鸟|骑马|登顶|赶集|租船|看遗址|采蘑菇|骑行|钓鱼|露天音乐会|看星星|"
            "养蜂场|攀绳|蒸汽小火车",
        ),
        "project": setting(
            WORK,
            "{name}要在{days}天里做完一个软件项目|{name}在{place}的团队用{days}天开发一款应用|"
            "{name}有{days}天时间为{place}一家公司改版网站",
            "用户访谈|需求文档|草图|原型|数据模型|登录页|搜索页|支付页|单元测试|代码评审|用户测试|翻译|使用"
            "手册|安全检查|员工培训|上线",
        ),
        "study": setting(
            WORK,
            "{name}用{days}天备考|{place}的{name}要在{days}天里准备期末考试|{name}想在{days}天内学完整门课|"
            "离{place}的考试还有{days}天，{name}开始复习",
            "书单|课堂笔记|第一章|第二章|第三章|第四章|总结页|词汇|卡片|练习甲|练习乙|真题一|真题二|错题回"
            "顾|小组讨论|模拟考",
        ),
        "shop": setting(
            WORK,
            "{name}在{place}开咖啡馆，只有{days}天准备|{name}在{place}筹备一家小店，还剩{days}天|"
            "{name}要在{place}开面包房，计划{days}天",
            "市场调查|预算表|银行洽谈|办执照|签租约|刷墙|装货架|布置厨房|谈供应商|价目表|做招牌|面试|店员培"
            "训|试营业|发传单|开业仪式",
        ),
        "event": setting(
            WORK,
            "{name}在{place}筹办会议，有{days}天|{name}要在{days}天里准备{place}一家公司的夏日聚会|"
            "{name}在{place}筹划慈善跑，共{days}天工作",
            "嘉宾名单|订会场|赞助信|邀请函|议程|联系讲者|海报|选菜单|购票页|新闻稿|舞台图|试音|志愿者会|胸"
            "牌|彩排|感谢卡",
        ),
    },
}
CONDITIONS = {
    "en": {
        "all": ("Every one of them has to be done once.", "All of them must be in the plan, each once."),
        "least": (
            "Choose at least {least} of them, none twice.",
            "At least {least} of them should be in the plan, each at most once.",
        ),
        "hours": ("No day may have more than {hours} hours.", "At most {hours} hours a day."),
        "must": ("{names} must be among them.", "Do not leave out {names}."),
        "before": ("“{0}” comes before “{1}”.", "First “{0}”, later “{1}” (the same day is fine)."),
        "fixed": ("“{0}” is on day {1}.", "Put “{0}” on day {1}."),
        "closed": ("“{0}” is not possible on day {1}.", "Day {1} is no day for “{0}”."),
        "budget": ("Everything together costs at most {budget} dollars.", "The budget is {budget} dollars."),
    },
    "zh": {
        "all": ("每一项都要做，且只做一次。", "所有项目都要排进去，各一次。"),
        "least": ("至少选{least}项，不重复。", "计划里不少于{least}项，每项最多一次。"),
        "hours": ("每天不超过{hours}小时。", "一天最多{hours}小时。"),
        "must": ("其中必须有{names}。", "不能漏掉{names}。"),
        "before": ("“{0}”要排在“{1}”之前。", "先“{0}”，后“{1}”（可以同一天）。"),
        "fixed": ("“{0}”安排在第{1}天。", "第{1}天要有“{0}”。"),
        "closed": ("第{1}天不能安排“{0}”。", "“{0}”在第{1}天不行。"),
        "budget": ("总花费不超过{budget}元。", "预算为{budget}元。"),
    },
}
LEADS = {
    "en": (
        "Here is a plan for {days} days:",
        "This plan meets all conditions:",
        "One way to spend the {days} days:",
        "The {count} parts fit in like this:",
        "A schedule that works:",
    ),
    "zh": (
        "{days}天的计划如下：",
        "下面的安排满足全部条件：",
        "{days}天可以这样安排：",
        "这{count}项可以这样排：",
        "一个可行的日程：",
    ),
}
