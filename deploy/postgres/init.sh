# 容器第一次启动时执行（compose.yaml 挂在 /docker-entrypoint-initdb.d/）。
sh /usr/local/lib/tiaojie/databases.sh /run/secrets | psql --no-psqlrc --quiet --username "$POSTGRES_USER"
