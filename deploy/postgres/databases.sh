#!/bin/sh
# 打印建库的 SQL：每个服务一个角色、一个库，密码取自文件 database.<服务>；可以反复执行。
#   sh deploy/postgres/databases.sh 密码目录 | psql …
set -eu
[ $# -eq 1 ] || { echo "用法：databases.sh 密码目录" >&2; exit 2; }
echo '\set ON_ERROR_STOP on'
for file in "$1"/database.*; do
    service="${file##*/database.}"
    password="$(sed "s/'/''/g" "$file")"
    cat <<SQL
SELECT 'CREATE ROLE "$service" LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$service')\gexec
ALTER ROLE "$service" PASSWORD '$password';
SELECT 'CREATE DATABASE "tiaojie_$service" OWNER "$service"' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'tiaojie_$service')\gexec
REVOKE CONNECT ON DATABASE "tiaojie_$service" FROM PUBLIC;
SQL
done
