"""The same figures, to the last digit, under two versions of numpy and without wide instructions."""

import os
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NARROW = "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR X86_V3 X86_V4"


def digest(**environment: str) -> tuple[str, str]:
    """Give numpy's version and the digest of all figures, computed in a process of its own."""
    run = subprocess.run(
        [sys.executable, HERE / "digest_figures.py", ROOT],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    version, figures = run.stdout.split()
    return version, figures


def oldest_numpy() -> str:
    """Give the lower bound of numpy in the project's requirements."""
    numpy = next(
        Requirement(line) for line in requires("roi-casebook") or () if line.startswith("numpy")
    )
    return next(part.version for part in numpy.specifier if part.operator == ">=")


@pytest.mark.slow
def test_the_oldest_numpy_allowed_gives_the_same_figures(tmp_path: Path) -> None:
    wanted = f"numpy~={oldest_numpy()}.0"
    install = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target")
    subprocess.run([*install, str(tmp_path), wanted], check=True, capture_output=True)
    old_version, old = digest(PYTHONPATH=str(tmp_path))
    version, figures = digest()
    assert old_version != version
    assert old == figures


@pytest.mark.slow
def test_a_processor_without_wide_instructions_gives_the_same_figures() -> None:
    # Features that this processor or numpy does not have are left out by numpy with a warning.
    assert digest(NPY_DISABLE_CPU_FEATURES=NARROW, PYTHONWARNINGS="ignore")[1] == digest()[1]
