# make run     打开看板，缺什么先装什么 · open the dashboard, setting up what is missing (PORT=8501 ADDRESS=localhost)
# make serve   供同网的人查看，列出可打开的地址 · the same for colleagues, with the addresses that they can open
# make curate  只在本机打开，带“资料维护”页 · the same with the page for curators, on this machine only (PORT=8502)
# make check   列出数据表的每一处错误 · name every fault of the tables
#              以上均可加 DATA=/srv/tables · all with DATA=/srv/tables, the folder that holds config.yaml and data/
# make test    运行全部测试，缺什么先装什么 · run all tests, setting up what they need (TESTS=tests/rules: these alone)
# make lint    代码格式与常见错误 · style and common faults of the code
# make types   类型检查 · check types
# make bench   速度，以比值显示 · speed, as ratios
# make golden  重写对照文件 · write golden files and what docs/ says of columns anew, to be looked at in their diff
# make pixels  列出有变化的图片 · name the pictures of tests/world whose pixels have changed
# make bundle  下载一切所需，供不能联网的机器 · download all that a machine without network needs, into bundle/
# make proof-from-nothing  在全新的 Debian 上证明以上各项，须 root · prove run and test on bare machines, as root, after make bundle
# make lock    重写软件包锁定文件 · write requirements*.lock anew, of every package with its hashes
# make clean   删去环境与缓存 · remove the environment and caches

PORT    ?= 8501
ADDRESS ?= localhost
PYTHON  ?= python3
BUNDLE  ?=
DATA    ?=
export DATA BUNDLE PYTHON

BIN := .venv/bin
LOCKED = -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url
# A browser window only where there is a screen.
HEADLESS := $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),false,true)

# What it says is the head of this file.
help:
	@sed -n '/^$$/q; s/^# //p' Makefile

.PHONY: help run serve curate test check lint types bench golden pixels bundle proof-from-nothing lock clean

run: .venv/.system .venv/.ready
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address $(ADDRESS) \
		--server.headless $(HEADLESS)

serve:
	@$(MAKE) --no-print-directory run HEADLESS=true ADDRESS=$(if $(filter file,$(origin ADDRESS)),0.0.0.0,$(ADDRESS))

# Whoever can open this page can change the tables: ADDRESS is not asked for.
curate: PORT := $(if $(filter file,$(origin PORT)),8502,$(PORT))
curate: .venv/.system .venv/.ready
	@CURATE=1 $(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address 127.0.0.1 \
		--server.headless $(HEADLESS)

test: .venv/.system-dev .venv/.ready-dev
	$(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)  # neighbours, who share what they look at, by one process

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
	$(BIN)/mypy industry ui setup dashboard.py

bench: .venv/.system-dev .venv/.ready-dev
	$(BIN)/python -m benchmarks --write

# What is given, if only as nothing, is handed on: RELEASES= asks for no packages of Debian.
given = $(if $(filter undefined,$(origin $(1))),,--$(shell echo $(1) | tr A-Z a-z) $($(1)))
bundle: .venv/.ready-dev
	@$(BIN)/python -m setup.bundle $(foreach one,PYTHONS SYSTEMS RELEASES,$(call given,$(one)))

proof-from-nothing: .venv/.ready-dev
	$(BIN)/python -m setup.proof $(if $(TESTS),--tests "$(TESTS)")

lock: .venv/.ready-dev
	$(BIN)/uv pip compile $(LOCKED) requirements.txt -o requirements.lock
	$(BIN)/uv pip compile $(LOCKED) -c requirements.lock requirements-dev.txt -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is ready when its stamp is written, not when its folder exists.
.venv/.ready: requirements.lock .venv/.made
	@$(BIN)/python setup/packages.py $<
	@touch $@

.venv/.ready-dev: requirements-dev.lock .venv/.made
	@$(BIN)/python setup/packages.py $<
	@touch .venv/.ready $@

# What setup/system.sh installs or names when something is missing; stamps that come first ask for all that is needed.
ALL = python
.venv/.system: ALL = pictures
.venv/.system-dev: ALL = tests

# Without python3-venv, `python3 -m venv` leaves an environment that has no pip: begin anew then.
.venv/.made:
	@sh setup/system.sh python $(ALL)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "需要 Python 3.11 或更高版本。 Python 3.11 or later is needed."; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@touch $@

# The dashboard itself runs without pictures; tests do not.
.venv/.system: .venv/.made
	@if sh setup/system.sh pictures; then touch $@; else \
		echo "暂不能生成图片，看板可照常使用。 No pictures for now; all else works."; fi

.venv/.system-dev: .venv/.made
	@sh setup/system.sh tests
	@touch .venv/.system $@
