"""What users decide: their settings file, the words and the calendar of their company, and the findings they accept.

This room reads and writes the users' own files; today's date is handed to it.
"""

from auditor.settings.accepting import accept, read_baseline
from auditor.settings.load import find, load_settings, read_settings
from auditor.settings.shape import Settings
from auditor.settings.template import template
from auditor.settings.waivers import WAIVERS, appended, read_waivers

__all__ = [
    "WAIVERS",
    "Settings",
    "accept",
    "appended",
    "find",
    "load_settings",
    "read_baseline",
    "read_settings",
    "read_waivers",
    "template",
]
