# SPDX-License-Identifier: GPL-3.0-or-later
"""The world that a journey begins in, and its first steps."""

import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile

from driver import wait_for

EXAMPLE = pathlib.Path(os.environ["SOURCELINE_EXAMPLE_DIR"])
PAGE = "/varn-valley-chronicle/low-varn-flood.html"


@contextlib.contextmanager
def served():
    server = subprocess.Popen([sys.executable, str(EXAMPLE / "serve.py")], stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().split()[-1].rstrip("/")
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def fresh_home():
    """Settings, data and caches of somebody who has never started the program."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())
        os.environ["GSETTINGS_BACKEND"] = "keyfile"
        yield


def step(text):
    print(f"# {text}", flush=True)


def make_case(program):
    step("make a case")
    program.press("button", "New Case")
    program.write(program.see("text", "Title"), "The flood")
    program.press("button", "Create")
    program.see("page tab", "Review")


def add_page(program, address):
    step("add an article by its address")
    program.press("button", "Add Sources")
    program.write(program.see("text", "Addresses or text"), address)
    program.press("button", "Add")
    wait_for("the source in its list", lambda: program.all("label", "At least 14 dead…"))
