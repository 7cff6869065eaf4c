#!/bin/sh
# 生成站点的密码文件：deploy/passwords.sh 目录
# 已有的文件不动；一个文件一个密码（消息代理 bus.<用户>，数据库 database.<服务>）。
# 目录只有属主能进；文件本身可读，容器里的普通用户才读得到挂进去的那一个。
set -eu
[ $# -eq 1 ] || { echo "用法：deploy/passwords.sh 目录" >&2; exit 2; }
services="registry document_archive screening intake mediation_session judicial_confirmation supervision"

make_password() {
    [ -s "$1" ] && return
    head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n' > "$1.new"
    chmod 0444 "$1.new"
    mv "$1.new" "$1"
}

mkdir -p "$1"
chmod 0700 "$1"
for user in admin gateway $services; do make_password "$1/bus.$user"; done
for service in $services; do make_password "$1/database.$service"; done
make_password "$1/postgres"
