"""docs/server.md, as an administrator follows it: its blocks in their order, in a Debian whose systemd runs; what an association does,
and what the page promises, is tried in between."""
import pathlib
import re

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/server.md"
SFTP = "sftp -q -b - -i /root/client -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null depot-jardins@127.0.0.1"


def server_page(debian, report, deb):
    report.head("docs/server.md, block by block, with systemd running")
    debian.put(deb)
    name = deb.rsplit("/", 1)[-1]
    report.expect("what apt needs is fetched", debian.run(
        f"apt-get install -y -qq --no-install-recommends --download-only ./{name}"))
    debian.boot()
    debian.run("ssh-keygen -q -t ed25519 -N '' -f client && cp client.pub jardins.pub")
    after = {"Drop folders over SFTP": deliveries, "The analyst": analyst, "Every morning": morning, "When it fails": failures,
             "Backup: the reports, and the key apart": backup}
    for title, text in sections():
        for number, block in enumerate(re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S), 1):
            script = block.replace("apt-get install", "apt-get install -qq --no-install-recommends")
            outcome = debian.run("set -euo pipefail\n" + script)
            report.expect(f"{title}, block {number}", outcome)
        after.get(title, lambda *_: None)(debian, report)


def sections():
    parts = re.split(r"^## (.*)\n", PAGE.read_text(), flags=re.M)
    return list(zip(parts[1::2], parts[2::2]))


def deliveries(debian, report):
    """An association puts a file, and can do nothing else; another file is not for others to read."""
    month = "$(date -d \"$(date +%Y-%m-15) -1 month\" +%Y-%m)"
    debian.run("cd /var/lib/bilan && runuser -u bilan -- bilan template etp --association jardins >/root/head.csv")
    debian.run(f"month={month}; {{ cat head.csv; printf '%s;P1;S1;axe-1;;cdi;cree;1;;;f;;\\r\\n' \"${{month#*-}}/${{month%-*}}\"; }} "
               ">etp-$month.csv; touch -d yesterday etp-$month.csv")
    put = debian.run(f"echo 'put etp-'{month}'.csv' | {SFTP}")
    report.expect("an association puts its file by SFTP", put)
    report.expect("it is the group's to read", debian.run(
        "stat -c '%U %G %a' /var/lib/bilan/inputs/exports/jardins/etp-*.csv"), says="^depot-jardins bilan 640$")
    report.note("and sees nothing but its own folder", debian.run(f"echo 'ls /var' | {SFTP}").code != 0
                and debian.run(f"echo 'put head.csv /x.csv' | {SFTP}").code != 0)
    report.note("has no shell", debian.run(SFTP.replace("sftp -q -b -", "ssh") + " id").code != 0)
    debian.run("sleep 6")


def analyst(debian, report):
    """What is not the analyst's to touch: told to be asked of bilan, not taken from it."""
    month = "$(date -d \"$(date +%Y-%m-15) -1 month\" +%Y-%m)"
    for command in (f"plan {month}", f"run {month}", f"sent {month} region", f"close {month}"):
        told = debian.run(f"cd /var/lib/bilan && runuser -u analyste -- bilan {command}")
        report.note(f"as analyste, {command.split()[0]}: 77, and in whose name it is to be run",
                    told.code == 77 and "sudo -u bilan bilan" in told.text and "chown" not in told.text, told.text)
    report.expect("as bilan, through sudo, sent", debian.run(
        f"cd /var/lib/bilan && runuser -u analyste -- sudo -u bilan bilan sent {month} region"))
    report.note("and nothing else than bilan", debian.run("runuser -u analyste -- sudo -n -u bilan cat /var/lib/bilan/.bilan-key").code != 0)


