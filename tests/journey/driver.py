# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program through the accessibility bus, as somebody with a screen reader would."""

import os
import subprocess
import sys
import time

# The program stops at warnings; this process does not, since the bus says "object does not exist" whenever a
# window closes while it is looked at.
STRICTNESS = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PROGRAM = os.path.join(os.environ["SOURCELINE_BIN_DIR"], "sourceline")
PATIENCE = 30


def wait_for(what, condition):
    """Waits until @condition gives something, and returns it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except Exception:  # widgets come and go while they are looked at
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{what}: not within {PATIENCE} s")


def matches(seen, wanted):
    """Whether a name is the one wanted; "Undo: …" is any that begins so, and a key in parentheses counts for nothing."""
    if wanted is None or seen == wanted:
        return True
    if wanted.endswith("…"):
        return seen.startswith(wanted[:-1])
    return seen.split(" (")[0].rstrip("…") == wanted


class Program:
    """One run of the program, with what can be seen of it."""

    latest = None

    def __init__(self, *arguments, strict=True):
        Program.latest = self
        self.process = subprocess.Popen([PROGRAM, *arguments], stdout=sys.stderr,
                                        env={**os.environ, "G_DEBUG": STRICTNESS if strict else ""})
        self.root = wait_for("the program on the accessibility bus", self._find_root)

    def _find_root(self):
        assert self.process.poll() is None, "the program ended"
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def _walk(self, node):
        # Children of what is not showing are not asked for: a person cannot reach them either.
        yield node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
                yield from self._walk(child)

    def all(self, role, name=None):
        """Everything showing of a role and name."""
        found = []
        for node in self._walk(self.root):
            if node.get_role_name() == role and matches(node.get_name(), name) \
                    and node.get_state_set().contains(Atspi.StateType.SHOWING):
                found.append(node)
        return found

    def describe(self):
        """What has a name and is showing, one line each, for the report of a failure."""
        return [f"{node.get_role_name()} “{node.get_name()}”" for node in self._walk(self.root)
                if node.get_name() and node.get_state_set().contains(Atspi.StateType.SHOWING)]

    def see(self, role, name=None):
        """Waits for the first of them."""
        return wait_for(f"{role} “{name}”", lambda: self.all(role, name))[0]

    def press(self, role, name):
        """Does what a click on it does."""
        self.act(self.see(role, name))

    def act(self, node, name=None):
        """Invokes an action of a widget by its name, or its first one."""
        actions = node.get_action_iface()
        for index in range(actions.get_n_actions()):
            if name is None or Atspi.Action.get_action_name(actions, index) == name:
                assert actions.do_action(index), (node.get_name(), name)
                return
        raise AssertionError(f"“{node.get_name()}” has no action {name}")

    def write(self, node, text):
        """Types into a field."""
        assert node.get_editable_text_iface().set_text_contents(text)

    def stop(self):
        """Ends the program without asking, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def quit(self):
        """Closes the window and waits for the program's end."""
        self.press("button", "Close")
        self.process.wait(PATIENCE)
        assert self.process.returncode == 0, self.process.returncode
