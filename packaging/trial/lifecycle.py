"""Install, use, upgrade, remove, purge."""
import os
import pathlib
import re

DEMONSTRATION = "/usr/share/doc/bilan/examples/demonstration/inputs"
AS_BILAN = "setpriv --reuid bilan --regid bilan --init-groups "


def install(debian, report, deb, what):
    debian.put(deb)
    name = os.path.basename(deb)
    return report.expect(what, debian.run(f"apt-get install -y -qq --no-install-recommends ./{name} 2>&1"))


def lifecycle(debian, report, deb):
    report.head("A bare Debian: install, a new programme, its month, the units, the pages, remove, purge")
    report.expect("no Swift here", debian.run("command -v swift; find / -xdev -name 'libswift*' | grep ."), code=1, silent=True)
    install(debian, report, deb, "installs")
    needs = debian.run("ldd /usr/bin/bilan").text
    report.note("needs no library that is not there, and none of Swift's", "not found" not in needs and "swift" not in needs, needs)
    report.expect("the user bilan, its folders", debian.run(
        "id bilan && stat -c '%U %G %a %n' /var/lib/bilan /var/log/bilan"), says="^bilan bilan 750 /var/lib/bilan$")
    report.expect("bilan init", debian.run(
        AS_BILAN + "bilan init /var/lib/bilan --name Essai --start 2024-01 --association Jardins --funder Région"))
    export = debian.run("cd /var/lib/bilan && bilan template etp --association jardins").text
    debian.run(f"cd /var/lib/bilan && printf '%s01/2024;P1;S1;axe-1;;cdi;cree;1;;;f;;\\r\\n' \"$(bilan template etp --association "
               "jardins)\r\n\" >inputs/exports/jardins/etp-2024-01.csv")
    report.note("bilan template", export.startswith("\ufeff") or ";" in export, export)
    report.expect("bilan run, as bilan", debian.run(
        f"cd /var/lib/bilan && sleep 6 && {AS_BILAN} bilan run 2024-01"), says="Édition 2024-01.1 publiée")
    tarball = next(pathlib.Path(deb).parent.glob("bilan-*.tar.gz"))
    debian.put(tarball)
    report.expect("the tarball's program is the same", debian.run(
        f"tar -xzf {tarball.name} && cmp bilan-*/bin/bilan /usr/bin/bilan && bilan-*/bin/bilan --version; code=$?; rm -r bilan-*; exit $code"))
    units(debian, report)
    pages(debian, report)
    completions(debian, report)
    before = kept(debian)
    report.expect("removes", debian.run("apt-get remove -y -qq bilan"))
    report.expect("removed: no program, no unit, the settings stay", debian.run(
        "! command -v bilan && ! ls /usr/lib/systemd/system/bilan* 2>/dev/null && ls /etc/bilan/bilan.conf"))
    report.expect("purges", debian.run("apt-get purge -y -qq bilan"))
    report.expect("purged: no settings, no logs", debian.run("! ls -d /etc/bilan /var/log/bilan /etc/logrotate.d/bilan"),
                  says="No such file")
    report.note("purged: inputs, reports and key are as they were", before == kept(debian) and ".bilan-key" in before, kept(debian))
    report.expect("nothing else is left", debian.run(
        "find / -xdev -path /proc -prune -o -path /root -prune -o -path /var/lib/bilan -prune -o -path /var/cache -prune "
        "-o -path /var/log -prune -o -name '*bilan*' -print | grep ."), code=1, silent=True)


def kept(debian):
    return debian.run("cd /var/lib/bilan && find . -type f | sort | xargs -d '\\n' sha256sum && find . -printf '%p %u %g %m\\n' | sort").text


