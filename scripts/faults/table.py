"""What was tried, as a table in Markdown, and what was violated, each kind once with how to see it again."""
import collections
import re
import threading


# How a round can end, and the column's title.
RESULTS = {"absorbed": "absorbed", "refused": "refused", "killed": "stopped, converged", "unseen": "harmless, unseen",
           "words": "refused, words do not help", "violation": "violations"}


class Table:
    def __init__(self, title, out):
        self.title, self.out = title, out
        self.counts = collections.defaultdict(collections.Counter)
        self.violations = {}
        self.lock = threading.Lock()

    def add(self, scenario, fault, result, why="", where="", reproduction=""):
        with self.lock:
            self.counts[scenario, fault][result] += 1
            if result not in ("violation", "words"):
                return
            kind = alike(why)
            if kind not in self.violations:
                self.violations[kind] = Kind(result, why, where, reproduction)
                print(f"! {result}: {scenario}, {fault} at {where}: {why}\n    scripts/fault-test {reproduction}", file=self.out,
                      flush=True)
            self.violations[kind].add(scenario, fault, where.split(" ")[0])

    @property
    def broken(self):
        return sum(c["violation"] for c in self.counts.values())

    def markdown(self):
        lines = [f"### {self.title}", "", f"| scenario | fault | tried | {' | '.join(RESULTS.values())} |",
                 "|---|---|--:" + "|--:" * len(RESULTS) + "|"]
        total = collections.Counter()
        for (scenario, fault), c in self.counts.items():
            total += c
            lines.append(row(scenario, fault, c))
        lines.append(row("all", "", total))
        return "\n".join(lines)

    def told(self):
        """The kinds of violations, the frequent ones first."""
        return "\n".join(k.told() for k in sorted(self.violations.values(), key=lambda k: (k.result, -k.count)))


class Kind:
    """Violations told in the same words: where the first one was, and in what the others were."""

    def __init__(self, result, why, where, reproduction):
        self.result = result
        self.why, self.where, self.reproduction, self.count = why, where, reproduction, 0
        self.scenarios, self.faults, self.calls = (collections.Counter() for _ in range(3))

    def add(self, scenario, fault, call):
        self.count += 1
        self.scenarios[scenario] += 1
        self.faults[fault] += 1
        self.calls[call] += 1

    def told(self):
        counters = (self.scenarios, self.faults, self.calls)
        among = "; ".join(", ".join(f"{k} {n}" for k, n in c.most_common(12)) for c in counters)
        return (f"- {self.count}× {self.result}: {self.why}\n  ({among}), first at `{self.where}`:\n"
                f"  `scripts/fault-test {self.reproduction}`")


def row(scenario, fault, c):
    return f"| {scenario} | {fault} | {sum(c.values())} | {' | '.join(str(c[r]) for r in RESULTS)} |"


def alike(why):
    """The same for violations of one kind: what they quote and where they were is left out."""
    why = why.split(" — ")[0]
    why = re.sub(r"[\w.~\[\]-]*/[\w./\[\]-]+|[\[\]\w-]+\.(xml|html|csv|json|yaml|sqlite)\b", "PATH", why)
    return re.sub(r"[0-9a-f]{8,}|\d+", "#", why)[:160]
