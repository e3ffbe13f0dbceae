"""Chemical elements: the first 36 and the best-known heavier ones, with symbol, number and names."""

from dataclasses import dataclass

METAL, NONMETAL, NOBLE, BETWEEN = "metal", "nonmetal", "noble", "between"
"""Families of elements; `BETWEEN` holds the half-metals and what some books count with them."""


@dataclass(frozen=True, slots=True)
class Element:
    number: int
    symbol: str
    en: str
    zh: str
    family: str


_TABLE = """
1 H hydrogen 氢 nonmetal; 2 He helium 氦 noble; 3 Li lithium 锂 metal; 4 Be beryllium 铍 metal; 5 B boron 硼 between;
6 C carbon 碳 nonmetal; 7 N nitrogen 氮 nonmetal; 8 O oxygen 氧 nonmetal; 9 F fluorine 氟 nonmetal; 10 Ne neon 氖 noble;
11 Na sodium 钠 metal; 12 Mg magnesium 镁 metal; 13 Al aluminium 铝 metal; 14 Si silicon 硅 between;
15 P phosphorus 磷 nonmetal; 16 S sulfur 硫 nonmetal; 17 Cl chlorine 氯 nonmetal; 18 Ar argon 氩 noble;
19 K potassium 钾 metal; 20 Ca calcium 钙 metal; 21 Sc scandium 钪 metal; 22 Ti titanium 钛 metal;
23 V vanadium 钒 metal; 24 Cr chromium 铬 metal; 25 Mn manganese 锰 metal; 26 Fe iron 铁 metal; 27 Co cobalt 钴 metal;
28 Ni nickel 镍 metal; 29 Cu copper 铜 metal; 30 Zn zinc 锌 metal; 31 Ga gallium 镓 metal; 32 Ge germanium 锗 between;
33 As arsenic 砷 between; 34 Se selenium 硒 between; 35 Br bromine 溴 nonmetal; 36 Kr krypton 氪 noble;
47 Ag silver 银 metal; 50 Sn tin 锡 metal; 53 I iodine 碘 nonmetal; 54 Xe xenon 氙 noble; 56 Ba barium 钡 metal;
74 W tungsten 钨 metal; 78 Pt platinum 铂 metal; 79 Au gold 金 metal; 80 Hg mercury 汞 metal; 82 Pb lead 铅 metal;
86 Rn radon 氡 noble; 88 Ra radium 镭 metal; 92 U uranium 铀 metal
"""

ELEMENTS = tuple(
    Element(int(number), symbol, en, zh, family)
    for number, symbol, en, zh, family in (row.split() for row in _TABLE.split(";"))
)
"""In order of atomic number."""
