"""Abbreviations with what they stand for in English and Chinese, by field; and sentences that tell two senses apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviation:
    short: str
    field: str
    en: str
    zh: str


FIELDS = {
    "organizations": {"en": "international bodies and authorities", "zh": "国际组织与机构"},
    "computing": {"en": "computing", "zh": "计算机"},
    "electronics": {"en": "electronics and engineering", "zh": "电子与工程"},
    "health": {"en": "biology and medicine", "zh": "生物与医学"},
    "business": {"en": "business and the economy", "zh": "商业与经济"},
    "everyday": {"en": "everyday life", "zh": "日常生活"},
    "chinese": {"en": "", "zh": "汉语简称"},
}
_ROWS = {
    "organizations": "UN=United Nations=联合国|WHO=World Health Organization=世界卫生组织|"
    "WTO=World Trade Organization=世界贸易组织|IMF=International Monetary Fund=国际货币基金组织|"
    "EU=European Union=欧洲联盟|NATO=North Atlantic Treaty Organization=北大西洋公约组织|"
    "OPEC=Organization of the Petroleum Exporting Countries=石油输出国组织|"
    "IAEA=International Atomic Energy Agency=国际原子能机构|"
    "ICAO=International Civil Aviation Organization=国际民用航空组织|ILO=International Labour "
    "Organization=国际劳工组织|"
    "IOC=International Olympic Committee=国际奥林匹克委员会|"
    "NASA=National Aeronautics and Space Administration=美国国家航空航天局|"
    "FBI=Federal Bureau of Investigation=美国联邦调查局|CIA=Central Intelligence Agency=美国中央情报局|"
    "BBC=British Broadcasting Corporation=英国广播公司|WWF=World Wide Fund for Nature=世界自然基金会|"
    "ISO=International Organization for Standardization=国际标准化组织|NGO=non-governmental organization=非政府组织",
    "computing": "CPU=central processing unit=中央处理器|GPU=graphics processing unit=图形处理器|"
    "RAM=random-access memory=随机存取存储器|ROM=read-only memory=只读存储器|USB=Universal Serial Bus=通用串行总线|"
    "HTML=Hypertext Markup Language=超文本标记语言|HTTP=Hypertext Transfer Protocol=超文本传输协议|"
    "FTP=File Transfer Protocol=文件传输协议|URL=Uniform Resource Locator=统一资源定位符|WWW=World Wide Web=万维网|"
    "PDF=Portable Document Format=便携式文档格式|DNS=Domain Name System=域名系统|LAN=local area network=局域网|"
    "WAN=wide area network=广域网|VPN=virtual private network=虚拟专用网|SQL=Structured Query Language=结构化查询语言|"
    "API=application programming interface=应用程序编程接口|GUI=graphical user interface=图形用户界面|"
    "OS=operating system=操作系统|AI=artificial intelligence=人工智能|VR=virtual reality=虚拟现实|"
    "AR=augmented reality=增强现实|SSD=solid-state drive=固态硬盘|CAD=computer-aided design=计算机辅助设计|"
    "OCR=optical character recognition=光学字符识别|ISP=Internet service provider=互联网服务提供商|"
    "IoT=Internet of Things=物联网|TCP=Transmission Control Protocol=传输控制协议",
    "electronics": "LED=light-emitting diode=发光二极管|LCD=liquid crystal display=液晶显示器|"
    "IC=integrated circuit=集成电路|GPS=Global Positioning System=全球定位系统|AC=alternating current=交流电|"
    "DC=direct current=直流电|FM=frequency modulation=调频|AM=amplitude modulation=调幅|"
    "NFC=near-field communication=近场通信|RFID=radio-frequency identification=射频识别|"
    "UPS=uninterruptible power supply=不间断电源|ABS=anti-lock braking system=防抱死制动系统|EV=electric "
    "vehicle=电动汽车|"
    "UV=ultraviolet=紫外线|SMS=Short Message Service=短信服务",
    "health": "DNA=deoxyribonucleic acid=脱氧核糖核酸|RNA=ribonucleic acid=核糖核酸|"
    "HIV=human immunodeficiency virus=人类免疫缺陷病毒|MRI=magnetic resonance imaging=磁共振成像|"
    "CT=computed tomography=计算机断层扫描|ICU=intensive care unit=重症监护室|BMI=body mass index=身体质量指数|"
    "PPE=personal protective equipment=个人防护装备|ATP=adenosine triphosphate=三磷酸腺苷",
    "business": "GDP=gross domestic product=国内生产总值|GNP=gross national product=国民生产总值|"
    "CPI=consumer price index=消费者物价指数|VAT=value added tax=增值税|CEO=chief executive officer=首席执行官|"
    "CFO=chief financial officer=首席财务官|CTO=chief technology officer=首席技术官|HR=human resources=人力资源|"
    "PR=public relations=公共关系|IPO=initial public offering=首次公开募股|"
    "MBA=Master of Business Administration=工商管理硕士|ATM=automated teller machine=自动取款机|"
    "PIN=personal identification number=个人识别码|EEZ=exclusive economic zone=专属经济区",
    "everyday": "GMT=Greenwich Mean Time=格林尼治标准时间|UTC=Coordinated Universal Time=协调世界时|"
    "DIY=do it yourself=自己动手|VIP=very important person=贵宾|ETA=estimated time of arrival=预计到达时间|"
    "ASAP=as soon as possible=尽快|FYI=for your information=供参考|SUV=sport utility vehicle=运动型多用途汽车|"
    "IQ=intelligence quotient=智商|MVP=most valuable player=最有价值球员|PE=physical education=体育|"
    "ISBN=International Standard Book Number=国际标准书号|BC=before Christ=公元前|"
    "UFO=unidentified flying object=不明飞行物|FAQ=frequently asked questions=常见问题",
    "chinese": "奥运会==奥林匹克运动会|残奥会==残疾人奥林匹克运动会|亚运会==亚洲运动会|世锦赛==世界锦标赛|"
    "春晚==春节联欢晚会|"
    "高铁==高速铁路|地铁==地下铁道|公交==公共交通|超市==超级市场|环保==环境保护|科技==科学技术|外贸==对外贸易|"
    "初中==初级中学|高中==高级中学|"
    "家电==家用电器|电邮==电子邮件|邮编==邮政编码|民航==民用航空|化肥==化学肥料|军训==军事训练|社科==社会科学|"
    "北大==北京大学|清华==清华大学|"
    "北师大==北京师范大学|复旦==复旦大学|联大==联合国大会|安理会==安全理事会|彩电==彩色电视机",
}
ABBREVIATIONS = tuple(
    Abbreviation(*(parts[0], field, *parts[1:]))
    for field, rows in _ROWS.items()
    for parts in (row.split("=") for row in rows.split("|"))
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a short form, and sentences in which it has that sense."""

    short: str
    en: str
    zh: str
    sentences: dict[str, tuple[str, ...]]


