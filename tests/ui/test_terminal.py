"""Where a terminal keeps what it needs in an outage."""

from pathlib import Path

import pytest

from kiosk.config import BochumId, Config
from ui.terminal import cache_dir

GIVEN = Config(bochum_id=BochumId(cache_dir="/srv/kiosk"))


@pytest.mark.parametrize(
    ("config", "environment", "place"),
    [
        (GIVEN, {"CACHE_DIRECTORY": "/var/cache/kiosk"}, Path("/srv/kiosk")),
        (Config(), {"CACHE_DIRECTORY": "/var/cache/kiosk"}, Path("/var/cache/kiosk")),
        (Config(), {"CACHE_DIRECTORY": "/var/cache/kiosk:/var/cache/other"}, Path("/var/cache/kiosk")),
        (Config(), {"CACHE_DIRECTORY": ""}, None),
        (Config(), {}, None),
    ],
)
def test_the_cache_lies_where_the_file_or_systemd_says(
    config: Config, environment: dict[str, str], place: Path | None
) -> None:
    assert cache_dir(config, environment) == place
