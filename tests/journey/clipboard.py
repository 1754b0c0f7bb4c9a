# SPDX-License-Identifier: GPL-3.0-or-later
"""clipboard.py TYPE: puts what stands on standard input on the clipboard, as another program does, until it is ended."""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

content = GLib.Bytes.new(sys.stdin.buffer.read())
Gtk.init()
Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_for_bytes(sys.argv[1], content))
print("ready", flush=True)
GLib.MainLoop().run()
