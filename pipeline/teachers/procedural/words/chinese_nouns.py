"""Common Chinese nouns of two characters and more, by what one can put for another, found in a text by their form."""

from functools import cache

_KINDS = {
    "people": """
        读者 旅客 工作人员 邻居 管理员 用户 渔民 商人 孩子们 老师 学生 同学 居民
        消防员 老板 客人 上班族 校长 工人 农民 医生 护士 司机 警察 作家 画家 歌手
        演员 记者 律师 工程师 科学家 教授 士兵 顾客 观众 游客 市民 村民 朋友 父母
        专家 志愿者 运动员 教练 作者 译者 编辑 船长 水手 厨师 服务员 店员 经理 同事""",
    "places": """
        图书馆 火车站 车站 站台 窗口 餐厅 药店 菜园 院子 山谷 平原 港口 博物馆 展厅
        村庄 城市 街道 道路 咖啡馆 学校 操场 终点 医院 公园 市场 商店 超市 工厂 农场
        机场 码头 广场 剧院 电影院 体育馆 教室 宿舍 办公室 会议室 银行 邮局 酒店 宾馆
        花园 森林 沙漠 海滩 岛屿 湖泊 河流 高山 大海 草原 乡村 小镇 首都 桥梁 隧道
        仓库 实验室 地区 房间 厨房 客厅""",
    "things": """
        借书证 报纸 旧书 新书 手机 车票 列车 肥料 水桶 文件 硬盘 服务器 小船 茶叶
        丝绸 文物 陶器 化石 模型 公共汽车 咖啡豆 奖状 地址 路由器 花粉 花蜜 蜂巢 果实
        番茄 黄瓜 菠菜 蔬菜 水稻 小麦 备份 数据 电脑 键盘 屏幕 照片 相机 地图 钥匙
        雨伞 书包 铅笔 杂志 信件 礼物 玩具 家具 桌子 椅子 窗户 机器 工具 汽车 自行车
        飞机 轮船 衣服 帽子 鞋子 药品 面包 牛奶 鸡蛋 水果 苹果 大米 玉米 棉花 木材
        石油 煤炭 钢铁 黄金 植物 动物 昆虫 蜜蜂 鲜花 树木""",
    "ideas": """
        借期 时间 窗口 系统 方法 算法 顺序 元素 基准 内存 农业 手工业 团体 降水 雨势
        交通 香味 音乐会 协议 信息 道路 错误 比赛 成绩 舞蹈 方向 距离 温度 问题 计划
        目标 结果 原因 过程 经验 历史 文化 艺术 音乐 文学 语言 科学 技术 经济 政策
        法律 制度 教育 健康 环境 气候 天气 风景 故事 新闻 节目 活动 会议 任务 项目
        质量 价格 成本 收入 市场 服务 规则 程序 函数 变量 参数 接口 网络 模块 版本
        类型 格式 字符 列表 对象 内容 标题 章节 例子 功能 速度 压力 能量""",
}


@cache
def chinese_kinds() -> dict[str, str]:
    """The kind of each noun; a noun that serves as several has the first."""
    found: dict[str, str] = {}
    for kind, text in _KINDS.items():
        for word in text.split():
            found.setdefault(word, kind)
    return found
