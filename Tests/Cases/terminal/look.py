"""Runs bilan on a pseudo-terminal of a given width, and says what is to be seen there."""
import fcntl, os, pty, re, shutil, struct, subprocess, termios

BILAN = shutil.which("bilan")
# What was drawn, and drawn over.
BAR = re.compile(r"\r\x1b\[K([^\r\x1b\n]+)(?=\r)")
COLOUR = re.compile(r"\x1b\[\d+m")


def on_terminal(words, columns, **environment):
    """What reaches the terminal, and the exit code."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = {"PATH": os.environ["PATH"], "TERM": "xterm", **environment}
    process = subprocess.Popen([BILAN, *words.split()], stdin=side, stdout=side, stderr=side, env=settings)
    os.close(side)
    seen = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(main)
    return seen.decode().replace("\r\n", "\n"), process.wait()


def screen(text):
    """The lines that stay: without colours, and without what was drawn and erased."""
    lines = []
    for line in COLOUR.sub("", text).split("\n"):
        lines.append(line.split("\r\x1b[K")[-1])
    return lines


def width(text):
    """Of the widest line that could have been broken: a path alone is never cut."""
    return max((len(line) for line in screen(text) if " " in line.strip()), default=0)


subprocess.run("find inputs -exec touch -h -d '2 minutes ago' {} +", shell=True, check=True)
text, code = on_terminal("run --from 2022-03 --to 2022-05", 80)
bars = BAR.findall(text)
print("run :", code, "barre :", bool(bars), "mois :", any(re.search(r"\] \d/3 mois(, reste \d+ s)?$", bar) for bar in bars),
      "assez courte :", all(len(bar) < 80 for bar in bars), "effacée :", text.endswith("\n"),
      "étapes :", len({bar.split(" [")[0] for bar in bars}) > 2)
for columns in (80, 120):
    for words in ("status", "catalogue", "figures 2022-05 --format table", "check 2022-05", "doctor", "history", "--help",
                  "help explain", "run --form 2021-07"):
        text, code = on_terminal(words, columns)
        print(columns, words, ":", code, "tient dans la fenêtre" if width(text) <= columns else f"TROP LARGE {width(text)}")
subprocess.run("sed -i 4d inputs/exports/afeji/etp-2022-05.csv; touch -d '2 minutes ago' inputs/exports/afeji/etp-2022-05.csv",
               shell=True, check=True)
for columns in (80, 120):
    text, code = on_terminal("plan 2022-05", columns)
    print(columns, "plan :", code, width(text) <= columns)
text, _ = on_terminal("verify", 80)
print("verify : barre", any("éditions" in bar for bar in BAR.findall(text)), "vert :", "\x1b[32m✓\x1b[0m 2022-05.1" in text)

for name, settings in (("NO_COLOR", {"NO_COLOR": "1"}), ("NO_COLOR vide", {"NO_COLOR": ""}), ("TERM=dumb", {"TERM": "dumb"}), ("TERM vide", {"TERM": ""})):
    text, _ = on_terminal("verify", 80, **settings)
    print(name, ": couleur", bool(COLOUR.search(text)), "barre", "\r\x1b[K" in text)
text, code = on_terminal("run 2022-13", 80)
print("erreur :", code, "rouge :", text.startswith("\x1b[31m<mois> ne peut pas"))

piped = subprocess.run([BILAN, "doctor"], capture_output=True, env={"PATH": os.environ["PATH"], "TERM": "xterm"})
print("tube :", b"\x1b" in piped.stdout + piped.stderr, len(piped.stderr))
