"""The manual pages of settings (CFG) and of writing documents (OUT)."""

from __future__ import annotations

from kadocs.findings import Text
from kadocs.pipeline.manual import forms, handing_in, scans, settings, writing

PAGES: dict[str, Text] = settings.PAGES | writing.PAGES | forms.PAGES | handing_in.PAGES | scans.PAGES
