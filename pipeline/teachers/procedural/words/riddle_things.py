"""Things that riddles are about, and what each may say of itself.

Where a clue is half true of a thing, it is doubtful: a clue, who fits it, who is doubtful.
"""

NAMES = (
    "clock=时钟|watch=手表|comb=梳子|saw=锯子|needle=针|book=书|notebook=笔记本|umbrella=雨伞|candle=蜡烛|lamp=灯|"
    "river=河|"
    "mirror=镜子|shoe=鞋|sock=袜子|glove=手套|chair=椅子|table=桌子|bed=床|bottle=瓶子|bucket=水桶|cup=杯子|piano=钢琴|"
    "guitar=吉他|drum=鼓|key=钥匙|door=门|window=窗户|stamp=邮票|map=地图|egg=鸡蛋|onion=洋葱|apple=苹果|snowman=雪人|"
    "ice cube=冰块|cloud=云|shadow=影子|kite=风筝|bell=铃铛|pencil=铅笔|pen=钢笔|chalk=粉笔|eraser=橡皮|ladder=梯子|"
    "broom=扫帚|sponge=海绵|towel=毛巾|net=渔网|sieve=筛子|train=火车|bicycle=自行车|ship=轮船|plane=飞机|spoon=勺子|"
    "knife=刀|scissors=剪刀"
)
CLUES = """
I have teeth but never bite=我有牙齿却不咬人;comb saw;key
I have legs but cannot walk=我有腿却不会走路;chair table bed;piano ladder lamp
I have wheels=我有轮子;train bicycle;plane piano bed chair bucket table clock watch
I have an eye but cannot see=我有眼却看不见;needle;
I have keys but open no door=我有很多键却打不开门;piano;key
I make music=我能奏出音乐;piano guitar drum;bell saw comb clock watch spoon bottle cup
you wear me on your feet=你把我穿在脚上;shoe sock;
I come in pairs=我总是成双成对;shoe sock glove;scissors drum spoon window
I take people from place to place=我载着人们去别的地方;train bicycle ship plane;ladder shoe river
I am up in the sky=我在天上;plane cloud kite;
I get smaller the more I am used=我越用越小;candle pencil chalk eraser;onion apple ice_cube notebook broom sponge
I give light=我能发光;candle lamp;clock watch train bicycle ship plane mirror window
I soak up water=我能吸水;sponge towel;sock glove shoe chalk book notebook broom cloud bed map
I am full of holes=我浑身是洞;sponge net sieve;sock glove shoe bed lamp
I show you your own face=我照出你自己的脸;mirror;river window spoon knife lamp watch clock
I have hands but cannot clap=我有指针般的手却不会鼓掌;clock watch;glove
I tell the time=我告诉你时间;clock watch;bell shadow candle
you wear me on your wrist=你把我戴在手腕上;watch;
I have pages but no voice=我有书页却不出声;book notebook;map
you write with me=你用我写字;pencil pen chalk;needle
I melt in the sun=我在太阳下会融化;snowman ice_cube;candle cloud eraser
you must break me before you can cook me=不打破我就没法炒我;egg;onion apple
I make the cook cry=切我的厨师会流泪;onion;knife
you can eat me=我可以吃;egg onion apple;ice_cube snowman
I help you climb up=我帮你往上爬;ladder;chair table
you turn me in a lock=你把我插进锁里转动;key;
I can be opened and shut=我能打开也能合上;door window book notebook umbrella scissors;piano map bottle eraser \
watch clock lamp egg bucket cup pen bed comb table train ship plane glove knife
I am useful for cutting=我能用来切或剪;knife scissors saw;
I keep the rain off your head=我替你挡雨;umbrella;door window
I sweep the floor=我清扫地面;broom;sponge towel
I ring when I am shaken=我一摇就响;bell;key drum clock
I follow you when the sun shines=太阳一出我就跟着你;shadow;cloud
I have a bed but never sleep=我有床却从不睡觉;river;train ship
I run but have no legs=我会跑却没有腿;river;train clock watch bicycle ship
I have a neck but no head=我有脖子却没有头;bottle guitar;
I hold water without a leak=我能盛水而不漏;bottle bucket cup;spoon glove shoe egg river cloud
I travel the world yet stay in a corner=我走遍世界却总待在角落;stamp;
I have cities but no houses=我有城市却没有房屋;map;book
"""
