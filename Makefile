# make run    set up what is missing and open the dashboard (PORT=8501 ADDRESS=localhost)
# make test   set up what tests need and run them all
# make check  name every fault of the tables
# make golden write the golden files anew, to be looked at in their diff
# make wheels download the packages, for `make run WHEELS=wheels` on a machine without network

PORT    ?= 8501
ADDRESS ?= localhost
PYTHON  ?= python3
WHEELS  ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
FROM = $(if $(WHEELS),--no-index --find-links "$(WHEELS)")
# A browser window only where there is a screen.
HEADLESS := $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),false,true)

.PHONY: run test check lint types bench golden wheels clean

run: .venv/.ready .venv/.system
	@echo "http://$(ADDRESS):$(PORT)   (Ctrl+C 停止 / stops it)"
	@$(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address $(ADDRESS) \
		--server.headless $(HEADLESS)

test: .venv/.ready-dev .venv/.system
	$(BIN)/python -m pytest -n 2

golden: .venv/.ready-dev
	-GOLDEN=write $(BIN)/python -m pytest -q tests/figures/test_golden.py tests/rules/test_verdicts.py

check: .venv/.ready
	@$(BIN)/python -m industry check

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready-dev
	$(BIN)/mypy industry ui dashboard.py

bench: .venv/.ready-dev .venv/.system
	$(BIN)/python -m benchmarks

wheels: .venv/.made
	$(PIP) wheel --wheel-dir wheels -r requirements.txt

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment is ready when its stamp is written, not when its folder exists.
.venv/.ready: requirements.txt .venv/.made
	$(PIP) install $(FROM) -r requirements.txt
	@touch $@

.venv/.ready-dev: requirements-dev.txt requirements.txt .venv/.made
	$(PIP) install $(FROM) -r requirements-dev.txt
	@touch .venv/.ready $@

# $(call apt,packages): install them where that may be done; fails where it may not.
ROOT = $$([ "$$(id -u)" = 0 ] || echo sudo -n)
apt = { command -v apt-get >/dev/null && { [ "$$(id -u)" = 0 ] || sudo -n true 2>/dev/null; } && \
	$(ROOT) apt-get update -qq && \
	$(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1); }

# Without python3-venv, `python3 -m venv` leaves an environment that has no pip: begin anew then.
.venv/.made:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call apt,python3 python3-venv) || { \
		echo "缺少 python3-venv：请安装（apt install python3-venv）后再运行。" \
			"python3-venv is missing: please install it."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "需要 Python 3.11 或更高版本。 Python 3.11 or later is needed."; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@touch $@

# Pictures need a browser and a simplified-Chinese font; the dashboard itself runs without.
.venv/.system: .venv/.made
	@$(BIN)/python -c 'import sys; from industry.export.picture import browser; sys.exit(not browser.find())' || \
		$(call apt,chromium) || $(call apt,chromium-browser) || \
		echo "未能安装 Chromium，暂不能生成图片，看板可照常使用。" \
			"Chromium could not be installed: no pictures for now, all else works."
	@$(BIN)/python -c 'import sys; from industry.export.picture import browser; sys.exit(not browser.chinese_face())' || \
		$(call apt,fontconfig fonts-noto-cjk) || \
		echo "未能安装简体中文字体（fonts-noto-cjk），暂不能生成图片，看板可照常使用。" \
			"No simplified-Chinese font could be installed: no pictures for now, all else works."
	@touch $@
