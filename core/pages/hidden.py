"""What a form of the core room carries along: nobody sees or reads it. It checks nothing."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField as PlainHiddenField

from core.pages.controls import Hidden


class HiddenField(PlainHiddenField):
    """What the page itself holds. Without a label wtforms makes one of its name, and for that one word it reads
    a catalogue from the disk, once a page."""

    widget = Hidden()

    def __init__(self, label: str = "", validators: Sequence[Any] | None = None, **kwargs: Any):
        super().__init__(label, validators, **kwargs)
