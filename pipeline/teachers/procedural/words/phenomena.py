"""Everyday phenomena under the one cause that explains them, and which other causes would be half right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """`near` names causes that must not be offered beside this one."""

    key: str
    near: frozenset[str]
    text: dict[str, str]
    effects: dict[str, tuple[str, ...]]


_TEXT = """
refraction - reflection spectrum tension
    light bends when it passes from one material into another=光从一种介质进入另一种介质时会折射
    a straw in a glass of water looks broken=吸管插在水里看起来像折断了
    a pool looks shallower than it is=游泳池看起来比实际浅
    a magnifying glass makes letters look larger=透过放大镜看，字变大了
reflection - refraction spectrum
    a surface throws light back=物体表面反射光
    a calm lake shows the mountains upside down=平静的湖面映出群山的倒影
    the Moon shines without making light of its own=月亮自己不发光却很明亮
    a bicycle's red cat's-eye lights up in the beam of a car=自行车尾部的反光片在车灯下发亮
condensation - evaporation diffusion
    water vapour turns into droplets on something cold=水蒸气遇冷凝结成小水滴
    spectacles mist over when one comes in from the cold=冬天从室外走进屋里，眼镜片蒙上一层雾
    a bottle from the fridge gets wet on the outside=从冰箱取出的瓶子外壁变湿
    dew lies on the grass in the morning=清晨草叶上有露珠
    the bathroom mirror fogs up during a hot shower=洗热水澡时浴室的镜子变模糊
evaporation - condensation diffusion
    a liquid that evaporates takes heat away=液体蒸发时吸收热量
    a swimmer feels cold on coming out of the water=游泳的人上岸后觉得冷
    alcohol rubbed on the skin feels cool=皮肤擦上酒精感觉凉
    sweating keeps a runner from overheating=出汗使跑步的人不至于过热
expansion - freezing altitude
    things expand when they get warmer=物体受热膨胀
    gaps are left between the parts of a steel bridge=钢桥的各段之间留有缝隙
    power lines sag more in summer than in winter=夏天的电线比冬天垂得更低
    a dented table tennis ball pops out again in hot water=瘪了的乒乓球放进热水又鼓起来
    the liquid in a thermometer rises on a hot day=天热时温度计里的液柱上升
inertia - friction
    a body keeps its state of motion until a force changes it=物体具有惯性
    passengers tip forward when a bus brakes=公共汽车刹车时乘客向前倾
    beating a carpet drives out the dust=拍打地毯，灰尘就掉出来
    a coin drops into the glass when the card under it is flicked away=弹走杯口的纸片，上面的硬币落进杯里
static - friction magnet
    rubbing gives things an electric charge=摩擦使物体带上静电
    hair stands up after being combed with a plastic comb=用塑料梳子梳头后头发竖起来
    a jumper crackles when it is pulled off in dry air=干燥天气脱毛衣时噼啪作响
    a balloon rubbed on wool sticks to the wall=气球在毛衣上擦过后能粘在墙上
buoyancy - tension pressure
    a fluid pushes upward on what is in it=流体对其中的物体产生浮力
    a log floats on the river=木头漂在河面上
    a balloon filled with helium rises=充了氦气的气球升上天空
    a steel ship does not sink=钢铁造的轮船不会沉
speed - echo
    light travels much faster than sound=光比声音传播得快得多
    thunder is heard after the lightning is seen=先看到闪电，后听到雷声
    a far-off woodcutter's axe falls before the blow is heard=远处伐木人的斧头落下后才听到响声
    the smoke of a distant starting pistol is seen before its bang is heard=先看到远处发令枪冒烟，后听到枪响
echo - speed
    sound is thrown back by obstacles=声音遇到障碍物被反射
    a shout comes back from the mountain wall=对着山壁喊话能听到回声
    bats find their way in the dark=蝙蝠在黑暗中也能辨别方向
    an empty hall makes every step ring twice=空荡荡的大厅里每一步都有回响
rust - diffusion
    iron reacts with oxygen and water=铁与氧气和水发生反应
    a nail left outdoors turns brown=露天放置的钉子变成褐色
    an unpainted garden gate of iron crumbles over the years=没刷漆的铁栅门多年后一层层剥落
    a bicycle chain goes reddish after a winter in the rain=自行车链条淋了一冬的雨后发红
