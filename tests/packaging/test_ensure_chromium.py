"""The script that finds or installs Chromium, held against package managers that are only played."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "browser" / "ensure_chromium.sh"
TOOLS = ("sh", "true", "env", "ls", "touch", "chmod", "cat")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a browser may lie outside the path"
)


class Machine:
    """A machine of which only the programs in one folder are there; each notes how it was called."""

    def __init__(self, folder: Path, *, user: int, system: str = "Linux") -> None:
        self.programs, self.calls = folder / "bin", folder / "calls"
        self.programs.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(str(shutil.which(tool)))
        self.add("id", f"echo {user}", noted=False)
        self.add("uname", f"echo {system}", noted=False)

    def add(self, name: str, does: str = "", *, noted: bool = True) -> str:
        note = f'echo "{name} $*" >> {self.calls}\n' if noted else ""
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{note}{does}\n")
        path.chmod(0o755)
        return str(path)

    def installs(self, manager: str, browser: str, when: str = "*install*") -> None:
        """Add a package manager that brings a browser where its words fit."""
        path = self.programs / browser
        does = f"printf '#!/bin/sh\\n' > {path}; chmod +x {path}"
        self.add(manager, f'case "$*" in {when}) {does};; esac')

    def run(self, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [str(self.programs / "sh"), str(SCRIPT)],
            env={"PATH": str(self.programs), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


@pytest.fixture
def root(tmp_path: Path) -> Machine:
    return Machine(tmp_path, user=0)


@pytest.fixture
def user(tmp_path: Path) -> Machine:
    return Machine(tmp_path, user=1000)


def test_what_is_there_is_used_and_nothing_is_installed(root: Machine) -> None:
    path = root.add("google-chrome")
    root.installs("apt-get", "chromium")
    assert root.run().stdout == f"{path}\n"
    assert root.called() == ["google-chrome --version"]


def test_a_stub_that_does_not_run_is_passed_over(root: Machine) -> None:
    root.add("chromium-browser", "exit 1")
    path = root.add("microsoft-edge-stable")
    assert root.run().stdout == f"{path}\n"


def test_the_one_that_is_named_is_used_or_refused(root: Machine) -> None:
    path = root.add("my-chromium")
    assert root.run(CHROMIUM="my-chromium").stdout == f"{path}\n"
    refused = root.run(CHROMIUM="/no/such/program")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "/no/such/program" in refused.stderr


@pytest.mark.parametrize(
    ("manager", "browser", "when"),
    [
        ("apt-get", "chromium", "*install*chromium*"),
        ("dnf", "chromium-browser", "install*chromium*"),
        ("apk", "chromium", "add*chromium*"),
        ("zypper", "chromium", "*install*chromium*"),
        ("pacman", "chromium", "-S*chromium*"),
    ],
)
def test_root_installs_it(root: Machine, manager: str, browser: str, when: str) -> None:
    root.installs(manager, browser, when)
    done = root.run()
    assert (done.returncode, done.stdout) == (0, f"{root.programs / browser}\n")


def test_lists_that_cannot_be_renewed_are_no_end(root: Machine) -> None:
    path = root.programs / "chromium"
    root.add(
        "apt-get",
        f'case "$*" in *update*) exit 100;; *) printf "#!/bin/sh\\n" > {path}; chmod +x {path};; esac',
    )
    assert root.run().stdout == f"{path}\n"


def test_a_user_asks_sudo_and_never_for_a_password(user: Machine) -> None:
    user.add("sudo", '[ "$1" = -n ] || exit 9\nshift\nexec "$@"')
    user.installs("dnf", "chromium-browser")
    assert user.run().returncode == 0
    assert all(call.startswith("sudo -n") for call in user.called() if call.startswith("sudo"))


@pytest.mark.parametrize("sudo", ["exit 1", None])
def test_a_user_without_rights_is_told_what_to_do(user: Machine, sudo: str | None) -> None:
    if sudo:
        user.add("sudo", sudo)
    user.installs("apt-get", "chromium")
    done = user.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert "sudo apt-get install chromium" in done.stderr
    assert not any(call.startswith("apt-get") for call in user.called())


def test_homebrew_is_left_alone_on_linux(root: Machine) -> None:
    root.installs("brew", "chromium")
    root.installs("apk", "chromium", "add*")
    assert root.run().returncode == 0
    assert not any(call.startswith("brew") for call in root.called())


@pytest.mark.parametrize(("who", "installs"), [(501, True), (0, False)])
def test_homebrew_is_for_macs_and_never_for_root(
    tmp_path: Path, who: int, *, installs: bool
) -> None:
    mac = Machine(tmp_path, user=who, system="Darwin")
    mac.installs("brew", "google-chrome")
    assert (mac.run().returncode == 0) is installs
    assert any(call.startswith("brew install --cask") for call in mac.called()) is installs


def test_a_failed_installation_is_told(root: Machine) -> None:
    root.add("apt-get", 'echo "no candidate" >&2; exit 100')
    done = root.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert "no candidate" in done.stderr
    assert "make test CHROMIUM=" in done.stderr
