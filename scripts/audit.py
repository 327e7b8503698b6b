"""`make audit`: does a database of advisories know a vulnerability in what the locks hold?

Ends with 1 when one is known that `scripts/audit_accepted.txt` does not accept. What could not be looked up is said
loudly and fails nothing: a machine without that network is no worse for it, and must not believe itself looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-dev.lock"  # it holds the runtime one too
ACCEPTED = ROOT / "scripts" / "audit_accepted.txt"
SERVICES = ("pypi", "osv")  # the second when the first knows nothing of anything
SECONDS = 45  # for each; a machine without that network would wait for every package


@dataclass
class Audit:
    """What was found. `known` names each vulnerability: (package, version, advisory, versions that mend it)."""

    looked_at: int = 0
    skipped: list[str] = field(default_factory=list)
    known: list[tuple[str, str, str, str]] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    why_not: str = ""

    @property
    def code(self) -> int:
        return 1 if self.known else 0


def read_report(report: str, accepted: Mapping[str, str]) -> Audit:
    """The JSON of pip-audit; `why_not` when it is none."""
    try:
        dependencies = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Audit(why_not="pip-audit gave no report")
    found = Audit()
    for one in dependencies:
        if "skip_reason" in one:
            found.skipped.append(one["name"])
            continue
        found.looked_at += 1
        for flaw in one.get("vulns", []):
            names = {flaw["id"], *flaw.get("aliases", [])}
            if names & accepted.keys():
                found.accepted.append(flaw["id"])
            else:
                mended = ", ".join(flaw.get("fix_versions", [])) or "none yet"
                found.known.append((one["name"], one["version"], flaw["id"], mended))
    return found


def accepted_in(words: str) -> dict[str, str]:
    """Advisory -> why it does not concern us; a line without its reason is refused by ValueError."""
    found = {}
    for line in words.splitlines():
        if line.strip() and not line.startswith("#"):
            advisory, _, why = line.strip().partition(" ")
            if not why.strip():
                raise ValueError(f"say why {advisory} is accepted")
            found[advisory] = why.strip()
    return found


def told(audit: Audit) -> str:
    lines = [f"{name} {version}: {advisory} (mended in: {mended})" for name, version, advisory, mended in audit.known]
    if lines:
        lines.insert(0, "KNOWN VULNERABILITIES in the lock (make lock ARGS=--upgrade; see scripts/audit_accepted.txt):")
    if audit.accepted:
        lines.append(f"Known and accepted: {', '.join(audit.accepted)}")
    if audit.why_not or audit.skipped:
        why = (
            audit.why_not
            or f"{len(audit.skipped)} packages of {len(audit.skipped) + audit.looked_at} could not be looked up"
        )
        lines += ["*" * 100, f"*** NOT AUDITED: {why}. No database of advisories answered for them.", "*" * 100]
    else:
        lines.append(f"Audited: {audit.looked_at} packages, {len(audit.known)} known vulnerabilities.")
    return "\n".join(lines)


def run(program: Sequence[str], lock: Path, accepted: Mapping[str, str]) -> Audit:
    """The first service that knows of anything, else what the first one said."""
    first, *others = SERVICES
    audit = _asked(program, first, lock, accepted)
    for service in others:
        if audit.looked_at:
            break
        other = _asked(program, service, lock, accepted)
        audit = other if other.looked_at else audit
    return audit


def _asked(program: Sequence[str], service: str, lock: Path, accepted: Mapping[str, str]) -> Audit:
    how = ("-s", service, "-f", "json", "--disable-pip", "--progress-spinner", "off", "--timeout", "5")
    asked: list[Any] = [*program, "-r", lock, *how]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Audit(why_not=f"pip-audit did not end ({type(error).__name__})")
    return read_report(done.stdout, accepted)


def main() -> int:
    audit = run(sys.argv[1:], LOCK, accepted_in(ACCEPTED.read_text(encoding="utf-8")))
    print(told(audit))
    return audit.code


if __name__ == "__main__":
    raise SystemExit(main())
