"""How drawings made of characters are asked for and explained."""

ASKED = {
    "en": {
        "rectangle": (
            "a rectangle {width} characters wide and {height} lines high, its edge made of {mark} and its inside of "
            "{other}",
            "a box of {height} lines with {width} characters each: {mark} all around the edge, {other} inside",
        ),
        "board": (
            "a chessboard pattern of {height} lines with {width} characters each, {mark} and {other} by turns, with "
            "{mark} in the top left corner and no two equal characters side by side or one above the other",
            "a chequered board, {width} characters wide and {height} lines high, that starts with {mark} at the top "
            "left and alternates with {other} across and down",
        ),
        "left": (
            "a right-angled triangle of {mark}, {height} lines high, with the right angle at the bottom left (1 "
            "character in the first line, one more in every further line)",
            "a triangle of {height} lines against the left margin: line n has n times {mark}",
        ),
        "right": (
            "a right-angled triangle of {mark}, {height} lines high, with the right angle at the bottom right (line n "
            "has n characters, and all lines end in the same column)",
            "a triangle of {height} lines flush to the right: line n has n times {mark} after the blanks it needs",
        ),
        "cross": (
            "an X made of {mark}: a square of {height} by {height} characters with both diagonals drawn and blanks "
            "elsewhere",
            "the two diagonals of a square, {height} lines of {height} characters, each point a {mark}",
        ),
        "pyramid": (
            "a pyramid of {mark} with {height} lines: 1 character on top, two more in every line below, centred",
            "a centred triangle of {height} lines that stands on its base; line n has 2n-1 times {mark}",
        ),
        "funnel": (
            "a pyramid of {mark} turned upside down, with {height} lines: the widest on top, two characters fewer in "
            "every line below, 1 at the bottom, centred",
            "a centred triangle of {height} lines on its tip; the lowest line has one {mark}, each line above two more",
        ),
        "diamond": (
            "a filled diamond of {mark} whose lines grow by two characters from 1 to {widest} and shrink back to 1, "
            "centred",
            "a diamond filled with {mark}, {widest} characters wide and {widest} lines high (1, 3, 5 … and back to 1)",
        ),
        "stairs": (
            "a staircase of {steps} steps, made of {mark}, that {rises}; each line is one step, {tread} characters "
            "longer than the line above, and the first line has {tread}",
            "stairs in {steps} lines: every line {tread} times {mark} more than the one above, starting with {tread}, "
            "so that it {rises}",
        ),
        "frame": (
            "a frame of {mark} around the text {text}, with {padding} between the frame and the longest line on "
            "either side, the text aligned left and no empty lines inside",
            "the text {text} in a box of {mark}: one character thick on all sides, {padding} left of the text and "
            "right of its longest line, nothing between text and box above and below",
        ),
        "bars": (
            "a horizontal bar chart of {data}; each line has the label (padded with blanks to the "
            "longest), then “ | ”, "
            "then one {mark} for every unit",
            "bars for {data}: one line each in this order, the label filled up with blanks to the longest one, “ | ”, "
            "and as many {mark} as the value",
        ),
        "columns": (
            "a column chart of {data}: columns of {mark} that stand on the bottom line, one blank between columns, and "
            "under each column its letter",
            "upright bars for {data}, one {mark} a unit, side by side with a blank between them and the letters in the "
            "last line",
        ),
    },
    "zh": {
        "rectangle": (
            "一个宽{width}个字符、高{height}行的矩形，边框用{mark}，内部用{other}",
            "一个方框，共{height}行，每行{width}个字符：四周是{mark}，里面是{other}",
        ),
        "board": (
            "一个棋盘图案，{height}行，每行{width}个字符，{mark}和{other}交替，左上角是{mark}，上下左右相邻"
            "的字符都不同",
            "一块宽{width}、高{height}的棋盘，左上角从{mark}开始，横向和纵向都与{other}相间",
        ),
        "left": (
            "一个用{mark}组成的直角三角形，高{height}行，直角在左下（第一行1个，往下每行多1个）",
            "一个靠左的三角形，共{height}行，第n行有n个{mark}",
        ),
        "right": (
            "一个用{mark}组成的直角三角形，高{height}行，直角在右下（第n行n个，各行右端对齐）",
            "一个靠右的三角形，共{height}行，第n行先补足空格，再画n个{mark}",
        ),
        "cross": (
            "一个用{mark}组成的叉：{height}行、每行{height}个字符的正方形，只画两条对角线，其余为空格",
            "边长{height}的正方形的两条对角线，每个点是一个{mark}",
        ),
        "pyramid": (
            "一座用{mark}组成的金字塔，共{height}行：顶上1个，往下每行多2个，居中",
            "一个底朝下的居中三角形，共{height}行，第n行有2n-1个{mark}",
        ),
        "funnel": (
            "一座用{mark}组成的倒金字塔，共{height}行：最上面最宽，往下每行少2个，最下面1个，居中",
            "一个尖朝下的居中三角形，共{height}行，最低一行1个{mark}，往上每行多2个",
        ),
        "diamond": (
            "一个用{mark}填满的菱形，各行从1个开始每行多2个，到{widest}个后再逐行减到1个，居中",
            "一个宽{widest}、高{widest}行的实心菱形，用{mark}画（1、3、5……再回到1）",
        ),
        "stairs": (
            "一段{steps}级的楼梯，用{mark}画，{rises}；每行一级，比上一行多{tread}个，第一行{tread}个",
            "{steps}行的台阶：第一行{tread}个{mark}，往下每行多{tread}个，{rises}",
        ),
        "frame": (
            "给文字{text}加上用{mark}组成的边框，文字左对齐，左边以及最长一行的右边各留{padding}，框内没有空行",
            "把文字{text}放进一个{mark}方框：四边各一个字符厚，文字左侧和最长行右侧各有{padding}，上下不留空行",
        ),
        "bars": (
            "{data}的横向条形图；每行先写标签（用空格补到最长标签的长度），再写“ | ”，然后每个单位一个{mark}",
            "为{data}画横条：按此顺序每项一行，标签补空格到一样长，接“ | ”，再接与数值同样多的{mark}",
        ),
        "columns": (
            "{data}的柱形图：用{mark}画柱子，立在最后一行之上，柱间空一格，柱下写上字母",
            "为{data}画竖条，每个单位一个{mark}，柱与柱之间一个空格，最后一行是字母",
        ),
    },
}
RISES = {
    "en": {True: "rises from left to right (all lines end in the same column)", False: "falls from left to right"},
    "zh": {True: "从左到右逐级升高（各行右端对齐）", False: "从左到右逐级降低（各行左端对齐）"},
}
COPIES = {
    "en": (
        " Draw it {copies} times side by side, with {blanks} between one copy's full width and the next.",
        " Put {copies} copies next to each other, all padded to full width, {blanks} apart.",
    ),
    "zh": (
        "把它并排画{copies}遍，按整幅宽度对齐，之间隔{blanks}。",
        "左右并列{copies}个同样的图，每个补足宽度，间隔{blanks}。",
    ),
}
CAPTION = {
    "en": (" The line above the drawing reads “{}”.", " Write “{}” on the line above the drawing, from the left."),
    "zh": ("图的上面一行写“{}”。", "在图的上方加一行标题“{}”，靠左。"),
}
CAPTIONS = {
    "en": "Our garden|House plan|Figure 7|Shop sign|Week 12|Level 3|Test print|Front door|Map key|Tile plan".split("|"),
    "zh": "我的花园|房屋平面|图七|店铺招牌|第十二周|第三关|试印|大门|地图图例|瓷砖设计".split("|"),
}
SCENES = {
    "en": (
        "{name} decorates a text file.",
        "This is for a sign in {name}'s shop.",
        "{name}'s old printer knows letters and marks only.",
        "{name} wants a picture for the start of a program.",
        "A text game by {name} needs a new picture.",
        "{name} plans a pattern for knitting.",
        "The school paper of {place} has a corner for pictures made of characters.",
        "{name} shows the class in {place} how to draw with the keyboard.",
        "For the terminal of {name}'s club in {place}:",
        "{name} collects drawings that fit into plain text.",
        "",
    ),
    "zh": (
        "{name}想装饰一个文本文件。",
        "这是给{name}的小店做招牌用的。",
        "{name}的旧打印机只会打字符。",
        "{name}的程序启动时要显示一幅图。",
        "{name}做的文字游戏需要一幅新图。",
        "{name}在设计编织图样。",
        "{place}的校报有一个字符画专栏。",
        "{name}在{place}教同学用键盘画画。",
        "{name}的俱乐部终端要用：",
        "{name}收集能放进纯文本的图画。",
        "",
    ),
}
LABELS = (
    "apples pears plums cats dogs birds trains buses rain snow tea coffee north south red blue green gold "
    "May June July "
    "Anna Bob Cleo Dan oak ash elm pine cars bikes"
).split()
TEXTS = (
    "Open today|Mind the step|Fresh bread|Quiet please|No entry|Back soon|Game over|Level up|Hello world|Good morning|"
    "Sold out|Room 12|Exit left|Push here|Wet paint|Lost cat|Free tea|Keep warm|Try again|Well done|For sale|Ring twice"
).split("|")
EXPLAINED = {
    "en": {
        "rectangle": "{height} lines of {width} characters; {inside} inside each line between the edges.",
        "board": "{height} lines of {width} characters; even lines begin with {other}.",
        "left": "The lines have 1 to {height} characters.",
        "right": "The lines have 1 to {height} characters after {blanks_top} down to 0 blanks.",
        "cross": "Line n has marks in columns n and {height}+1-n.",
        "pyramid": "The base has 2×{height}-1 = {widest} characters; the first line begins with {blanks_top} blanks.",
        "funnel": "The top has 2×{height}-1 = {widest} characters; the last line begins with {blanks_top} blanks.",
        "diamond": "{height} lines down to the widest one of {widest} characters, then {blanks_top} more.",
        "stairs": "The last line has {steps}×{tread} = {longest} characters.",
        "frame": "The longest line has {longest} characters, so the frame is {longest}+2×{pad}+2 = {whole} wide.",
        "bars": "The longest label has {longest} characters; the values add up to {total}.",
        "columns": "The highest column has {top} marks, so there are {top}+1 lines.",
    },
    "zh": {
        "rectangle": "共{height}行，每行{width}个字符；中间各行的两边之间有{inside}个字符。",
        "board": "共{height}行，每行{width}个字符；偶数行从{other}开始。",
        "left": "各行依次有1到{height}个字符。",
        "right": "各行有1到{height}个字符，前面的空格从{blanks_top}个减到0个。",
        "cross": "第n行的字符在第n列和第{height}+1-n列。",
        "pyramid": "底边有2×{height}-1={widest}个字符；第一行前面有{blanks_top}个空格。",
        "funnel": "顶边有2×{height}-1={widest}个字符；最后一行前面有{blanks_top}个空格。",
        "diamond": "前{height}行到最宽的{widest}个字符，后面还有{blanks_top}行。",
        "stairs": "最后一行有{steps}×{tread}={longest}个字符。",
        "frame": "最长一行有{longest}个字符，所以边框宽{longest}+2×{pad}+2={whole}。",
        "bars": "最长的标签有{longest}个字符；各数之和是{total}。",
        "columns": "最高的柱子有{top}个字符，所以共{top}+1行。",
    },
}
