"""What scripts/judge-reports runs, in its virtual environment: the judges, file by file."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.base import AXE_SCRIPT
from openxml_audit import OpenXmlValidator, ValidationSeverity
from playwright.sync_api import sync_playwright

WIDTHS, SCREEN, SCREENS, PAPERS = (360, 1280), 800, 8, 10
VIEWS = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
SIZE = "(({scrollHeight, scrollWidth, clientWidth}) => [scrollHeight, scrollWidth - clientWidth])(document.documentElement)"
FOOTER = re.compile(r".*Page \d+ sur \d+.*")
# Who sticks out of the page: what is past its right edge, and not within a box that scrolls or cuts by itself.
STICKS_OUT = """() => {
  const held = e => e && e !== document.body && (getComputedStyle(e).overflowX !== "visible" || held(e.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 && !held(e.parentElement))
    .map(e => e.localName + (e.id && "#" + e.id) + [...e.classList].map(c => "." + c).join(""));
}"""

month = pathlib.Path(os.path.abspath(sys.argv[1]))
pages, books = sorted(month.rglob("*.html")), sorted(month.rglob("*.xlsx"))
if not pages + books:
    # An empty folder is no month, and no verdict on one.
    sys.exit(f"judge-reports: no page and no workbook in {month}")
# Beside the month's link stands the index of all months, not beside the edition that it points to: the link is not resolved.
pages += [path for path in [month.parent / "index.html"] if path.is_file()]
column = max(len(os.path.relpath(p, month)) for p in pages + books)
failures = 0


def verdict(path, judge, told, faults=(), fail=None):
    """One line, and one for each fault; a fault fails unless `fail` says otherwise."""
    global failures
    fail = bool(faults) if fail is None else fail
    failures += fail
    print(f"{'FAIL' if fail else 'ok':4}  {os.path.relpath(path, month):{column}}  {judge:7}  {told}", flush=True)
    for fault in faults:
        print(f"        {fault}", flush=True)


def few(names):
    names = list(dict.fromkeys(names))  # each once, in their order
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def elements(rule):
    return {" ".join(map(str, node["target"])) for node in rule["nodes"]}


def axe(path, results):
    """A fault a rule, with the views it is broken in. What axe can decide in no view is told, for a person to look at."""
    faults = []
    for name in sorted({rule["id"] for result in results.values() for rule in result["violations"]}):
        broken = {view: rule for view, result in results.items() for rule in result["violations"] if rule["id"] == name}
        views = ", ".join(f"{width} px {scheme}" for width, scheme in broken) if len(broken) < len(VIEWS) else "every view"
        rule = next(iter(broken.values()))
        why = next(check["message"] for kind in ("any", "all", "none") for check in rule["nodes"][0][kind])
        where = few(sorted(set().union(*map(elements, broken.values()))))
        faults.append(f"{name} ({rule['impact']}), {views}: {where}: {why}")
    undecided = set.intersection(*({(rule["id"], where) for rule in result["incomplete"] for where in elements(rule)}
                                   for result in results.values()))
    told = f"; undecided: {len(undecided)} elements, of {few(sorted({rule for rule, _ in undecided}))}" if undecided else ""
    verdict(path, "axe", f"{len(faults)} violations in {len(VIEWS)} views{told}", faults)


def length(path, pixels):
    """How far a thumb scrolls: limited on what people get to read first, told of letters and whatever else there is."""
    limited = "financeurs" in path.relative_to(month.parent).parts or path == month / "interne/index.html"
    limit = f", {SCREENS} at most" if limited else ""
    verdict(path, "length", f"{pixels / SCREEN:.1f} screens of {WIDTHS[0]} x {SCREEN} px{limit}",
            fail=limited and pixels > SCREENS * SCREEN)


def judge_pages():
    with sync_playwright() as playwright:
        # The system's Chromium: Playwright downloads none. It runs headless and unsandboxed unless told otherwise.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--disable-gpu"])
        # The page's own Content-Security-Policy stays in force, so that axe sees what a reader sees: the developer protocol,
        # which brings axe into the page, is not subject to it.
        tabs = {(width, scheme): browser.new_page(viewport={"width": width, "height": SCREEN}, color_scheme=scheme)
                for width, scheme in VIEWS}
        for path in pages:
            results, heights, wide = {}, {}, {}
            for view, tab in tabs.items():
                tab.goto(path.as_uri())
                heights[view], over = tab.evaluate(SIZE)
                if over > 0:
                    wide[view[0]] = f"{view[0]} px: {over} px too wide, by {few(tab.evaluate(STICKS_OUT))}"
                tab.evaluate(AXE_SCRIPT)
                results[view] = tab.evaluate("axe.run({resultTypes: ['violations', 'incomplete']})")
            axe(path, results)
            length(path, max(heights[view] for view in VIEWS if view[0] == WIDTHS[0]))
            verdict(path, "width", "scrolls sideways" if wide else f"fits {WIDTHS[0]} and {WIDTHS[1]} px", wide.values())
        browser.close()


def openxml(path):
    found = OpenXmlValidator(max_errors=0).validate(path).errors
    errors = [f"{e.part_uri} {e.path}: {e.description}".lstrip(" :") for e in found if e.severity == ValidationSeverity.ERROR]
    verdict(path, "openxml", f"{len(errors)} errors", errors)


def printed(path, scratch):
    """How much paper, and whether each page says anything beside its footer, which stands on empty ones, too."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        # A profile of its own: an open LibreOffice would take the work over, and its settings with it.
        told = subprocess.run(["soffice", f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless", "--convert-to",
                               "pdf", "--outdir", folder, path], capture_output=True, text=True, timeout=300)
        pdf = pathlib.Path(folder, path.stem + ".pdf")
        if not pdf.exists():
            return verdict(path, "print", "LibreOffice made no PDF of it", (told.stdout + told.stderr).strip().split("\n")[-1:])
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    papers = text.split("\f")[:-1]
    faults = [f"page {n} has no text" for n, paper in enumerate(papers, 1) if not FOOTER.sub("", paper).strip()]
    verdict(path, "print", f"{len(papers)} pages, {PAPERS} at most", faults, fail=bool(faults) or len(papers) > PAPERS)


if pages:
    judge_pages()
with tempfile.TemporaryDirectory() as scratch:
    for book in books:
        openxml(book)
        printed(book, pathlib.Path(scratch))
print(f"{len(pages + books)} files, {failures} failures")
sys.exit(failures > 0)
