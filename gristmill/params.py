"""What a model weighs: its parameters, and what a token of context costs in keys and values."""

from typing import Any

from rich.console import Group
from rich.table import Table

from trainer.config import ModelConfig
from trainer.kv_bytes import kv_bytes_per_token


def counted(config: ModelConfig) -> dict[str, Any]:
    return {
        "params": config.num_params,
        "active_params": config.num_active_params,
        "layers": config.layers,
        "experts": list(config.expert_widths),
        "shared_width": config.shared_width,
        "router": config.router.kind,
        "experts_per_token": config.router.k,
        "kv_bytes_per_token": kv_bytes_per_token(config),
    }


def shown(name: str, counts: dict[str, Any]) -> Group:
    sizes = Table(title=f"{name}: parameters", title_justify="left", show_header=False)
    sizes.add_row("all", f"{counts['params']:,}")
    sizes.add_row("active for a token", f"{counts['active_params']:,}")
    sizes.add_row("layers", str(counts["layers"]))
    sizes.add_row("specialised experts", _widths(counts["experts"]))
    sizes.add_row("shared expert", f"{counts['shared_width']:,} wide" if counts["shared_width"] else "none")
    sizes.add_row("router", f"{counts['router']}, {counts['experts_per_token']} a token")
    cache = Table("attention", "bytes a token", title="keys and values in bfloat16", title_justify="left")
    for kind, size in counts["kv_bytes_per_token"].items():
        cache.add_row(kind, f"{size:,}")
    return Group(sizes, cache)


def _widths(experts: list[int]) -> str:
    if len(set(experts)) == 1:
        return f"{len(experts)}, {experts[0]:,} wide each"
    return f"{len(experts)}, {', '.join(f'{width:,}' for width in experts)} wide"