def units(debian, report):
    for unit in "bilan.service bilan.timer bilan-alert@bilan.service".split():
        report.expect(f"systemd-analyze verify {unit}", debian.run(f"systemd-analyze verify {unit} --man=no 2>&1"), silent=True)
    text = debian.run("systemd-analyze security --offline=yes --no-pager /usr/lib/systemd/system/bilan.service").text
    score = re.search(r"exposure level for \S+: (\d+\.\d)", text)
    report.note(f"systemd-analyze security: {score[1] if score else '?'}, at most 2.0", score and float(score[1]) <= 2.0, text)


def pages(debian, report):
    commands = re.findall(r"bilan-(\w+)\(1\)", debian.run("man --pager=cat bilan").text)
    report.note(f"man bilan: {len(set(commands))} commands", len(set(commands)) > 15)
    for command in sorted(set(commands)):
        page = debian.run(f"man --pager=cat bilan-{command}").text
        told = debian.run(f"bilan {command} --help").text
        flags = set(re.findall(r"--[a-z-]+", told))
        missing = flags - set(re.findall(r"--[a-z-]+", page))
        if not flags or missing or "NOM" not in page or "Show " in page:
            report.note(f"man bilan-{command}: says what --help says, in French", False, f"missing: {missing}\n{page}")
    report.expect("apropos knows the pages", debian.run("mandb -q; whatis bilan-run"), says="publie les rapports")
    report.expect("the documentation", debian.run(
        "cd /usr/share/doc/bilan && ls README.md changelog.gz copyright docs/server.md examples/demonstration/inputs/programme.yaml"))


def completions(debian, report):
    """Each shell, at a terminal, completes a command and ids of the inputs at hand."""
    debian.put(pathlib.Path(__file__).with_name("tab.py"))
    debian.run(f"mkdir -p try && cp -r {DEMONSTRATION} try/inputs")
    asked = {"bilan expl": "explain", "bilan sent 2022-05 regi": "region", "bilan figures 2022-05 --indicator emplois_cr": "emplois_crees",
             "bilan template etp --association compag": "compagnons-batisseurs", "bilan run 2021-1": "2021-12"}
    for shell in ("bash", "zsh", "fish"):
        for line, word in asked.items():
            screen = debian.run(f"cd try && python3 /root/tab.py {shell} '{line}' {word}").text
            report.note(f"{shell}: {line} → {word}", word in screen, screen)


def upgrade(debian, report, before, deb):
    report.head("An upgrade: the ledger of the version before, then this one")
    install(debian, report, before, f"the version before installs ({os.path.basename(before)})")
    debian.run(f"cp -r {DEMONSTRATION} /var/lib/bilan/inputs && chown -R bilan:bilan /var/lib/bilan")
    old = debian.run("bilan --version").text.strip()
    report.expect(f"{old} publishes two months", debian.run(
        f"cd /var/lib/bilan && {AS_BILAN} bilan run --from 2022-04 --to 2022-05 --quiet"))
    debian.run("echo 'BILAN_MAIL=personne' >>/etc/bilan/bilan.conf")
    install(debian, report, deb, "this one upgrades it, unasked")
    new = debian.run("bilan --version").text.strip()
    report.note(f"{old} is now {new}", old != new and new in deb)
    report.expect("the settings are as they were left", debian.run("tail -1 /etc/bilan/bilan.conf"), says="^BILAN_MAIL=personne$")
    within = f"cd /var/lib/bilan && {AS_BILAN} bilan "
    report.expect("history knows both editions", debian.run(within + "history"), says=r"2022-05\.1")
    report.expect("verify: what was published still verifies", debian.run(within + "verify"), says="✓ 2022-05.1")
    report.expect("run: unchanged", debian.run(within + "run 2022-05"), says="inchangé")
    report.expect("run: a month more", debian.run(within + "run 2022-03 --quiet"))
    report.expect("doctor finds nothing that stops a run", debian.run(within + "doctor"))
    before_purge = kept(debian)
    report.expect("removes, purges", debian.run("apt-get remove -y -qq bilan && apt-get purge -y -qq bilan"))
    report.note("inputs, reports and key are as they were", before_purge == kept(debian))
