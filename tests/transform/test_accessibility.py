"""axe-core looks at editions of several kinds, in both colour schemes, wide and narrow."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from teikit.transform import transform, transform_to_site

pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parent / "samples"
KINDS = {
    "drama": "gerdracor__anonym-die-gespenster.xml",
    "manuscript": "ISicily__ISic001492.xml",
    "letter": "data_family_letters__shan.L048.xml",
}
LOOKS = [("light", 1400), ("dark", 360)]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(browser: Any, page: str, folder: Path) -> list[str]:
    """What axe-core finds (WCAG 2.2 A and AA, and its best practices), in all looks."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    found = []
    for scheme, width in LOOKS:
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True
        )
        window = context.new_page()
        window.goto(path.as_uri())
        if display := window.query_selector("button.display"):
            display.click()
        window.evaluate(AXE)
        for rule in window.evaluate("axe.run()")["violations"]:
            places = [str(node["target"]) for node in rule["nodes"]]
            found.append(f"{scheme} {width}: {rule['id']} at {', '.join(places[:3])}")
        context.close()
    return found


@pytest.mark.parametrize("sample", ["history", "letter", "poem"])
def test_the_samples(browser: Any, project: Path, tmp_path: Path, sample: str) -> None:
    """Our own samples: a chapter with notes, a letter, verse."""
    page = transform(project / "tei" / f"{sample}.xml")
    assert violations(browser, page, tmp_path) == []


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.xml")), ids=lambda path: path.stem)
def test_kinds_of_text(browser: Any, tmp_path: Path, sample: Path) -> None:
    """An apparatus, a dictionary, a play, a letter, a manuscript, and all sorts of elements."""
    assert violations(browser, transform(sample), tmp_path) == []


@pytest.mark.parametrize("document", KINDS.values(), ids=KINDS.keys())
def test_published_documents(browser: Any, shared: Path, tmp_path: Path, document: str) -> None:
    """A play, a manuscript record, a letter with choices, as projects publish them."""
    page = transform(shared / "conformance" / "real" / document)
    assert violations(browser, page, tmp_path) == []


def test_the_pages_of_a_site(browser: Any, project: Path, tmp_path: Path) -> None:
    """The first page, a division, and an index."""
    for _, page in transform_to_site(project / "tei" / "history.xml"):
        assert violations(browser, page, tmp_path) == []
