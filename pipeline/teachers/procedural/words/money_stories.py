"""Stories for sums about money: by kind and language, several tellings, what a harder version adds, and the question.

The figures are a, b, c and, in the harder version, e; `unit` is the currency.
"""

STORIES = {
    "simple": {
        "en": (
            "{name} puts {a} {unit} into an account that pays {b}% simple interest a year and leaves it for {c} years.",
            "{name} lends {other} {a} {unit} for {c} years at {b}% simple interest a year.",
            "A bond of {a} {unit} in {name}'s drawer bears {b}% simple interest a year and runs for {c} years.",
        ),
        "zh": (
            "{name}把{a}{unit}存入银行，年利率{b}%，按单利计算，存{c}年。",
            "{name}借给{other}{a}{unit}，借期{c}年，年利率{b}%，按单利计息。",
            "{name}买了面值{a}{unit}的债券，单利，年利率{b}%，期限{c}年。",
        ),
    },
    "compound": {
        "en": (
            "{name} invests {a} {unit} at {b}% interest a year, compounded yearly, for {c} years.",
            "A savings plan turns {name}'s {a} {unit} over at {b}% a year; interest is added to the capital each year. "
            "It runs for {c} years.",
            "{name}'s aunt leaves {a} {unit} in an account with {b}% compound interest a year for {c} years.",
        ),
        "zh": (
            "{name}投资{a}{unit}，年利率{b}%，每年计一次复利，共{c}年。",
            "{name}的理财账户有{a}{unit}，每年按{b}%计息并把利息并入本金，共{c}年。",
            "{name}的姑姑把{a}{unit}存了{c}年，年利率{b}%，按复利计算（每年一次）。",
        ),
    },
    "discount": {
        "en": (
            "In a shop {name} sees a coat for {a} {unit}; in the sale it is {b}% cheaper. {name} buys {c} of them.",
            "{name} orders {c} chairs at {a} {unit} each and gets a discount of {b}% on the whole order.",
            "The list price of a lamp is {a} {unit}. {name} takes {c} lamps and pays {b}% less than the list price.",
        ),
        "zh": (
            "大衣原价每件{a}{unit}，促销时降价{b}%，{name}买了{c}件。",
            "{name}订购{c}把椅子，每把{a}{unit}，整单优惠{b}%。",
            "一盏台灯标价{a}{unit}，{name}买{c}盏，比标价便宜{b}%。",
        ),
    },
    "vat": {
        "en": (
            "{name} writes an invoice for {c} hours of work at {a} {unit} an hour; value added tax of {b}% comes on "
            "top.",
            "A supplier charges {name} {a} {unit} net for each of {c} boxes and adds {b}% VAT.",
            "Net of tax, a ticket costs {a} {unit}. {name} buys {c}; the tax rate is {b}%.",
        ),
        "zh": (
            "{name}开发票：工作{c}小时，每小时{a}{unit}，另加{b}%的增值税。",
            "供应商向{name}供货{c}箱，每箱不含税价{a}{unit}，另收{b}%增值税。",
            "门票不含税价为{a}{unit}，税率{b}%，{name}买了{c}张。",
        ),
    },
    "tax_within": {
        "en": (
            "{name} pays {c} bills of {a} {unit} each; every bill includes {b}% VAT on the net price.",
            "On the till receipt {name} finds {c} items at {a} {unit} each, VAT of {b}% on the net price included.",
            "A shop takes {a} {unit} from each of {c} customers; its prices contain {b}% VAT reckoned on the net "
            "price.",
        ),
        "zh": (
            "{name}付了{c}张账单，每张{a}{unit}，都已含按净价计算的{b}%增值税。",
            "{name}的小票上有{c}件商品，每件含税价{a}{unit}，增值税率为净价的{b}%。",
            "商店向{c}位顾客各收{a}{unit}，价格已含按净价计算的{b}%增值税。",
        ),
    },
    "exchange": {
        "en": (
            "{name} changes {a} {money} into {unit} at {b} {unit} for one of the {money}. The bank keeps {c}% of the "
            "sum "
            "in {unit} as its fee.",
            "Back from a journey, {name} has {a} {money} left. One of them buys {b} {unit}; the bureau takes {c}% off "
            "what it pays out.",
            "{other} sends {name} {a} {money}. They are turned into {unit} at a rate of {b}, and {c}% of the result "
            "goes "
            "to the bank.",
        ),
        "zh": (
            "{name}把{a}{money}兑换成{unit}，1{money}兑{b}{unit}，银行从所得{unit}中收取{c}%的手续费。",
            "{name}旅行回来还剩{a}{money}，1{money}可换{b}{unit}，兑换点从付款中扣{c}%。",
            "{other}给{name}汇了{a}{money}，按1比{b}折算成{unit}，再扣除{c}%的费用。",
        ),
    },
    "instalments": {
        "en": (
            "{name} buys a bicycle whose cash price is {a} {unit} in {c} monthly instalments of {b} {unit} each.",
            "A sofa costs {a} {unit} in cash. {name} pays {b} {unit} a month for {c} months instead.",
            "Instead of {a} {unit} at once, {name} chooses {c} payments of {b} {unit} for a computer.",
        ),
        "zh": (
            "一辆自行车现金价{a}{unit}，{name}分{c}个月付款，每月付{b}{unit}。",
            "沙发一次付清要{a}{unit}，{name}改为每月付{b}{unit}，付{c}个月。",
            "{name}买电脑不一次付{a}{unit}，而是分{c}期，每期{b}{unit}。",
        ),
    },
    "flat_loan": {
        "en": (
            "{name} borrows {a} {unit} for {c} years at a flat rate of {b}% of the loan a year and pays loan and "
            "interest "
            "back in equal monthly instalments.",
            "A dealer lends {name} {a} {unit}. Interest is {b}% of the sum lent for each of {c} years; everything is "
            "paid "
            "in equal monthly parts over that time.",
            "{name}'s loan of {a} {unit} runs for {c} years, with {b}% of the original loan as interest for every "
            "year; "
            "the monthly payments are all equal.",
        ),
        "zh": (
            "{name}贷款{a}{unit}，期限{c}年，每年利息为贷款额的{b}%，本息合计后按月等额偿还。",
            "商家借给{name}{a}{unit}，共{c}年，每年按原借款的{b}%计息，本息在期限内按月平均还清。",
            "{name}借了{a}{unit}，{c}年还清，每年收原借款{b}%的利息，每月还款额相同。",
        ),
    },
    "profit": {
        "en": (
            "{name} buys {c} vases at {a} {unit} each and sells all of them at {b} {unit} each.",
            "A stall of {name}'s gets {c} books for {a} {unit} apiece and sells every one for {b} {unit}.",
            "{name} makes {c} bags; the material for one costs {a} {unit}, and each sells for {b} {unit}.",
        ),
        "zh": (
            "{name}以每只{a}{unit}购进{c}只花瓶，又以每只{b}{unit}全部卖出。",
            "{name}的书摊以每本{a}{unit}进了{c}本书，每本卖{b}{unit}，全部卖完。",
            "{name}做了{c}个布袋，每个材料费{a}{unit}，每个售价{b}{unit}，全部售出。",
        ),
    },
}
MORE = {
    "simple": {"en": "A tax of {e}% is taken off the interest.", "zh": "利息还要缴纳{e}%的税。"},
    "compound": {
        "en": "At the start, a fee of {e} {unit} is taken off before the rest earns interest.",
        "zh": "开始时先扣除{e}{unit}手续费，余下的才计息。",
    },
    "discount": {"en": "A voucher takes another {e}% off what is left.", "zh": "再用一张券，在此基础上又减{e}%。"},
    "vat": {"en": "Before tax, a rebate of {e}% is given.", "zh": "计税之前先让利{e}%。"},
    "tax_within": {
        "en": "On top of this there is one more payment of {e} {unit}, taxed in the same way.",
        "zh": "此外还有一笔{e}{unit}的付款，含税方式相同。",
    },
    "exchange": {
        "en": "After that, a fixed charge of {e} {unit} is deducted too.",
        "zh": "之后还要再扣{e}{unit}的固定费用。",
    },
    "instalments": {
        "en": "With the instalments comes a down payment of {e} {unit}.",
        "zh": "分期付款时另付首付{e}{unit}。",
    },
    "flat_loan": {
        "en": "A handling charge of {e} {unit} is added to loan and interest before they are parted into months.",
        "zh": "另有{e}{unit}手续费，与本息相加后再按月分摊。",
    },
    "profit": {"en": "Rent for the stand is {e} {unit}.", "zh": "摊位租金为{e}{unit}。"},
}
QUESTIONS = {
    "simple": {
        "en": ("How much interest is left in the end?", "What is the interest, less any tax, in all?"),
        "zh": ("最后实际得到多少利息？", "扣除税款（如有）后利息一共是多少？"),
    },
    "compound": {
        "en": ("What is the balance at the end?", "How much is there in the end, capital and interest together?"),
        "zh": ("到期时本息合计多少？", "最后账户里一共有多少钱？"),
    },
    "discount": {
        "en": ("What is to be paid for all of them?", "How much does the purchase cost altogether?"),
        "zh": ("一共要付多少钱？", "总价是多少？"),
    },
    "vat": {
        "en": ("What is the total with tax?", "How much is to be paid, tax included?"),
        "zh": ("含税总额是多少？", "连税一共要付多少？"),
    },
    "tax_within": {
        "en": ("How much VAT is in the whole sum?", "What part of all this is VAT?"),
        "zh": ("总金额中含多少增值税？", "其中增值税一共是多少？"),
    },
    "exchange": {
        "en": ("How much is paid out?", "What does {name} receive in the end?"),
        "zh": ("最后能拿到多少？", "{name}实际得到多少{unit}？"),
    },
    "instalments": {
        "en": ("How much more is that than the cash price?", "What do the instalments cost on top of the cash price?"),
        "zh": ("这样比现金价多付多少？", "分期付款一共多花了多少钱？"),
    },
    "flat_loan": {
        "en": ("How high is one monthly instalment?", "What is to be paid each month?"),
        "zh": ("每月要还多少？", "每期还款额是多少？"),
    },
    "profit": {
        "en": ("What is the profit?", "How much is gained in all?"),
        "zh": ("利润是多少？", "一共赚了多少钱？"),
    },
}
