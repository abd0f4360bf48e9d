"""What lets a screen come at once: no file is looked for in vain, and no small drawing drawn twice."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ui.art import KEPT_PX, ArtProvider
from ui.gallery.render import Studio


def test_no_file_is_looked_for_under_other_names(room: Studio) -> None:
    assert "QQmlFileSelector" not in {each.metaObject().className() for each in room.app._engine.children()}


def test_a_small_drawing_is_drawn_once_for_each_size_and_mode() -> None:
    home = asked("icon-home?default,,", 64)
    assert asked("icon-home?default,,", 64).cacheKey() == home.cacheKey()
    assert asked("icon-home?whiteOnBlack,,", 64) != home
    assert asked("icon-home?default,onGo,", 64) != home
    assert asked("icon-home?default,,", 65).size() == QSize(65, 65)


def test_a_large_drawing_is_not_kept() -> None:
    edge = int(KEPT_PX**0.5) + 1
    assert asked("icon-home?default,,", edge).cacheKey() != asked("icon-home?default,,", edge).cacheKey()


def test_without_a_size_a_drawing_has_its_own() -> None:
    own = asked("icon-home?default,,", -1)
    assert own.size() == asked("icon-home?default,,", 0).size()
    assert not own.size().isEmpty()


def asked(drawing: str, edge: int) -> QImage:
    size = QSize()
    image = ArtProvider().requestImage(drawing, size, QSize(edge, edge))
    assert size == image.size()
    return image
