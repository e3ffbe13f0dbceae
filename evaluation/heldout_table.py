"""The held-out report as a table."""

from rich.table import Table

from evaluation.heldout import Report, Score


def table(report: Report) -> Table:
    """Categories with their families below them, the mean over families last."""
    shown = Table(title="Held-out tasks answered rightly, %", title_justify="left")
    shown.add_column("family")
    for heading in ("tasks", "model", "untrained", "commonest", "gain", "95 % interval"):
        shown.add_column(heading, justify="right")
    for category, score in report.categories.items():
        shown.add_row(category, *cells(score), style="bold")
        for family, its_category in report.family_category.items():
            if its_category == category:
                shown.add_row(f"  {family}", *cells(report.families[family]))
        shown.add_section()
    shown.add_row("mean over families", *cells(report.overall), style="bold")
    return shown


def cells(score: Score) -> list[str]:
    shares = [f"{100 * share:.1f}" for share in (score.model, score.untrained, score.commonest)]
    gain = score.gain
    return [
        str(score.instances),
        *shares,
        f"{100 * gain.mean:+.1f}",
        f"{100 * gain.low:+.1f} to {100 * gain.high:+.1f}",
    ]
