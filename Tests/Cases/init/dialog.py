"""Runs `bilan init FOLDER` at a terminal of its own, types the lines of standard input, then an end of file, and prints what was
said."""
import os
import pty
import sys

answers = sys.stdin.read().splitlines()
process, terminal = pty.fork()
if process == 0:
    os.execvp("bilan", ["bilan", "init", sys.argv[1]])
seen = b""


def read():
    """Up to the next question; False: there is none any more."""
    global seen
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            return False
        if not part:
            return False
        seen += part
        if seen.endswith(b" : "):
            return True


while read():
    os.write(terminal, answers.pop(0).encode() + b"\n" if answers else b"\x04")
print(seen.decode().replace("\r\n", "\n"), end="")
print("code", os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
