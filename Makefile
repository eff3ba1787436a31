# make run     打开看板，缺什么先装什么 · open the dashboard, setting up what is missing (PORT=8501 ADDRESS=localhost)
# make curate  只在本机打开，带“资料维护”页 · the same with the page for curators, on this machine only (PORT=8502)
# make check   列出数据表的每一处错误 · name every fault of the tables
#              以上均可加 DATA=/srv/tables · all with DATA=/srv/tables, the folder that holds config.yaml and data/
# make test    运行全部测试，缺什么先装什么 · run all tests, setting up what they need
# make lint    代码格式与常见错误 · style and common faults of the code
# make types   类型检查 · check types
# make bench   速度，以比值显示 · speed, as ratios
# make golden  重写对照文件 · write golden files and what docs/ says of columns anew, to be looked at in their diff
# make pixels  列出有变化的图片 · name the pictures of tests/world whose pixels have changed
# make wheels  下载软件包，供内网机器 make run WHEELS=wheels · download the packages for a machine without network
# make lock    重写软件包锁定文件 · write requirements*.lock anew, of every package with its hashes
# make clean   删去环境与缓存 · remove the environment and caches

PORT    ?= 8501
ADDRESS ?= localhost
PYTHON  ?= python3
WHEELS  ?=
DATA    ?=
export DATA

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCKED = -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url
FROM = $(if $(WHEELS),--no-index --find-links "$(WHEELS)")
# A browser window only where there is a screen.
HEADLESS := $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),false,true)

# What it says is the head of this file.
help:
	@sed -n '/^$$/q; s/^# //p' Makefile

.PHONY: help run curate test check lint types bench golden pixels wheels lock clean

run: .venv/.system .venv/.ready
	@echo "http://$(ADDRESS):$(PORT)   (Ctrl+C 停止 / stops it)"
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address $(ADDRESS) \
		--server.headless $(HEADLESS)

# Whoever can open this page can change the tables: ADDRESS is not asked for.
curate: PORT := $(if $(filter file,$(origin PORT)),8502,$(PORT))
curate: .venv/.system .venv/.ready
	@echo "http://127.0.0.1:$(PORT)   (Ctrl+C 停止 / stops it)"
	@CURATE=1 $(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address 127.0.0.1 \
		--server.headless $(HEADLESS)

test: .venv/.system-dev .venv/.ready-dev
	$(BIN)/python -m pytest -n 2 --dist worksteal  # neighbours, who share what they look at, by one process

golden: .venv/.ready-dev
	-GOLDEN=write $(BIN)/python -m pytest -q tests/figures/test_golden.py tests/rules/test_verdicts.py \
		tests/curation/test_written.py

pixels: .venv/.system-dev .venv/.ready-dev
	@$(BIN)/python -m tests.pixels

check: .venv/.ready
	@$(BIN)/python -m industry check

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready-dev
	$(BIN)/mypy industry ui dashboard.py

bench: .venv/.system-dev .venv/.ready-dev
	$(BIN)/python -m benchmarks

wheels: .venv/.made
	$(PIP) download --only-binary :all: --dest wheels --require-hashes -r requirements.lock

lock: .venv/.ready-dev
	$(BIN)/uv pip compile $(LOCKED) requirements.txt -o requirements.lock
	$(BIN)/uv pip compile $(LOCKED) -c requirements.lock requirements-dev.txt -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is ready when its stamp is written, not when its folder exists.
.venv/.ready: requirements.lock .venv/.made
	@echo "正在安装 Python 软件包，约需几分钟、0.6 GB 磁盘空间。" \
		"Installing Python packages: a few minutes, 0.6 GB of disk."
	@$(PIP) install -q $(FROM) --require-hashes -r requirements.lock
	@touch $@

.venv/.ready-dev: requirements-dev.lock .venv/.made
	@echo "正在安装 Python 软件包，约需几分钟、1 GB 磁盘空间。" \
		"Installing Python packages: a few minutes, 1 GB of disk."
	@$(PIP) install -q $(FROM) --require-hashes -r requirements-dev.lock
	@touch .venv/.ready $@

# What a goal asks of the system, as Debian and Ubuntu name it: Python; a browser and a simplified-Chinese font
# for pictures; for tests the library that Playwright's own node is linked against.
SYSTEM = python3 python3-venv
CHROMIUM := chromium$(shell . /etc/os-release 2>/dev/null && [ "$$ID" = ubuntu ] && echo -browser)
run curate test bench: SYSTEM += $(CHROMIUM) fontconfig fonts-noto-cjk
test bench: SYSTEM += libatomic1

HAS_PYTHON = $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null
HAS_PICTURES = $(BIN)/python -c 'import sys; from industry.export.picture import browser; \
	sys.exit(not (browser.find() and browser.chinese_face()))'
HAS_NODE = $(BIN)/python -c 'import ctypes, sys; \
	sys.platform == "linux" and ctypes.CDLL("libatomic.so.1")' 2>/dev/null

# $(call needs,test): what the test looks for is there, or is installed with all else that the goal asks for.
# Where that may not be done, or fails, a sentence says what to run, and the next `make` tries again.
ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
APT = $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get -y \
	-o Acquire::http::Timeout=10 -o APT::Keep-Downloaded-Packages=false
needs = { $(1) || { { command -v apt-get && $(ROOT) true; } >/dev/null 2>&1 && \
	echo "正在安装系统软件，约需几分钟、1 GB 磁盘空间。" \
		"Installing system packages: a few minutes, 1 GB of disk." && \
	{ told=$$($(APT) update 2>&1 && $(APT) install --no-install-recommends $(SYSTEM) 2>&1) || \
		{ echo "$$told" | tail -n 15; false; }; } && $(1); } || { \
	echo "缺少系统软件，请管理员运行下面这一行（其他系统请安装相应的软件），然后再试。" \
		"System packages are missing: please have an administrator run this line" \
		"(elsewhere than on Debian and Ubuntu: install the like), then try again."; \
	echo "  apt-get update && apt-get install -y --no-install-recommends $(SYSTEM)"; false; }; }

# Without python3-venv, `python3 -m venv` leaves an environment that has no pip: begin anew then.
.venv/.made:
	@$(call needs,$(HAS_PYTHON))
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "需要 Python 3.11 或更高版本。 Python 3.11 or later is needed."; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@touch $@

# The dashboard itself runs without pictures; tests do not.
.venv/.system: .venv/.made
	@if $(call needs,$(HAS_PICTURES)); then touch $@; else \
		echo "暂不能生成图片，看板可照常使用。 No pictures for now; all else works."; fi

.venv/.system-dev: .venv/.made
	@$(call needs,$(HAS_PICTURES) && $(HAS_NODE))
	@touch .venv/.system $@
