"""The wheel is the whole product: `casebook` from it works in a folder with only the content.

The new environment holds nothing but the wheel; the locked packages are lent to it by a path file,
which lends no editable install. That pyproject.toml names all packages is test_locks' affair.
"""

import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.packaging.project import ROOT, assert_site_is_built, copy_content, run

pytestmark = pytest.mark.slow
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *PIP,
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        folder,
        ROOT,
        cwd=folder,
    )
    return next(folder.glob("roi_casebook-*.whl"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of a new environment in which the wheel is installed."""
    venv = tmp_path_factory.mktemp("environment") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent)
    python = venv / "bin" / "python"
    run(*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=venv.parent)
    packages = next(venv.glob("lib/python*/site-packages"))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


def files(folder: Path, named: str) -> set[str]:
    """The paths of a folder's files, as if the folder had another name."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"{named}/{path.relative_to(folder)}" for path in paths}


def test_wheel_carries_code_data_and_templates_alone(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    code = files(ROOT / "generator" / "roi_casebook", "roi_casebook")
    assert names == code | files(ROOT / "templates", "roi_casebook/templates")


def test_the_code_that_runs_is_the_wheel_s(commands: Path, tmp_path: Path) -> None:
    where = run(
        commands / "python", "-c", "import roi_casebook as r; print(r.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(commands.parent)


def test_wheel_builds_a_site_from_content_alone(commands: Path, tmp_path: Path) -> None:
    folder = copy_content(tmp_path / "elsewhere")
    run(commands / "casebook", "build", cwd=folder)
    assert_site_is_built(folder)
