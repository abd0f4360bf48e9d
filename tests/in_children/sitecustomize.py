"""Runs first in every Python process that a test starts: what it writes is watched as well."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_spec = spec_from_file_location("log_watch", Path(__file__).parents[1] / "log_watch.py")
if _spec is not None and _spec.loader is not None:
    _module = module_from_spec(_spec)
    _spec.loader.exec_module(_module)
    if (_watch := _module.LogWatch.of_this_run()) is not None:
        _watch.install()
        _watch.follow(sys.stdout)
        _watch.follow(sys.stderr)
