"""A stand-in for bin/numeral: an executable that records its command line and answers as a test told it to."""

from __future__ import annotations

import json
import sys
from pathlib import Path

SCRIPT = """#!{python}
import json, os, pathlib, subprocess, sys
home = pathlib.Path(__file__).parents[1]
with open(home / "calls.jsonl", "a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
answers = home / (sys.argv[1] + ".json")
queue = json.loads(answers.read_text())
answers.write_text(json.dumps(queue[1:] or queue))
answer = queue[0]
print("progress of", sys.argv[1], file=sys.stderr, flush=True)
child = subprocess.Popen(["sleep", str(answer["seconds"])])
(home / "pids").write_text(f"{{os.getpid()}} {{child.pid}}")
child.wait()
print(answer["stdout"], flush=True)
print("after the summary", file=sys.stderr, flush=True)
if answer["exit_code"] < 0:
    os.kill(os.getpid(), -answer["exit_code"])
sys.exit(answer["exit_code"])
"""

SUMMARIES: dict[str, dict[str, object]] = {
    "ingest": {"read": 5, "accepted": 5, "quarantined": 0},
    "train": {"model": "cnn-7f3a", "epochs": 1, "examples_trained": 5},
    "evaluate": {"model": "cnn-7f3a", "accuracy": 0.99, "n": 5},
    "promote": {"model": "cnn-7f3a", "decision": "PROMOTED"},
}


class StandIn:
    """Lives in ``home/bin/numeral``; answers every command with its summary and exit 0 until told otherwise."""

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "bin").mkdir(parents=True)
        script = home / "bin" / "numeral"
        script.write_text(SCRIPT.format(python=sys.executable))
        script.chmod(0o755)
        for command in SUMMARIES:
            self.answers(command, answer(command))

    def answers(self, command: str, *answers: dict[str, object]) -> None:
        """What the command does on its first, second, ... call; the last answer stays."""
        (self.home / f"{command}.json").write_text(json.dumps(answers))

    @property
    def calls(self) -> list[list[str]]:
        """The command lines so far, without the executable."""
        calls = self.home / "calls.jsonl"
        return [json.loads(line) for line in calls.read_text().splitlines()] if calls.exists() else []

    @property
    def pids(self) -> list[int]:
        """Process ids of the last call and of the child it started."""
        return [int(pid) for pid in (self.home / "pids").read_text().split()]

    @property
    def commands(self) -> list[str]:
        return [call[0] for call in self.calls]


def answer(command: str, *, exit_code: int = 0, stdout: str | None = None, seconds: float = 0) -> dict[str, object]:
    """What a command does: prints, waits in a child process, and exits; a negative code is a signal to itself."""
    summary = json.dumps(SUMMARIES[command]) if stdout is None else stdout
    return {"exit_code": exit_code, "stdout": "a line before the summary\n" + summary, "seconds": seconds}
