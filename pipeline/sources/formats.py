"""Which reader reads a file, by its name."""

from pathlib import PurePath

COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}

EXTENSIONS = {
    **dict.fromkeys((".md", ".markdown", ".mdx", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".rst", ".rest"), "rst"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
    **dict.fromkeys((".py", ".pyi", ".pyw"), "python"),
    **dict.fromkeys(
        ".c .h .cc .cpp .cxx .hh .hpp .cs .cu .dart .go .java .js .jsx .kt .m .mjs .php .proto .rs .scala .swift .ts "
        ".tsx .v .zig".split(),
        "comments_c",
    ),
    **dict.fromkeys(".bash .jl .nim .pl .pm .r .rb .sh .tcl .zsh .cmake .mk".split(), "comments_hash"),
}
"""Any other extension is read as plain text, unless it is one of those below or the file's first bytes hold a NUL."""

BINARY = frozenset(
    ".7z .a .apk .arrow .avi .bin .bmp .bz2 .class .db .dll .doc .docx .dylib .eot .exe .flac .gguf .gif .h5 .ico .iso "
    ".jar .jpeg .jpg .ko .lib .lz4 .mkv .mov .mp3 .mp4 .mpg .npy .npz .o .obj .odt .ogg .onnx .otf .pdf .pickle .pkl "
    ".png .ppt .pptx .psd .pt .pth .pyc .pyd .pyo .rar .safetensors .so .sqlite .tar .tgz .tif .tiff .ttf .wasm .wav "
    ".webm .webp .whl .woff .woff2 .xls .xlsx .xz .zip".split()
)
DATA = frozenset(
    ".css .geojson .ipynb .json .json5 .lock .log .map .patch .diff .plist .po .pot .scss .svg .toml .xml .yaml .yml "
    ".cfg .ini .conf".split()
)
"""Text that machines wrote or read: no seeds in it. JSON records are read as JSON Lines."""


def format_of(name: str) -> tuple[str, str]:
    """The reader's format and the compression ("" if none) of a file; "binary" or "data" for what is not read."""
    path = PurePath(name.lower())
    compression = COMPRESSIONS.get(path.suffix, "")
    extension = PurePath(path.stem).suffix if compression else path.suffix
    if extension in BINARY or (extension == ".parquet" and compression):
        return "binary", compression
    if extension in DATA:
        return "data", compression
    return EXTENSIONS.get(extension, "text"), compression
