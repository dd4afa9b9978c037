"""Writes the snapshots anew, to be looked at: python -m tests.charts.snapshots.renew."""

from pathlib import Path

from tests.charts.samples import drawn

FOLDER = Path(__file__).parent


def main() -> None:
    for name, markup in drawn().items():
        (FOLDER / f"{name}.html").write_text(f"{markup}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
