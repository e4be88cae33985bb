"""What a shell shows when somebody types a line and the tabulator, until it shows a word or does not: tab.py SHELL LINE WORD. Runs in
the trial's Debian."""
import os
import re
import select
import sys
import time

START = {
    "bash": ["bash", "--noprofile", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "-i"],
}
READY = {
    "bash": ". /usr/share/bash-completion/bash_completion; bind 'set show-all-if-ambiguous on'\r",
    "zsh": "autoload -Uz compinit; compinit -u -d /tmp/zcompdump\r",
    "fish": "set -g fish_greeting; function fish_prompt; echo '> '; end\r",
}


def seen(terminal, seconds, word=None):
    """What comes until nothing has come for a second; with a word, until it has: a machine may be slow."""
    screen, end, last = b"", time.monotonic() + seconds, time.monotonic()
    while time.monotonic() < (end if word else min(end, last + 1)) and not (word and word in plain(screen)):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                screen += os.read(terminal, 65536)
            except OSError:
                break
            last = time.monotonic()
    return screen


def plain(screen):
    return re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|\(B)", "", screen.decode(errors="replace"))


def main(shell, line, word):
    child, terminal = os.forkpty()
    if child == 0:
        os.environ["TERM"] = "xterm"
        os.execvp(START[shell][0], START[shell])
    seen(terminal, 5)
    os.write(terminal, READY[shell].encode())
    seen(terminal, 5)
    os.write(terminal, line.encode() + b"\t")
    screen = seen(terminal, 8, word)
    if word not in plain(screen):
        os.write(terminal, b"\t")
        screen += seen(terminal, 20, word)
    print(plain(screen))
    os.close(terminal)


main(*sys.argv[1:])
