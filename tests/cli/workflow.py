"""Runs the shell steps of a workflow and of a composite action as their host does, as far as that goes without it:
steps that use an action of the host are left out, the expressions of the rest are filled in."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


@dataclass
class Runner:
    """`place` is the checked-out repository; `given` are values of the host's own expressions; `left_out` are the ids
    of steps that are not run. `ran` lists (step, status), `used` the host's actions that were passed over."""

    place: Path
    given: dict[str, str]
    path: str
    left_out: frozenset[str] = frozenset()
    ran: list[tuple[str, int]] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    out: str = ""

    def job(self, text: str) -> int:
        """Runs the only job of a workflow; its status is that of the first step that failed."""
        (job,) = yaml.safe_load(text)["jobs"].values()
        return self._steps(job["steps"], self.given, self.place)[0]

    def _steps(self, steps: list[dict], known: dict[str, str], action: Path) -> tuple[int, dict[str, str]]:
        status, known = 0, dict(known)
        for step in steps:
            if status and step.get("if") != "always()":
                continue
            if "run" in step:
                done, outputs = self._shell(step, known, action)
            elif step["uses"].startswith("./"):
                done, outputs = self._action(step, known)
            else:
                self.used.append(step["uses"])
                continue
            known |= {f"steps.{step.get('id')}.outputs.{name}": value for name, value in outputs.items()}
            status = status or done
        return status, known

    def _action(self, step: dict, known: dict[str, str]) -> tuple[int, dict[str, str]]:
        """A composite action of a folder of the repository."""
        folder = self.place / step["uses"]
        action = yaml.safe_load((folder / "action.yml").read_text("utf-8"))
        given = {name: self._filled(str(value), known) for name, value in step.get("with", {}).items()}
        assert set(given) <= set(action["inputs"])
        inputs = {f"inputs.{name}": given.get(name, i.get("default", "")) for name, i in action["inputs"].items()}
        status, inner = self._steps(action["runs"]["steps"], inputs, folder)
        return status, {name: self._filled(o["value"], inner) for name, o in action["outputs"].items()}

    def _shell(self, step: dict, known: dict[str, str], action: Path) -> tuple[int, dict[str, str]]:
        name = step.get("name", step.get("id", "run"))
        if step.get("id") in self.left_out:
            return 0, {}
        output, summary = self.place / ".output", self.place / "step-summary.md"
        output.write_text("", "utf-8")
        environment = {
            **os.environ, "PATH": self.path, "GITHUB_ACTION_PATH": str(action), "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary), **{k: self._filled(v, known) for k, v in step.get("env", {}).items()},
        }  # fmt: skip
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self._filled(step["run"], known)]
        done = subprocess.run(
            command, cwd=self.place, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120
        )
        self.ran.append((name, done.returncode))
        self.out += done.stdout + done.stderr
        return done.returncode, dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())

    def _filled(self, text: str, known: dict[str, str]) -> str:
        return EXPRESSION.sub(lambda found: known.get(found[1], ""), text)
