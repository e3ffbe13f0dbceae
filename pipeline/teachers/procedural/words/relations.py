"""Pairs of words in a relation, for analogies: by relation, "first>second" in English and in Chinese."""

RELATIONS = {
    "opposite": {
        "en": (
            "hot>cold|long>short|wet>dry|full>empty|day>night|early>late|open>shut|heavy>light|fast>slow|"
            "rich>poor|sharp>blunt|strong>weak|old>new|up>down|war>peace|question>answer|buy>sell|"
            "remember>forget|win>lose|north>south"
        ),
        "zh": (
            "热>冷|长>短|湿>干|满>空|白天>黑夜|早>晚|开>关|重>轻|快>慢|贫穷>富有|锋利>迟钝|强>弱|新>旧|上>下|"
            "战争>和平|问题>答案|买>卖|记得>忘记|胜>败|南>北"
        ),
    },
    "young": {
        "en": (
            "dog>puppy|cat>kitten|cow>calf|horse>foal|sheep>lamb|pig>piglet|hen>chick|duck>duckling|"
            "goose>gosling|swan>cygnet|goat>kid|bear>cub|deer>fawn|frog>tadpole"
        ),
        "zh": (
            "狗>小狗|猫>小猫|牛>牛犊|马>马驹|羊>羊羔|猪>猪仔|鸡>雏鸡|鸭>小鸭|鹅>小鹅|虎>虎崽|熊>熊崽|鹿>小鹿|"
            "青蛙>蝌蚪|蝴蝶>毛毛虫"
        ),
    },
    "material": {
        "en": (
            "bread>flour|wine>grapes|cheese>milk|paper>wood|chocolate>cocoa|glass>sand|wool jumper>yarn|"
            "omelette>eggs|tofu>soybeans|brick>clay|candle>wax|tyre>rubber"
        ),
        "zh": (
            "面包>面粉|葡萄酒>葡萄|奶酪>牛奶|纸>木材|巧克力>可可豆|玻璃>石英砂|毛衣>毛线|炒蛋>鸡蛋|豆腐>大豆|"
            "砖>黏土|蜡烛>石蜡|轮胎>橡胶"
        ),
    },
    "tool": {
        "en": (
            "painter>brush|carpenter>saw|tailor>needle|fisherman>net|writer>pen|photographer>camera|"
            "gardener>spade|drummer>drumsticks|blacksmith>anvil|astronomer>telescope|barber>razor|"
            "miner>pickaxe"
        ),
        "zh": (
            "画家>画笔|木匠>锯子|裁缝>针线|渔夫>渔网|作家>钢笔|摄影师>照相机|园丁>铲子|鼓手>鼓槌|铁匠>铁砧|"
            "天文学家>望远镜|理发师>剃刀|矿工>镐"
        ),
    },
    "place": {
        "en": (
            "teacher>school|cook>kitchen|nurse>hospital|farmer>field|actor>stage|judge>court|sailor>ship|"
            "baker>bakery|librarian>library|waiter>restaurant|scientist>laboratory|monk>monastery"
        ),
        "zh": (
            "教师>学校|厨师>厨房|护士>医院|农民>田野|演员>舞台|法官>法院|水手>轮船|面包师>面包房|"
            "图书管理员>图书馆|服务员>餐厅|科学家>实验室|僧人>寺院"
        ),
    },
}
