#!/bin/sh
# promtool 用来检查和试算告警规则；在 Debian 和 Ubuntu 上它属于 prometheus 软件包。
# 只要工具：装好后不让 prometheus 服务自己启动。
set -eu
if command -v promtool >/dev/null; then
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "没有 apt-get：请从发行版的 prometheus 软件包里安装 promtool" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "需要管理员权限安装 promtool：sudo $0" >&2
    exit 1
fi
apt-get update -qq
env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends prometheus
if [ -d /run/systemd/system ]; then
    systemctl disable --now prometheus
fi
promtool --version
