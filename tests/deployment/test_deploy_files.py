"""What deploy/ and its notes hold: units that systemd understands, and the headers of the code."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from waves import REPOSITORY

from pipeline.deployment.outcome import WORDS
from pipeline.deployment.security_headers import SECURITY_HEADERS

DEPLOY = REPOSITORY / "deploy"
NOTES = (REPOSITORY / "docs" / "deployment.md").read_text(encoding="utf-8")
UNITS = ("survey-findings.service", "survey-findings.timer")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        shutil.copy(DEPLOY / name, tmp_path)
    run = subprocess.run(
        ["systemd-analyze", "verify", *(tmp_path / name for name in UNITS)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_the_service_is_exposed_to_little() -> None:
    run = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", DEPLOY / UNITS[0]],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_the_service_has_no_network_and_writes_its_output_only() -> None:
    service = (DEPLOY / UNITS[0]).read_text(encoding="utf-8")
    for line in ("PrivateNetwork=yes", "ProtectSystem=strict", "NoNewPrivileges=yes"):
        assert f"\n{line}\n" in service
    writable = re.search(r"^ReadWritePaths=(.*)$", service, re.MULTILINE)
    assert writable
    assert [path.split("/", 2)[2] for path in writable[1].split()] == [
        "survey-findings/data/processed",
        "survey-findings/reports",
        "survey-findings-site",
    ]


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_the_notes_give_web_servers_the_headers_that_pages_are_tested_under(server: str) -> None:
    block = NOTES.split(f"```{server}\n")[1].split("```")[0]
    given = dict(re.findall(r'^\s*(?:add_header )?([A-Z][A-Za-z-]+) "(.*)"', block, re.MULTILINE))
    assert given == SECURITY_HEADERS


def test_the_notes_list_every_status() -> None:
    table = re.findall(r"^\| (\d) \| (.*?) \|", NOTES, re.MULTILINE)
    assert {int(status) for status, _ in table} == set(WORDS)


def test_the_workflow_publishes_what_the_run_has_built() -> None:
    workflow = yaml.safe_load((DEPLOY / "publish.workflow.yml").read_text(encoding="utf-8"))
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    commands = [step["run"] for step in build["steps"] if "run" in step]
    assert commands == ["make .venv/renderer", "deploy/run TO=published"]
    assert publish["needs"] == "build"
    assert workflow["permissions"] == {"contents": "read"}