def morning(debian, report):
    state = debian.run("systemctl show bilan.service -p Result -p ExecMainStatus; journalctl -u bilan --no-pager | tail -30").text
    report.note("the service ran and ended well", "Result=success" in state and "ExecMainStatus=0" in state, state)
    report.note("the timer waits for tomorrow", "06:30" in debian.run("systemctl list-timers --no-pager bilan.timer").text
                or "05:30" in debian.run("systemctl list-timers --no-pager bilan.timer").text)
    report.expect("reports are the group's to read", debian.run(
        "find /var/lib/bilan/reports \\( -type f -o -type d \\) -printf '%u %g %m\\n' | sort -u"), lines=4)
    report.expect("its journal for machines", debian.run("tail -1 /var/log/bilan/bilan.jsonl"), says="^{")
    for path in ("/var/lib/bilan/inputs/programme.yaml", "/etc/bilan/bilan.conf"):
        debian.run("mkdir -p /run/systemd/system/bilan.service.d && printf '[Service]\\nRestart=no\\nExecStart=\\nExecStart=/bin/sh -c \"echo x >>"
                   f"{path}\"\\n' >/run/systemd/system/bilan.service.d/try.conf && systemctl daemon-reload")
        report.note(f"under its hardening nothing writes {path}", debian.run("systemctl start bilan.service").code != 0)
    debian.run("rm -r /run/systemd/system/bilan.service.d; systemctl daemon-reload; systemctl reset-failed")


def failures(debian, report):
    """A lost key: the service fails with its code, the alert goes out, with what is wrong."""
    debian.run("printf '#!/bin/sh\\ncat >/tmp/mail.txt\\n' >/usr/sbin/sendmail && chmod 755 /usr/sbin/sendmail")
    debian.run("sed -i 's/^PrivateTmp=yes$/PrivateTmp=no/' /usr/lib/systemd/system/bilan-alert@.service && systemctl daemon-reload")
    debian.run("mv /var/lib/bilan/.bilan-key /root/key; systemctl start bilan.service")
    state = debian.run("systemctl show bilan.service -p ExecMainStatus").text
    mail = mailed(debian)
    report.note("a lost key: the service ends with 78", "=78" in state, state)
    report.note("the alert is mailed: to root, the code, what is lost, what to do", all(
        re.search(words, mail) for words in ("^To: root", "code 78", "bilan-key", "sauvegarde")), mail)
    debian.run("mv /root/key /var/lib/bilan/.bilan-key; systemctl reset-failed; rm /tmp/mail.txt")
    debian.run("flock /var/lib/bilan/reports/.bilan/lock sleep 8 & sleep 1; timeout 5 systemctl start bilan.service")
    state = debian.run("systemctl show bilan.service -p ActiveState -p SubState").text
    report.note("another run holds the lock: it will try again, and mails nothing yet",
                "auto-restart" in state and debian.run("cat /tmp/mail.txt").code != 0, state)
    # The same, with seconds for minutes: after six tries it gives up, and says so.
    debian.run("systemctl stop bilan.service; systemctl reset-failed; mkdir -p /run/systemd/system/bilan.service.d && printf "
               "'[Service]\\nRestartSec=1s\\n' >/run/systemd/system/bilan.service.d/try.conf && systemctl daemon-reload")
    debian.run("flock /var/lib/bilan/reports/.bilan/lock sleep 120 & sleep 1; timeout 100 systemctl start bilan.service; kill %1")
    mail = mailed(debian)
    state = debian.run("systemctl show bilan.service -p NRestarts -p ActiveState").text
    report.note("after six tries it gives up, and that is mailed", "=failed" in state and "Une autre exécution" in
                mail, state + mail)
    debian.run("rm -r /run/systemd/system/bilan.service.d; systemctl daemon-reload; systemctl reset-failed; rm /usr/sbin/sendmail")


def mailed(debian):
    """The alert, once its last line is there: a machine may be slow."""
    return debian.run("for _ in $(seq 30); do grep -q '^La suite' /tmp/mail.txt 2>/dev/null && break; sleep 1; done; cat /tmp/mail.txt").text


def backup(debian, report):
    names = debian.run("tar -tzf \"$(ls /var/backups/bilan/*.tar.gz)\"").text
    report.note("the backup has ledger and archive, and no key", ".bilan/ledger.sqlite" in names and ".bilan/archive/" in names
                and "bilan-key" not in names, names)
