"""What comes from others: known vulnerabilities fail, what was not looked up is said; XML is read safely."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import openpyxl
import pytest

from scripts.audit import ACCEPTED, accepted_in, read_report, run, told
from tests.support.sources import FLOORS, ROOT, name_of, python_files

FLAW = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["2.0"]}
CLEAN = {"name": "starlette", "version": "1.0", "vulns": []}
HOLED = {"name": "pillow", "version": "1.9", "vulns": [FLAW]}
AWAY = {"name": "aiohttp", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("dependencies", "accepted", "code", "said", "unsaid"),
    [
        ([CLEAN], {}, 0, "Audited: 1 packages, 0 known", "NOT AUDITED"),
        ([CLEAN, HOLED], {}, 1, "pillow 1.9: PYSEC-2026-1 (mended in: 2.0)", "NOT AUDITED"),
        ([HOLED], {"CVE-2026-1": "why"}, 0, "Known and accepted: PYSEC-2026-1", "KNOWN VULN"),
        ([AWAY, AWAY], {}, 0, "NOT AUDITED: 2 packages of 2", "0 known"),
        ([CLEAN, AWAY], {}, 0, "NOT AUDITED: 1 packages of 2", "0 known"),
        ([HOLED, AWAY], {}, 1, "NOT AUDITED: 1 packages of 2", "0 known"),
        (None, {}, 0, "NOT AUDITED: pip-audit gave no report", "0 known"),
    ],
    ids=["clean", "holed", "accepted", "nothing reached", "a part reached", "holed in part", "no report"],
)
def test_what_was_found_is_said_and_counts(
    dependencies: object, accepted: dict[str, str], code: int, said: str, unsaid: str
) -> None:
    audit = read_report("" if dependencies is None else json.dumps({"dependencies": dependencies}), accepted)
    assert (audit.code, said in told(audit), unsaid in told(audit)) == (code, True, False), told(audit)


@pytest.mark.parametrize("program", [["/nowhere/pip-audit"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_without_the_program_or_the_network_nothing_fails_and_it_is_said(program: list[str]) -> None:
    audit = run(program, Path("x.lock"), {})
    assert audit.code == 0
    assert "NOT AUDITED" in told(audit)


def test_each_advisory_that_is_accepted_says_why() -> None:
    accepted_in(ACCEPTED.read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="say why"):
        accepted_in("CVE-2026-1\n")


def test_ci_audits_before_its_tests() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert 0 < script.index("make --no-print-directory audit") < script.index("make --no-print-directory check")


# Only `xml.sax.saxutils`, which writes, and never reads.
XML = re.compile(r"^\s*(?:import|from)\s+(?:xml\b(?!\.sax\.saxutils)|lxml\b|pyexpat\b)", re.M)


def test_nothing_of_ours_reads_xml_but_through_defusedxml() -> None:
    """A workbook's XML is read by calamine, which knows no entities, or by openpyxl, which takes defusedxml."""
    assert openpyxl.DEFUSEDXML, "openpyxl did not find defusedxml"
    found = [name_of(path) for path in python_files(*FLOORS) if XML.search(path.read_text(encoding="utf-8"))]
    assert not found, f"read XML with defusedxml: {found}"
