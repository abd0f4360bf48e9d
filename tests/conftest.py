"""What holds for every test: Qt draws off the screen."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
