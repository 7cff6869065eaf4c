# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY ?= ordinary
BUS ?= embedded
SITE ?= var/up
NEEDS := unit store bus system faults

.PHONY: help setup demo up down run test kills bench lint format mutants contracts manifests wheels lock clean

help:  ## 这些命令
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.lock pyproject.toml
	@echo "准备环境（第一次约一分钟）…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更高：make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

setup: $(VENV)/.ready  ## 准备 .venv（其他命令会自动做）

demo: setup $(if $(filter rabbitmq,$(BUS)),up)  ## 演示一件真实纠纷：make demo STORY=ordinary|…|all [BUS=rabbitmq]
	@$(BIN)/tiaojie $(if $(filter rabbitmq,$(BUS)),--data $(SITE)) demo --story $(STORY)

run: setup  ## 运行全部服务，数据在 ./var
	@$(BIN)/tiaojie run

up: setup  ## 单机：RabbitMQ、PostgreSQL 和全部服务，每个服务一个进程，数据在 SITE=var/up
	@sh deploy/host/install-rabbitmq.sh
	@$(BIN)/tiaojie --data $(SITE) up

down: setup  ## 停下 make up 启动的一切
	@$(BIN)/tiaojie --data $(SITE) down

test: setup  ## 全部测试（store 在 SQLite 和自带的 PostgreSQL 上、bus 在内嵌和 RabbitMQ 上各跑一遍）
	@sh deploy/host/install-rabbitmq.sh || test "$$CI" != true
	@sh deploy/host/install-promtool.sh || test "$$CI" != true
	@$(BIN)/python -m pytest -q -rs $(foreach need,$(NEEDS),$(wildcard tests/$(need)))

kills: setup  ## 剧本中途强行终止（KILLS=20），负载下终止代理、数据库和服务（MINUTES=0.5）
	@$(BIN)/python -m pytest -q tests/faults

bench: setup  ## 一次量出速度、内存和 SQL 条数，与原装 nameko 对照（约一刻钟；N=条目数 ROUNDS=轮数 ONLY=哪几项）
	@$(BIN)/python -W ignore -m tests.bench $(ONLY) --entries $(or $(N),100000) --rounds $(or $(ROUNDS),5)

lint: setup  ## 格式、规则、类型、围墙
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: setup  ## 整理格式
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

mutants: setup  ## 逐条去掉规则，看对应的测试是否失败
	@$(BIN)/python tests/mutants/run.py

contracts: setup  ## 重写契约的样例和指纹（改动契约后）
	@$(BIN)/python -m shared.testing

manifests:  ## 重写 k8s/rendered（改动 k8s 后；需要 kubectl）
	@for each in $(notdir $(wildcard k8s/overlays/*)); do \
	  kubectl kustomize k8s/overlays/$$each > k8s/rendered/$$each.yaml || exit 1; done

wheels: setup  ## 本版本和它需要的全部轮子，放进 var/wheels（可带到没有网络的主机）
	@$(BIN)/python -m pip wheel --quiet --no-deps --require-hashes -r requirements.lock -w var/wheels
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation -w var/wheels .

lock:  ## 重新锁定依赖（需要 uv）
	uv pip compile --universal --prerelease=if-necessary-or-explicit --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate --python-version 3.11 --group dev pyproject.toml -o requirements.lock -q

clean:  ## 删除环境和运行数据
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis
