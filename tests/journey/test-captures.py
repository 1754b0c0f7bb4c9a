# SPDX-License-Identifier: GPL-3.0-or-later
"""Several addresses at once through the window: what is captured, what fails and why, and trying it again."""

import sys
import traceback
import urllib.request

from driver import Program
from world import PAGE, fresh_home, make_case, served, step

OTHER = "/three-rivers-press/lorvena-talks-open.html"
MISSING = "/mirovar-live/ticker-first-day.html"


def tell(site, state):
    """Lets the server say something else at the third address."""
    urllib.request.urlopen(f"{site}/-/set/{state}{MISSING}").close()


def add(program, *addresses):
    program.press("button", "Add Sources")
    program.write(program.see("text", "Addresses or text"), "\n".join(addresses))
    program.see("label", f"{len(addresses)} addresses will be fetched and archived.")
    program.press("button", "Add")


def select_first(program, name):
    """Selects the first row of a list."""
    rows = program.see("list", name)
    assert rows.get_selection_iface().select_child(0)


def captures():
    with fresh_home(), served() as site:
        program = Program()
        make_case(program)

        step("add three addresses, one of which leads nowhere")
        tell(site, "missing")
        add(program, site + PAGE, site + OTHER, site + MISSING)
        program.see("label", "1 address could not be captured.")
        program.see("label", "At least 14 dead…")

        step("look at what failed")
        program.press("button", "Show")
        program.see("label", "1 failed · 2 captured")
        program.see("label", site + MISSING)
        program.see("label", "Failed · 127.0.0.1…")

        step("try it again when the page is there")
        tell(site, "ok")
        select_first(program, "Captures")
        program.press("button", "Try Again")
        program.see("label", "3 captured")

        step("quit")
        program.press("button", "Close")
        program.quit()


print("1..1")
try:
    captures()
    print("ok 1 - captures")
except Exception:
    print("\n".join("# " + line for line in [*traceback.format_exc().splitlines(), "showing:", *Program.latest.describe()]))
    print("not ok 1 - captures")
    sys.exit(1)
finally:
    Program.latest.stop()
