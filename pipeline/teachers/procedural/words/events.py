"""Events with a year that nobody disputes: the year, then the event in English and in Chinese."""

from dataclasses import dataclass

_ROWS = """1066 the Battle of Hastings=黑斯廷斯战役
1215 the sealing of Magna Carta=英国《大宪章》的签署
1271 the naming of the Yuan dynasty by Kublai Khan=忽必烈定国号为元
1368 the founding of the Ming dynasty=明朝建立
1453 the Ottoman conquest of Constantinople=奥斯曼帝国攻占君士坦丁堡
1492 the first voyage of Columbus to the Americas=哥伦布首次到达美洲
1498 the arrival of Vasco da Gama in India=达·伽马到达印度
1517 the Ninety-five Theses of Martin Luther=马丁·路德发表《九十五条论纲》
1522 the completion of the first voyage around the world=麦哲伦船队完成环球航行
1543 the printing of Copernicus's great work on the heavens=哥白尼《天体运行论》出版
1588 the defeat of the Spanish Armada=西班牙无敌舰队战败
1598 the Edict of Nantes=法国颁布《南特敕令》
1600 the founding of the English East India Company=英国东印度公司成立
1607 the founding of Jamestown in Virginia=弗吉尼亚詹姆斯敦建立
1620 the voyage of the Mayflower=“五月花”号抵达北美洲
1648 the Peace of Westphalia=《威斯特伐利亚和约》签订
1649 the execution of Charles I of England=英国国王查理一世被处死
1666 the Great Fire of London=伦敦大火
1687 the printing of Newton's Principia=牛顿《自然哲学的数学原理》出版
1688 the Glorious Revolution in England=英国光荣革命
1707 the union of England and Scotland into Great Britain=英格兰与苏格兰合并为大不列颠王国
1755 the great earthquake of Lisbon=里斯本大地震
1776 the American Declaration of Independence=美国发表《独立宣言》
1781 the discovery of Uranus=天王星被发现
1783 the first manned balloon flight of the Montgolfiers=蒙哥尔费兄弟的热气球首次载人飞行
1787 the signing of the Constitution of the United States=美国宪法签署
1789 the storming of the Bastille=巴黎人民攻占巴士底狱
1796 Edward Jenner's first vaccination against smallpox=琴纳首次接种牛痘
1803 the Louisiana Purchase=美国购买路易斯安那
1804 the coronation of Napoleon as emperor=拿破仑加冕称帝
1805 the Battle of Trafalgar=特拉法尔加海战
1815 the Battle of Waterloo=滑铁卢战役
1822 the independence of Brazil from Portugal=巴西脱离葡萄牙独立
1825 the opening of the Stockton and Darlington Railway=斯托克顿至达灵顿铁路通车
1837 the accession of Queen Victoria=英国维多利亚女王即位
1842 the Treaty of Nanking=中英签订《南京条约》
1848 the printing of the Communist Manifesto=《共产党宣言》发表
1851 the Great Exhibition in London=伦敦万国博览会
1859 the publication of Darwin's On the Origin of Species=达尔文《物种起源》出版
1861 the emancipation of the serfs in Russia=俄国废除农奴制
1863 the founding of the Red Cross=红十字国际委员会成立
1865 the assassination of Abraham Lincoln=林肯总统遇刺
1867 the purchase of Alaska by the United States=美国购买阿拉斯加
1868 the Meiji Restoration in Japan=日本明治维新开始
1869 the opening of the Suez Canal=苏伊士运河通航
1871 the proclamation of the German Empire at Versailles=德意志帝国在凡尔赛宫宣告成立
1876 Bell's patent for the telephone=贝尔获得电话专利
1889 the opening of the Eiffel Tower=埃菲尔铁塔落成
1895 the discovery of X-rays by Röntgen=伦琴发现X射线
1896 the first modern Olympic Games in Athens=第一届现代奥运会在雅典举行
1898 the discovery of radium by the Curies=居里夫妇发现镭
1901 the award of the first Nobel Prizes=首次颁发诺贝尔奖
1903 the first powered flight of the Wright brothers=莱特兄弟首次动力飞行
1905 Einstein's paper on special relativity=爱因斯坦提出狭义相对论
1906 the great earthquake of San Francisco=旧金山大地震
1911 Amundsen's arrival at the South Pole=阿蒙森到达南极点
1912 the sinking of the Titanic=泰坦尼克号沉没
1914 the opening of the Panama Canal=巴拿马运河通航
1917 the October Revolution in Russia=俄国十月革命
1918 the armistice that ended the First World War=第一次世界大战停战
1919 the Treaty of Versailles=《凡尔赛条约》签订
1920 the founding of the League of Nations=国际联盟成立
1922 the discovery of Tutankhamun's tomb=图坦卡蒙墓被发现
1923 the proclamation of the Republic of Turkey=土耳其共和国成立
1927 Lindbergh's solo flight across the Atlantic=林德伯格独自飞越大西洋
1928 the discovery of penicillin by Fleming=弗莱明发现青霉素
1929 the Wall Street crash=华尔街股市大崩盘
1930 the discovery of Pluto=冥王星被发现
1931 the opening of the Empire State Building=纽约帝国大厦落成
1939 the German invasion of Poland=德国入侵波兰
1941 the attack on Pearl Harbor=日本偷袭珍珠港
1944 the Allied landing in Normandy=盟军诺曼底登陆
1945 the founding of the United Nations=联合国成立
1947 the independence of India=印度独立
1948 the Universal Declaration of Human Rights=《世界人权宣言》通过
1949 the founding of the People's Republic of China=中华人民共和国成立
1953 the first ascent of Mount Everest=人类首次登上珠穆朗玛峰
1957 the launch of Sputnik 1=第一颗人造地球卫星发射
1961 the first flight of a human into space=加加林进入太空
1962 the Cuban missile crisis=古巴导弹危机
1963 the assassination of John F. Kennedy=肯尼迪总统遇刺
1967 the first human heart transplant=首例人类心脏移植手术
1969 the first landing of people on the Moon=人类首次登上月球
1971 the restoration of China's seat in the United Nations=中国恢复联合国合法席位
1972 Nixon's visit to China=尼克松访华
1973 the opening of the Sydney Opera House=悉尼歌剧院落成启用
1978 the start of reform and opening-up in China=中国开始改革开放
1986 the Chernobyl accident=切尔诺贝利核事故
1989 the fall of the Berlin Wall=柏林墙倒塌
1990 the reunification of Germany=两德统一
1991 the dissolution of the Soviet Union=苏联解体
1994 the opening of the Channel Tunnel=英吉利海峡隧道开通
1997 the return of Hong Kong to China=香港回归祖国
1999 the return of Macau to China=澳门回归祖国
2001 China's entry into the World Trade Organization=中国加入世界贸易组织
2002 the introduction of euro coins and notes=欧元纸币和硬币开始流通
2003 the first space flight of Yang Liwei=杨利伟首次进入太空
2008 the Olympic Games in Beijing=北京奥运会
2012 the Olympic Games in London=伦敦奥运会"""


@dataclass(frozen=True, slots=True)
class Event:
    year: int
    en: str
    zh: str

    @property
    def century(self) -> int:
        return (self.year - 1) // 100 + 1


EVENTS = tuple(Event(int(year), *names.split("=")) for year, names in (row.split(" ", 1) for row in _ROWS.splitlines()))
"""In order of time; no two in the same year."""
