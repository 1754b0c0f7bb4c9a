# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes into a case and goes out of it through the window: the clipboard, failures, files and dialogs."""

import contextlib
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import traceback

from driver import Program, wait_for
from world import PAGE, add_page, fresh_home, make_case, served, step

TEXT = """The bridge at Low Varn

The bridge at Low Varn was closed on 3 March 2024, the county council said. It reopened on 9 April 2024.
“The pillars are sound,” the engineer Ada Quill told the council on 12 March 2024.
"""


@contextlib.contextmanager
def on_clipboard(kind, content):
    owner = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).parent / "clipboard.py"), kind],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                             env={**os.environ, "G_DEBUG": "", "GTK_A11Y": "none"})
    try:
        owner.stdin.write(content)
        owner.stdin.close()
        assert owner.stdout.readline() == "ready\n"
        yield
    finally:
        owner.kill()
        owner.wait()


def find_windows(title):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title],
                          check=False, capture_output=True, text=True).stdout.split()


def press_key(key):
    """Presses a key as the keyboard does, with the window in the foreground."""
    window = find_windows("– Sourceline")[0]
    subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", "--clearmodifiers", key], check=True)


def paste(program, kind, content, seen):
    with on_clipboard(kind, content):
        press_key("ctrl+v")
        wait_for(f"“{seen}” in the list of sources", lambda: program.all("label", seen))


def answer_file_dialog(program, title, path, button):
    program.write(program.see("text", "Name:"), str(path))
    program.press("button", button)
    # Nothing is asked on the accessibility bus meanwhile: GTK's dialog ends the program when it is asked while it closes.
    wait_for("the dialog's end", lambda: not find_windows(title))
    time.sleep(0.5)


def pasting(program, site, folder):
    step("paste an address")
    paste(program, "text/plain;charset=utf-8", site + PAGE + "\n", "At least 14 dead…")
    step("paste a text")
    paste(program, "text/plain;charset=utf-8", TEXT, "The bridge at Low Varn")
    step("paste a file")
    file = folder / "ferry.txt"
    file.write_text("The ferry at Ostmark\n\nThe ferry sank on 5 May 2024, the harbour master said.\n", encoding="utf-8")
    paste(program, "text/uri-list", file.as_uri() + "\r\n", "The ferry at Ostmark")


def select_last(program, name):
    """Selects the last row of a list."""
    rows = program.see("list", name)
    assert rows.get_selection_iface().select_child(rows.get_child_count() - 1)


def refused(program):
    step("add an address at which nobody listens")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/article.html"
        with on_clipboard("text/plain;charset=utf-8", address):
            press_key("ctrl+v")
            program.press("button", "Show")
            program.see("label", "127.0.0.1 refused the connection. Check the address and the network, or try again later.")
        step("let it be")
        select_last(program, "Captures")
        # The first one is that of the job behind the dialog.
        program.act(program.all("button", "Cancel")[-1])
        program.see("label", "Cancelled · 127.0.0.1…")
        press_key("Escape")
        wait_for("the end of the captures", lambda: not program.all("list", "Captures"))


def saving(program, folder, key, title, button, name, start, told):
    step(f"{title}, and change one's mind")
    press_key(key)
    answer_file_dialog(program, title, folder / name, "Cancel")
    assert not (folder / name).exists()

    step(title)
    press_key(key)
    answer_file_dialog(program, title, folder / name, button)
    program.see("label", told)
    assert (folder / name).read_bytes().startswith(start)


def dialogs(program):
    """Opens each; the program would end at a warning of GTK."""
    step("preferences")
    press_key("ctrl+comma")
    program.see("dialog", "Preferences")
    press_key("Escape")
    wait_for("the end of the preferences", lambda: not program.all("dialog", "Preferences"))
    step("keyboard shortcuts")
    press_key("ctrl+question")
    program.see("label", "Add sources")


def ended_with_a_dialog(program):
    """The end of the session asks nobody."""
    press_key("Escape")
    wait_for("the end of the shortcuts", lambda: not program.all("label", "Add sources"))
    program.press("button", "Add Sources")
    program.write(program.see("text", "Addresses or text"), "Half a sen")
    step("end it from outside")
    program.process.terminate()
    assert program.process.wait(30) == 0


def intake():
    with fresh_home(), served() as site, tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = Program()
        make_case(program)
        pasting(program, site, folder)
        refused(program)
        dialogs(program)
        ended_with_a_dialog(program)

        # GTK's own file dialog complains about a path on the accessibility bus when it closes.
        again = Program(strict=False)
        again.see("label", "The ferry at Ostmark")
        saving(again, folder, "ctrl+shift+e", "Export PDF", "Export", "case.pdf", b"%PDF-", "case.pdf exported")
        saving(again, folder, "ctrl+shift+s", "Save a Copy", "Save", "copy.sourceline", b"SQLite format 3", "Copy saved")
        step("quit")
        again.quit()


print("1..1")
try:
    intake()
    print("ok 1 - intake")
except Exception:
    print("\n".join("# " + line for line in [*traceback.format_exc().splitlines(), "showing:", *Program.latest.describe()]))
    print("not ok 1 - intake")
    sys.exit(1)
finally:
    Program.latest.stop()
