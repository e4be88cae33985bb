"""What was tried, and how it ended."""
import re
import sys


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def head(self, text):
        print(f"\n{text}", flush=True)

    def note(self, what, holds, detail=""):
        self.passed += bool(holds)
        self.failed += not holds
        print(f"  {'✓' if holds else '✗'} {what}", flush=True)
        if not holds and detail:
            print("\n".join("      " + line for line in detail.strip().splitlines()[:60]), flush=True)
        return holds

    def expect(self, what, outcome, code=0, says=None, lines=None, silent=False):
        """An outcome with this code, that says this (a regular expression), in so many lines at most."""
        count = len(outcome.text.splitlines())
        holds = (outcome.code == code and (says is None or re.search(says, outcome.text, re.M))
                 and (lines is None or count <= lines) and not (silent and outcome.text))
        told = f"{what}: {outcome.code}" + (f", {count} lines" if lines else ", silent" if silent else "")
        return self.note(told, holds, f"expected {code}" + (f" and {says!r}" if says else "") + f"; got {outcome.code}:\n{outcome.text}")

    def end(self):
        print(f"\n{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
