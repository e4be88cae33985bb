"""A day's cron, in an empty environment, as the user bilan, on given days."""
import pathlib
import re

from lifecycle import DEMONSTRATION, install

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/server.md"
LATE = "exports/mille-et-un-commerce/etp-2022-05.csv"


def mornings(debian, report, deb):
    report.head("cron, in an empty environment, as bilan: silent when all is well, else 20 lines at most and the code that says which")
    debian.run("cd /usr/bin && mkdir away && mv systemd-sysusers systemd-tmpfiles away")
    install(debian, report, deb, "installs without systemd")
    report.expect("the user bilan, its folders", debian.run(
        "getent passwd bilan && stat -c '%U %G %a %n' /var/lib/bilan /var/log/bilan"), says="^bilan bilan 750 /var/lib/bilan$")
    debian.run(f"cp -r {DEMONSTRATION} /var/lib/bilan/inputs && chown -R bilan:bilan /var/lib/bilan "
               "&& find /var/lib/bilan -exec touch -d 2022-06-01 {} +")

    def cron(day, options="", before="", after=""):
        """What cron would mail on that day at half past six."""
        line = f"cd /var/lib/bilan && exec bilan run --when-complete --quiet {options}"
        # faketime alone puts a variable there; the libraries that it loads have to be found.
        asked = ("setpriv --reuid bilan --regid bilan --clear-groups --inh-caps=-all --no-new-privs env -i "
                 f"/usr/bin/faketime '{day} 06:30:00' /bin/sh -c '{line}'")
        # 99: what was to be put in its way is not there.
        return debian.run(f"{{ {before or 'true'}; }} || exit 99; {asked}; code=$?; {after or 'true'}; exit $code")

    def changed(file, sed):
        """An export as an association corrects it, and as it was."""
        path = f"/var/lib/bilan/inputs/{file}"
        return (f"cp -p {path} /tmp/was && sed -i '{sed}' {path} && touch -d 2022-06-10 {path} && chown bilan: {path}",
                f"cp -p /tmp/was {path}")

    export = "exports/afeji/etp-2022-05.csv"
    corrected = changed(export, "4d")
    key = "/var/lib/bilan/.bilan-key"
    report.expect("10 June: a file is owed and not yet late: waits", cron("2022-06-10"), silent=True)
    report.expect("no edition for it", debian.run("ls /var/lib/bilan/reports/2022-05"), code=2)
    report.expect("16 June: the file is late: publishes without it", cron("2022-06-16"), silent=True)
    report.expect("an edition for it", debian.run("ls -d /var/lib/bilan/reports/2022-05"))
    report.expect("17 June: nothing new", cron("2022-06-17"), silent=True)
    report.expect("late file, --strict", cron("2022-06-17", "--strict", *corrected), code=65, lines=20,
                  says=LATE)
    report.expect("refused file", cron("2022-06-17", "", *changed(export, "s/.*/x;y;z/")), code=65, lines=20,
                  says=export)
    path = f"/var/lib/bilan/inputs/{export}"
    report.expect("a file that bilan may not read", cron(
        "2022-06-17", "", f"chown root:root {path} && chmod 600 {path}", f"chown bilan:bilan {path}; chmod 644 {path}"), code=65,
        lines=20, says=export)
    report.expect("every file of the programme refused", cron(
        "2022-06-17", "", "cd /var/lib/bilan/inputs/exports && tar -cf /tmp/e.tar . && for f in */*; do echo x >$f; done",
        "cd /var/lib/bilan/inputs/exports && tar -xpf /tmp/e.tar"), code=65, lines=20)
    report.expect("full disk", cron(
        "2022-06-17", "--reports /mnt/reports", "mount -t tmpfs -o size=300k,mode=755 full /mnt && install -d -o bilan -g bilan "
        "/mnt/reports", "umount -l /mnt"), code=74, lines=20, says="/mnt/reports")
    report.expect("lost key", cron("2022-06-17", "", f"mv {key} /tmp/key", f"mv /tmp/key {key}"), code=78, lines=20, says="bilan-key")
    report.expect("locked", cron(
        "2022-06-17", "", "flock /var/lib/bilan/reports/.bilan/lock sleep 20 & sleep 1", "kill %1"), code=75, lines=20,
        says="Une autre exécution")
    debian.run("cd /var/lib/bilan && setpriv --reuid bilan --regid bilan --clear-groups bilan close 2022-05")
    report.expect("closed month, nothing new", cron("2022-06-17"), silent=True)
    report.expect("closed month", cron("2022-06-18", "", *corrected), code=65, lines=20, says="clos")
    report.expect("no inputs", cron("2022-06-18", "--inputs /nowhere"), code=66, lines=20, says="/nowhere")
    report.expect("18 June: all is well again", cron("2022-06-18"), silent=True)
    mailed(debian, report, key)


def mailed(debian, report, key):
    """The page's own lines for cron, each minute and for a month that is published, and a cron that no locale reaches."""
    crontab = re.search(r"<<'CRON'\n(.*?)^CRON$", PAGE.read_text(), re.M | re.S)[1]
    crontab = crontab.replace("30 6 * * *", "* * * * *").replace("bilan run", "bilan run 2022-05")
    (debian.root / "etc/cron.d/bilan").write_text(crontab)
    debian.run("printf '#!/bin/sh\\ncat >/tmp/mail.$$\\n' >/usr/sbin/sendmail && chmod 755 /usr/sbin/sendmail")
    # A minute and some: once at least. What came first is shown.
    minute = "env -i /usr/bin/timeout 65 /usr/sbin/cron -f; "
    report.expect("cron itself, all is well: no mail", debian.run(minute + "cat /tmp/mail.*"), code=1, says="No such file")
    mail = debian.run(f"mv {key} /tmp/key; {minute} mv /tmp/key {key}; cat \"$(ls /tmp/mail.* | head -1)\"").text
    head, _, text = mail.partition("\n\n")
    report.note("cron itself, a lost key: mailed in 20 lines at most, and the accents are said to be UTF-8",
                "charset=UTF-8" in head and "bilan-key" in text and len(text.splitlines()) <= 20, mail)
