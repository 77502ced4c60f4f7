"""Build hook: puts the simple form of the TEI schema into the wheel."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SimpleFormHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
    """Runs when a wheel is built; an editable install makes the simple form when it is needed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the simple form and have it included."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from teikit.schema.store import SHIPPED, prebuild

        self._folder = tempfile.TemporaryDirectory()
        for name in SHIPPED:
            target = Path(self._folder.name) / f"{name}.json"
            prebuild(root / "schema" / f"{name}.rnc", target)
            build_data["force_include"][str(target)] = f"teikit/data/schema/{name}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what ``initialize`` made."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
