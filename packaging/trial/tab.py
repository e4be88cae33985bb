"""What a shell shows when somebody types a line and the tabulator: tab.py SHELL LINE. Runs in the trial's Debian."""
import os
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


def seen(terminal, seconds):
    """What comes until nothing has come for a second."""
    screen, end, last = b"", time.monotonic() + seconds, time.monotonic()
    while time.monotonic() < min(end, last + 1):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                screen += os.read(terminal, 65536)
            except OSError:
                break
            last = time.monotonic()
    return screen


def main(shell, line):
    child, terminal = os.forkpty()
    if child == 0:
        os.environ["TERM"] = "xterm"
        os.execvp(START[shell][0], START[shell])
    seen(terminal, 5)
    os.write(terminal, READY[shell].encode())
    seen(terminal, 5)
    os.write(terminal, line.encode() + b"\t")
    screen = seen(terminal, 8)
    if shell == "bash":
        os.write(terminal, b"\t")
        screen += seen(terminal, 5)
    print(screen.decode(errors="replace"))
    os.close(terminal)


main(*sys.argv[1:])
