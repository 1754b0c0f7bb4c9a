# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at any moment loses nothing that was reported."""

import json
import signal
import subprocess
import time

from harness import CLI, case, equal, main

ROUNDS = 12


def article(number):
    return (f"Bridge report {number}\n\nThe bridge was closed on {1 + number % 27} May 2025, inspector Ida Kern said. "
            f"It will open again in June 2025.\n")


def killed_while_adding():
    """Adds files one after the other and is killed at a different moment in each round."""
    with case() as c:
        files = []
        for number in range(200):
            path = c.folder / f"bridge-{number}.txt"
            path.write_text(article(number))
            files.append(path.name)

        reported = set()
        for attempt in range(ROUNDS):
            process = subprocess.Popen([CLI, "add", c.path, "--json", "--accept-all", *files],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=c.folder)
            reported.add(json.loads(process.stdout.readline())["source"])
            time.sleep(0.017 * attempt)
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().decode().split("\n")
            reported |= {json.loads(line)["source"] for line in rest[:-1]}
            process.wait()
            equal(reported - {row["id"] for row in c.rows("sources")}, set())

        # The next one who writes tidies up what the last one left behind.
        c.on("add", files[0])
        c.on("verify")
        equal([p.name for p in c.folder.glob("test.sourceline-*")], [])


main(killed_while_adding)