rotation - tilt tide
    the Earth turns on its axis=地球自转
    day and night follow each other=昼夜交替
    the Sun rises in the east=太阳从东方升起
    the stars seem to circle the pole star in the course of a night=一夜之间群星仿佛绕着北极星转圈
tilt - rotation tide
    the axis of the Earth is tilted as it goes round the Sun=地球绕太阳公转且地轴倾斜
    there are four seasons in Europe=欧洲一年有四季
    the Sun does not set at the North Cape in June=六月的北角太阳整天不落
    days are longer in summer than in winter=夏天的白天比冬天长
tide - rotation tilt
    the gravity of the Moon pulls at the water=月球的引力牵动水体
    the sea rises and falls about twice a day at the coast=海边的水位每天大约涨落两次
    a mudflat falls dry and is flooded again some hours later=滩涂露出水面，几小时后又被淹没
pressure - buoyancy altitude friction
    the smaller the area, the greater the pressure of the same force=受力面积越小，压强越大
    a sharp knife cuts better than a blunt one=锋利的刀比钝刀好切
    the point of a drawing pin goes into the board easily=图钉的尖很容易扎进木板
    high heels leave dents in a wooden floor=高跟鞋在木地板上留下小坑
altitude - pressure expansion
    the air gets thinner and its pressure lower with height=海拔越高，空气越稀薄，气压越低
    ears pop as a plane climbs=飞机爬升时耳朵有胀痛感
    water boils below 100 °C on a high mountain=高山上水不到100℃就沸腾
    climbers on the highest peaks need bottled oxygen=攀登最高峰的人要带氧气瓶
friction - inertia static pressure
    friction acts between surfaces that touch=接触面之间有摩擦力
    sand is strewn on icy roads=结冰的路面上要撒沙子
    hands get warm when they are rubbed together=双手互搓会发热
    tyres have a deep tread=轮胎上有很深的花纹
freezing - expansion
    water takes up more room when it freezes=水结冰时体积变大
    water pipes burst in a hard frost=严寒时水管被冻裂
    a full glass bottle cracks in the freezer=装满水的玻璃瓶在冷冻室里破裂
    rocks split in winter where water has seeped into them=渗了水的岩石冬天会裂开
fermentation - diffusion
    yeast gives off gas as it feeds on sugar=酵母分解糖分时放出气体
    bread dough rises in a warm place=面团放在温暖处会发起来
    holes form in the crumb of a loaf=面包里有许多小孔
magnet - static rotation
    magnets act on iron and on one another=磁体对铁和其他磁体有作用力
    a compass needle points north=指南针指向北方
    paper clips jump to a horseshoe of steel=回形针被吸到马蹄形磁铁上
spectrum - refraction reflection
    white light is a mixture of all colours=白光由各种色光组成
    a prism turns sunlight into a coloured band=三棱镜把阳光变成彩色光带
    a rainbow shows many colours=彩虹有许多颜色
capillarity - diffusion tension
    liquids climb in narrow gaps=液体会沿细小的缝隙上升
    a paper towel soaks up spilled tea=纸巾吸干洒出的茶水
    oil rises in the wick of a lamp=灯油沿灯芯上升
diffusion - condensation evaporation capillarity rust fermentation
    particles spread by themselves wherever they can move=微粒会自行扩散
    a drop of ink colours a whole glass of still water=一滴墨水染遍一杯静水
    the scent of a perfume is smelled in the far corner of a room=房间另一头也能闻到香水味
tension - buoyancy capillarity refraction
    the surface of water behaves like a stretched skin=水的表面像一层绷紧的薄膜
    water striders walk on a pond=水黾能在池塘水面上行走
    small drops of water are round=小水珠呈球形
"""


def _causes() -> tuple[Cause, ...]:
    found: list[tuple[tuple[str, frozenset[str]], list[list[str]]]] = []
    for line in _TEXT.strip().splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip().split("="))
        else:
            key, _, near = line.partition(" - ")
            found.append(((key, frozenset(near.split())), []))
    return tuple(
        Cause(
            key,
            near,
            {"en": rows[0][0], "zh": rows[0][1]},
            {"en": tuple(row[0] for row in rows[1:]), "zh": tuple(row[1] for row in rows[1:])},
        )
        for (key, near), rows in found
    )


CAUSES = _causes()
