#!/bin/sh
# What the program asks of the system: sh setup/system.sh [LOOKED_FOR [INSTALLED]], each python, pictures (and python)
# or tests (and both); without a word all of it. If what is looked for is missing, all that is installed for the second
# word is installed, from the bundle beside the program where it has something for this system, else by apt from the network. Where
# that may not be done, or fails, a line says what to run, and nothing is taken for done: exit status 1.
LOOKED_FOR=${1:-tests}
INSTALLED=${2:-$LOOKED_FOR}
PYTHON=${PYTHON:-python3}
HERE=$(cd "$(dirname "$0")/.." && pwd) || exit 1
cd "$HERE" || exit 1
command -v "$PYTHON" >/dev/null || [ "$PYTHON" = python3 ] || {
	echo "没有 PYTHON 所指的程序：$PYTHON There is no program that PYTHON names: $PYTHON"
	exit 1
}

# As Debian and Ubuntu name it: Python; a browser and a simplified-Chinese font for pictures; for tests the library
# that Playwright's own node is linked against.
ID=
VERSION_CODENAME=
[ -r /etc/os-release ] && . /etc/os-release
NAMES="python3 python3-venv"
SIZE=0.1
command -v make >/dev/null || NAMES="make $NAMES"
if [ "$INSTALLED" != python ]; then
	[ "$ID" = ubuntu ] && CHROMIUM=chromium-browser || CHROMIUM=chromium
	NAMES="$NAMES $CHROMIUM fontconfig fonts-noto-cjk"
	SIZE=1
fi
[ "$INSTALLED" = tests ] && NAMES="$NAMES libatomic1"

has_python() { "$PYTHON" -c 'import ensurepip, venv'; }
has_pictures() {
	"$PYTHON" -c 'import sys; from industry.export.picture import browser
sys.exit(not (browser.find() and browser.chinese_face()))'
}
has_node() {
	"$PYTHON" -c 'import ctypes, sys
sys.platform == "linux" and ctypes.CDLL("libatomic.so.1")'
}
has() {
	command -v make && has_python && { [ "$LOOKED_FOR" = python ] || has_pictures; } &&
		{ [ "$LOOKED_FOR" != tests ] || has_node; }
}

has >/dev/null 2>&1 && exit 0

# As one word of a line that a shell reads, whatever stands in it.
quoted() { printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"; }

[ -z "$BUNDLE" ] || [ -d "$BUNDLE" ] || {
	echo "$BUNDLE 不存在：请看 BUNDLE 是否写对，该文件夹由 make bundle 制作。" \
		"$BUNDLE isn't there: see what BUNDLE names; make bundle makes that folder."
	exit 1
}
FOLDER=${BUNDLE:-bundle}
DEBS=$(cd "$FOLDER/debs/$VERSION_CODENAME-$(dpkg --print-architecture 2>/dev/null)" 2>/dev/null && pwd)
LINE="apt-get update -qq && apt-get install -qq --no-install-recommends $NAMES >/dev/null"
[ -n "$DEBS" ] && LINE="BUNDLE=$(quoted "$(cd "$FOLDER" && pwd)") sh $(quoted "$HERE/setup/system.sh") $INSTALLED"

# Whoever may become root without being asked does.
if [ "$(id -u)" != 0 ] && command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
	exec sudo -n env PYTHON="$PYTHON" BUNDLE="$BUNDLE" sh setup/system.sh "$LOOKED_FOR" "$INSTALLED"
fi

# Names are asked for once: on a network that swallows them each would cost half a minute.
apt() {
	LC_ALL=C DEBIAN_FRONTEND=noninteractive RES_OPTIONS='timeout:3 attempts:1' apt-get -y -q \
		-o Acquire::Retries=1 -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10 \
		-o APT::Keep-Downloaded-Packages=false -o Dpkg::Use-Pty=0 "$@"
}

# apt takes it for success when no list could be had.
listed() {
	apt update >"$LOG.lists" 2>&1 && grep -qE '^(Hit|Get):' "$LOG.lists"
	STATUS=$?
	cat "$LOG.lists"
	rm -f "$LOG.lists"
	[ $STATUS = 0 ] || {
		echo "没有网络：请接通后再试，或把 make bundle 做好的 bundle 文件夹放到程序旁。" \
			"No network: try again once there is one, or put the folder that make bundle makes beside the program."
		return 1
	}
}

# What was interrupted is ended first.
install() {
	dpkg --configure -a || return 1
	if [ -n "$DEBS" ]; then
		LISTS=$(mktemp -d) && mkdir -p "$LISTS/lists/partial" &&
			echo "deb [trusted=yes] file:$(echo "$DEBS" | sed 's/%/%25/g; s/ /%20/g') ./" >"$LISTS/sources.list" &&
			set -- -o Dir::Etc::SourceList="$LISTS/sources.list" -o Dir::Etc::SourceParts=/dev/null \
				-o Dir::State::Lists="$LISTS/lists" -o APT::Sandbox::User=root &&
			apt "$@" update && apt "$@" install --no-install-recommends $NAMES
		STATUS=$?
		rm -rf "$LISTS"
		return $STATUS
	fi
	listed && apt install --no-install-recommends $NAMES
}

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "正在安装系统软件，约需几分钟、$SIZE GB 磁盘空间。 Installing system packages: a few minutes, $SIZE GB of disk."
	LOG=$(mktemp /tmp/setup.XXXXXX) || exit 1
	if install >"$LOG" 2>&1 </dev/null && has >/dev/null 2>&1; then
		rm -f "$LOG"
		exit 0
	fi
	grep -vE '^(Get|Hit|Ign|Setting up|Unpacking|Selecting|Preparing|Processing|\(Reading)' "$LOG" | tail -n 6
	echo "系统软件没有装好，全部输出见 ${LOG} The system packages could not be installed; that file holds all that was said."
fi

case $(id -u) in
0) ;;
*) if command -v sudo >/dev/null; then LINE="sudo sh -c $(quoted "$LINE")"; else LINE="su -c $(quoted "$LINE")"; fi ;;
esac
echo "缺少系统软件，请管理员运行下面这一行（其他系统请安装相应的软件），然后再试。" \
	"System packages are missing: please have an administrator run this line" \
	"(elsewhere than on Debian and Ubuntu: install the like), then try again."
printf '  %s\n' "$LINE"
exit 1
