"""What a picture needs of this machine: a browser, and a simplified-Chinese face.

Only looking belongs here. Starting the browser is `chromium`'s work, telling people what to install is
`wording`'s.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "INDUSTRY_BROWSER"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS_PROGRAMS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
_MAC_PROGRAMS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

FACES = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", "WenQuanYi")
_MAC_FONTS = ("Fonts/PingFang.ttc", "AssetsV2/com_apple_MobileAsset_Font*/*/AssetData/PingFang.ttc")


def asked(environment: Mapping[str, str] = os.environ) -> str:
    """The browser that INDUSTRY_BROWSER names, or nothing."""
    return environment.get(VARIABLE, "")


def find(environment: Mapping[str, str] = os.environ) -> str | None:
    """The path of the browser to use, or None.

    It is the one that INDUSTRY_BROWSER names (a path or a command; and then no other), else Chromium,
    Chrome or Edge on the PATH, else in the usual places of Windows and macOS.
    """
    path = environment.get("PATH")
    if named := asked(environment):
        return shutil.which(named, path=path)
    found = next((one for name in NAMES if (one := shutil.which(name, path=path))), None)
    roots = [Path(environment[root]) for root in _WINDOWS_ROOTS if environment.get(root)]
    usual = [root / program for root in roots for program in _WINDOWS_PROGRAMS]
    usual += [Path(program) for program in _MAC_PROGRAMS]
    return found or next((str(one) for one in usual if one.is_file()), None)


def chinese_face() -> str | None:
    """The first of `FACES` that is installed here, or None. Without one Chromium draws the Japanese
    forms of 骨直令海关, and a named face that is missing fails in silence."""
    if sys.platform == "win32":
        yahei = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts" / "msyh.ttc"
        return "Microsoft YaHei" if yahei.is_file() else None
    if sys.platform == "darwin":
        library = Path("/System/Library")
        return "PingFang SC" if any(one for place in _MAC_FONTS for one in library.glob(place)) else None
    try:
        listing = subprocess.run(
            ["fc-list", ":lang=zh-cn", "family"],
            capture_output=True,
            encoding="utf-8",
            timeout=10,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None  # without fontconfig's own tool nothing can be said for sure
    names = [name.replace("\\", "").strip() for line in listing.splitlines() for name in line.split(",")]
    return next((face for face in FACES for name in names if f"{name} ".startswith(f"{face} ")), None)