_SENSES = """
PC;personal computer;个人电脑
    the PC on {name}'s desk needs a new keyboard/{name} installed more memory in the old PC
    {name}桌上的PC要换新键盘/{name}给旧PC加了内存
PC;police constable;警员
    PC {name} wrote out a ticket on the street corner/a thief was arrested by PC {name} last night
    PC{name}在街角开了一张罚单/PC{name}昨晚抓住了一个小偷
CD;compact disc;光盘
    {name} put the CD with the piano songs into the player/a scratch on the CD made {name}'s song jump
    {name}把那张CD放进播放机听歌/CD上的划痕让{name}的歌跳了一段
CD;certificate of deposit;存款单
    the bank pays {name} three per cent on a one-year CD/{name} put savings into a CD with a fixed interest rate
    银行给{name}的一年期CD付百分之三的利息/{name}把积蓄存成固定利率的CD
AC;alternating current;交流电
    {name} learns that the socket in the wall supplies AC at fifty hertz/{name}'s transformer only works with AC
    {name}学到墙上插座提供五十赫兹的AC/{name}的变压器只能用于AC
AC;air conditioning;空调
    it was so hot that {name} turned on the AC/{name} shut the windows because the AC was cooling the room
    天太热了，{name}打开了AC/AC正在给房间降温，{name}关上了窗户
GP;general practitioner;全科医生
    {name} had a cough and went to see the GP/the GP wrote {name} a prescription
    {name}咳嗽，去看了GP/GP给{name}开了处方
GP;Grand Prix;大奖赛
    the racing driver {name} won the GP of Monaco/{name} watched the cars line up for the GP
    赛车手{name}赢得了摩纳哥GP/{name}看着赛车为GP排好位
IP;Internet Protocol;网际协议
    {name}'s router gave the laptop a new IP address/{name} looked up the IP packets on the network
    {name}的路由器给电脑分配了新的IP地址/{name}在网络上查看IP数据包
IP;intellectual property;知识产权
    the lawyer {name} defends the IP of an inventor/patents and copyrights belong to the IP of {name}'s company
    律师{name}为发明人维护IP/专利和版权属于{name}公司的IP
MP;Member of Parliament;议员
    the MP {name} gave a speech in the House of Commons/voters wrote to their MP {name} about the new law
    MP{name}在下议院发表了演说/选民就新法律写信给MP{name}
MP;megapixel;百万像素
    the camera of {name}'s phone takes pictures of 48 MP/{name} wants a camera sensor of at least 24 MP
    {name}手机的相机有4800万像素，也就是48MP/{name}想要传感器至少24MP的相机
PM;prime minister;首相
    the PM {name} formed a new cabinet/PM {name} met the king and the ministers
    PM{name}组成了新内阁/PM{name}会见了国王和大臣
PM;afternoon;下午
    {name}'s train leaves at 3 PM/the shop closes at 6 PM, says {name}
    {name}的火车3:00 PM开/{name}说商店6:00 PM关门
OS;operating system;操作系统
    {name} updates the OS of the laptop every month/the programmer {name} installed another OS
    {name}每个月更新电脑的OS/程序员{name}装了另一种OS
OS;Ordnance Survey;英国地形测量局
    {name} takes an OS map along for the walk over the moors/the hills are drawn with contours on {name}'s OS sheet
    {name}带着OS地图在英国荒原徒步/{name}的OS图幅上用等高线画出山丘
BA;Bachelor of Arts;文学学士
    {name} studied history and took a BA at the university/{name} holds a BA in French
    {name}在大学读历史，拿到了BA学位/{name}有法语专业的BA学位
BA;British Airways;英国航空
    {name} flew to London with BA/the BA plane with {name} on board landed late
    {name}乘BA的航班飞往伦敦/{name}坐的BA飞机晚点降落
"""


def _senses() -> tuple[Sense, ...]:
    rows = [row.strip() for row in _SENSES.strip().splitlines()]
    found = []
    for head, english, chinese in zip(rows[::3], rows[1::3], rows[2::3], strict=True):
        short, en, zh = head.split(";")
        found.append(Sense(short, en, zh, {"en": tuple(english.split("/")), "zh": tuple(chinese.split("/"))}))
    return tuple(found)


SENSES = _senses()
LITTLE = ("of", "and", "for", "the")
"""Words that an acronym leaves out."""
PHRASE = {
    "first": "United|National|Royal|Northern|Central|Young|Open|Local|Global|Eastern|General|Modern|Independent".split(
        "|"
    ),
    "body": "Society|Club|Union|League|Academy|Council|Institute|Association|Bureau|Forum|Group|Office".split("|"),
    "matter": "Kite|Garden|Mountain|River|Puzzle|Bread|Violin|History|Bicycle|Radio|Teapot|Weather|Ocean|Chess".split(
        "|"
    ),
    "people": "Lovers|Builders|Teachers|Readers|Explorers|Volunteers|Makers|Owners|Keepers|Writers|Judges".split("|"),
}
