"""A bare Debian in a folder, without Swift: what a server is before bilan comes. Root, debootstrap, systemd-nspawn."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

# What a server has anyway, or what tries the package with: none of it is a dependency of bilan.
TOOLS = ["systemd", "systemd-sysv", "dbus", "cron", "openssh-server", "logrotate", "man-db", "bash-completion", "zsh", "fish",
         "faketime", "python3-minimal", "ca-certificates", "adduser", "sudo"]


class Outcome:
    def __init__(self, code, text):
        self.code, self.text = code, text


class Debian:
    """Commands run in a container of their own, or, between `boot` and `halt`, beside the systemd that runs there."""

    def __init__(self, cache):
        sweep(cache)
        self.root = pathlib.Path(tempfile.mkdtemp(prefix=f"root-{os.getpid()}-", dir=cache))
        base = make_base(cache)
        subprocess.run(["cp", "-a", "--reflink=auto", f"{base}/.", self.root], check=True)
        self.machine = self.leader = None

    def run(self, command):
        """Standard output and error together, as a person at a screen sees them."""
        words = ["/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
                 "DEBIAN_FRONTEND=noninteractive", "/bin/bash", "-c", "exec 2>&1; cd /root && " + command]
        if self.leader:
            words = ["nsenter", "--target", str(self.leader), "--mount", "--uts", "--ipc", "--net", "--pid", "--"] + words
        else:
            words = NSPAWN + ["--pipe", "-D", str(self.root)] + words
        # What systemd-nspawn says of itself is not the command's.
        done = subprocess.run(["timeout", "--foreground", "300"] + words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        return Outcome(done.returncode, done.stdout.decode(errors="replace"))

    def put(self, file, place="root"):
        shutil.copy2(file, self.root / place)

    def boot(self):
        """Its own systemd as process 1, with no network but its own loopback."""
        log = open(f"{self.root}.boot.log", "w")
        self.machine = subprocess.Popen(NSPAWN + ["--private-network", "--boot", "-D", str(self.root)],
                                        stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        for _ in range(120):
            children = pathlib.Path(f"/proc/{self.machine.pid}/task/{self.machine.pid}/children").read_text().split()
            self.leader = int(children[0]) if children else None
            if self.leader and self.run("systemctl is-system-running").text.strip() in ("running", "degraded"):
                return
            time.sleep(0.5)
        raise SystemExit(f"trial: systemd does not start in {self.root}: {self.root}.boot.log")

    def halt(self):
        if self.machine:
            if self.leader:
                self.run("systemctl poweroff")
            try:
                self.machine.wait(30)
                pathlib.Path(f"{self.root}.boot.log").unlink()
            except subprocess.TimeoutExpired:
                os.kill(self.machine.pid, signal.SIGKILL)
        self.machine = self.leader = None

    def remove(self):
        self.halt()
        shutil.rmtree(self.root, ignore_errors=True)


NSPAWN = ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--resolv-conf=copy-host", "--timezone=off"]


def sweep(cache):
    """What a trial left that was killed: hundreds of megabytes each."""
    for left in pathlib.Path(cache).glob("root-*"):
        owner = left.name.split("-")[1].split(".")[0]
        if owner.isdigit() and not pathlib.Path(f"/proc/{owner}").exists():
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink()


def make_base(cache):
    """debootstrap and the tools, once: minutes; later trials copy it."""
    release = dict(line.strip().split("=", 1) for line in open("/etc/os-release") if "=" in line)
    suite = release["VERSION_CODENAME"].strip('"')
    base = pathlib.Path(cache) / f"base-{suite}"
    complete = base / "complete"
    if not complete.exists() or complete.read_text() != " ".join(TOOLS):
        print(f"trial: making a bare Debian {suite}: minutes, once", flush=True)
        shutil.rmtree(base, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", suite, str(base)], check=True, stdout=subprocess.DEVNULL)
        # Its own docs are kept: bilan's are part of what is tried.
        install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends " + " ".join(TOOLS)
        subprocess.run(NSPAWN + ["--pipe", "-D", str(base), "/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8",
                                 "/bin/sh", "-c", install], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        complete.write_text(" ".join(TOOLS))
    return base
