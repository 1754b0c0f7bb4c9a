#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-exports.py FOLDER: makes a case of the example investigation and exports all of it, one source, and one capture."""
import json
import os
import pathlib
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
example = pathlib.Path(os.environ['SOURCELINE_EXAMPLE_DIR'])
case = folder / 'example.sourceline'


def cli(*words):
    """Runs one command and returns what it prints."""
    return subprocess.run(['sourceline-cli', *map(str, words)], check=True, stdout=subprocess.PIPE, text=True).stdout


def export(form, name, *selection):
    """Exports twice: the same case gives the same bytes."""
    twin = folder / 'twin'
    cli('export', case, '-f', form, '-o', folder / name, *selection)
    cli('export', case, '-f', form, '-o', twin, *selection)
    if (folder / name).read_bytes() != twin.read_bytes():
        sys.exit(f'{name}: two exports of the same case differ')
    twin.unlink()


server = subprocess.Popen([sys.executable, example / 'serve.py'], stdout=subprocess.PIPE, text=True)
try:
    address = server.stdout.readline().split()[-1].rstrip('/')
    pages = sorted(path.relative_to(example / 'pages') for path in (example / 'pages').rglob('*.html'))
    cli('new', case)
    for page in pages + pages[:1]:
        cli('add', case, f'{address}/{page}', '--accept-all')
finally:
    server.terminate()
(folder / 'note.txt').write_text('The gate was opened at noon, the lock keeper said.\n')
cli('add', case, folder / 'note.txt')
captures = [json.loads(line) for line in cli('list', case, 'captures', '--json').splitlines()]
export('warc', 'all.warc.gz')
export('wacz', 'all.wacz')
export('wacz', 'source.wacz', '--sources', captures[-1]['source'])
export('warc', 'capture.warc.gz', '--captures', captures[0]['id'], captures[1]['id'])
