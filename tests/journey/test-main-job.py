# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, on the real program: from a web page to an event whose words lead back to the capture."""

import os
import pathlib
import sys
import traceback

from driver import Atspi, Program, wait_for
from world import PAGE, add_page, fresh_home, make_case, served, step


def accept_first(program):
    step("accept a suggestion")
    program.press("page tab", "Review")
    program.press("button", "Accept")


def shown_events(program):
    """Names of the events on the timeline as it is now."""
    names = []
    for timeline in program.all("list", "Timeline"):
        timeline.clear_cache()
        items = [timeline.get_child_at_index(i) for i in range(timeline.get_child_count())]
        names += [item.get_name() for item in items if item.get_state_set().contains(Atspi.StateType.VISIBLE)]
    return names


def find_event(program):
    step("see it on the timeline")
    program.press("page tab", "Timeline")
    return wait_for("the event on the timeline", lambda: shown_events(program))[0]


def open_source(program, quote):
    step("open its source at the quote")
    timeline = program.see("list", "Timeline")
    program.act(timeline, "timeline.next")
    program.act(timeline, "timeline.open")

    def caret_at_quote():
        for view in program.all("text"):
            whole = Atspi.Text.get_text(view, 0, Atspi.Text.get_character_count(view)).lower()
            if quote in whole:
                begin = whole.index(quote)
                return begin <= Atspi.Text.get_caret_offset(view) <= begin + len(quote)
        return False

    wait_for(f"the text of the source at “{quote}”", caret_at_quote)


def undo_and_redo(program):
    step("undo and redo")
    program.press("button", "Undo: …")
    wait_for("the timeline without the event", lambda: shown_events(program) == [] and program.all("button", "Redo: …"))
    program.press("button", "Redo: …")
    wait_for("the timeline with the event again", lambda: len(shown_events(program)) == 1)


def main_job():
    with fresh_home(), served() as site:
        program = Program()
        make_case(program)
        add_page(program, site + PAGE)
        accept_first(program)
        event = find_event(program)
        # The title is of the article's own words, but for the capital that it begins with.
        open_source(program, event.split("…")[0].split(".,")[0].split(" – ")[0][:40].lower())
        undo_and_redo(program)
        step("quit")
        program.quit()

        step("start again and find it")
        again = Program()
        assert find_event(again) == event

        step("end the session")
        again.process.terminate()
        again.process.wait(30)
        files = [path.name for path in pathlib.Path(os.environ["XDG_DATA_HOME"]).rglob("*.sourceline*")]
        assert len(files) == 1, files


print("1..1")
try:
    main_job()
    print("ok 1 - main_job")
except Exception:
    print("\n".join("# " + line for line in [*traceback.format_exc().splitlines(), "showing:", *Program.latest.describe()]))
    print("not ok 1 - main_job")
    sys.exit(1)
finally:
    Program.latest.stop()
