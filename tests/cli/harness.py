# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real command line in a folder of its own, and reports as TAP."""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

CLI = os.path.join(os.environ["SOURCELINE_BIN_DIR"], "sourceline-cli")
EXAMPLE = pathlib.Path(os.environ["SOURCELINE_EXAMPLE_DIR"])

OK, ERROR, USAGE, FINDINGS = 0, 1, 2, 3


class Case:
    """A case file in a temporary folder, and the commands on it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = str(self.folder / "test.sourceline")
        self.run("new", self.path)

    def run(self, *words, stdin=None, code=OK):
        """Runs `sourceline-cli WORDS…`, expects an exit code, returns standard output."""
        done = subprocess.run([CLI, *words], input=stdin, capture_output=True, text=True,
                              cwd=self.folder, timeout=120, check=False)
        if done.returncode != code:
            raise AssertionError(f"{words} ended with {done.returncode} instead of {code}:\n"
                                 f"{done.stdout}\n{done.stderr}")
        self.errors = done.stderr
        return done.stdout

    def on(self, command, *words, **named):
        """The same with the case as first argument."""
        return self.run(command, self.path, *words, **named)

    def rows(self, what):
        """What `list CASE WHAT --json` prints, as objects."""
        return [json.loads(line) for line in self.on("list", what, "--json").splitlines()]


@contextlib.contextmanager
def case():
    """A new case which goes away with its folder."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "cache")
        yield Case(folder)


@contextlib.contextmanager
def served():
    """The example investigation on a local server; gives its address without a final slash."""
    server = subprocess.Popen([sys.executable, str(EXAMPLE / "serve.py")], stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().split()[-1].rstrip("/")
    finally:
        server.terminate()
        server.wait()


def equal(got, expected):
    """Fails with both values when they differ."""
    if got != expected:
        raise AssertionError(f"expected {expected!r}, got {got!r}")


def main(*tests):
    """Runs each test, prints TAP, ends with a matching exit code."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {test.__name__}")
        except Exception:  # every failure is reported, and the next test still runs
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {test.__name__}")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
