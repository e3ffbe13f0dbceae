"""The theorems that exercises ask to be named, in English and Chinese."""

THEOREMS = {
    "distance": ("Pythagorean theorem", "勾股定理"),
    "roots": ("Vieta's formulas", "韦达定理"),
    "power_rest": ("Fermat's little theorem", "费马小定理"),
    "common_divisor": ("Euclidean algorithm", "辗转相除法"),
    "division": ("polynomial remainder theorem", "多项式余数定理"),
    "angles": ("polygon angle sum theorem", "多边形内角和定理"),
    "sticks": ("triangle inequality", "三角形不等式"),
    "rests": ("Chinese remainder theorem", "中国剩余定理"),
    "circle": ("inscribed angle theorem", "圆周角定理"),
    "solid": ("Euler's polyhedron formula", "欧拉多面体公式"),
}
"""By kind of exercise; where people say algorithm or formula for one of them, so do these."""
