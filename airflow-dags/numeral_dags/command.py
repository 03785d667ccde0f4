"""The operator that runs one command of bin/numeral and passes its summary on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from typing import IO, Any

from airflow.sdk import BaseOperator, Context
from airflow.sdk.exceptions import AirflowException, AirflowFailException

# Exit codes that a second try cannot change, with what they mean.
FINAL_EXITS = {2: "wrong usage or configuration", 3: "input refused"}
GRACE_SECONDS = 30


class NumeralOperator(BaseOperator):
    """Runs ``HOME/bin/numeral COMMAND --name value ...`` and returns its summary.

    The summary is the JSON object on the last line of standard output.
    Standard error, where the command writes its progress, goes to the task's log line by line.
    Exit 2 and 3, a summary that cannot be read and an executable that cannot be started fail the task for good;
    exit 1 and an end by signal fail this try only, so that the retries of the task apply.

    :param command: the command, for example ``train``
    :param options: option name without dashes to value; an option whose value renders to an empty string is left out
    :param home: the folder that holds ``bin/numeral``
    :param returns: keys that the summary must have, because later tasks read them
    """

    template_fields: Sequence[str] = ("home", "options")
    ui_color = "#e4f0e8"

    def __init__(
        self, *, command: str, options: dict[str, str], home: str, returns: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.command = command
        self.options = options
        self.home = home
        self.returns = tuple(returns)
        self._process: subprocess.Popen[str] | None = None

    def argv(self) -> list[str]:
        """The command line as the operating system gets it; no shell is involved."""
        given = [part for name, value in self.options.items() if value for part in (f"--{name}", value)]
        return [os.path.join(self.home, "bin", "numeral"), self.command, *given]

    def execute(self, context: Context) -> dict[str, Any]:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as stdout:
            exit_code = self._run(self.argv(), stdout)
            stdout.seek(0)
            lines = stdout.read().splitlines()
        name = f"numeral {self.command}"
        if exit_code in FINAL_EXITS:
            raise AirflowFailException(f"{name}: {FINAL_EXITS[exit_code]} (exit {exit_code}); its messages are above")
        if exit_code < 0:
            raise AirflowException(f"{name}: ended by signal {-exit_code}")
        if exit_code > 0:
            raise AirflowException(f"{name}: failed (exit {exit_code}); its messages are above")
        return self._summary(lines[-1] if lines else "")

    def on_kill(self) -> None:
        """Ends the command and all that it started: asked first, so that Spark can clean up, then forced."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)

    def _run(self, argv: list[str], stdout: IO[str]) -> int:
        self.log.info("Running %s", argv)
        try:
            # A session of its own, so that on_kill reaches the JVM and whatever it started.
            self._process = subprocess.Popen(
                argv, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", start_new_session=True
            )
        except OSError as e:
            raise AirflowFailException(
                f"cannot start {argv[0]}: {e.strerror}; set the Airflow Variable numeral_home to a built checkout"
            ) from e
        with self._process as process:
            try:
                assert process.stderr is not None
                for line in process.stderr:
                    self.log.info(line.rstrip())
                return process.wait()
            except BaseException:
                self.on_kill()
                raise

    def _summary(self, line: str) -> dict[str, Any]:
        self.log.info("Summary: %s", line)
        try:
            summary = json.loads(line)
        except ValueError:
            summary = None
        if not isinstance(summary, dict):
            raise AirflowFailException(
                f"numeral {self.command}: the last line on standard output must be its summary, "
                f"one JSON object, but is {line[:200]!r}"
            )
        missing = [key for key in self.returns if key not in summary]
        if missing:
            raise AirflowFailException(
                f"numeral {self.command}: the summary must have {', '.join(missing)}, but is {line[:200]}"
            )
        return summary
