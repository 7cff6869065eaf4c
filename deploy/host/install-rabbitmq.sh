#!/bin/sh
# RabbitMQ for this host, from the distribution's packages; nothing where it is installed already.
# tiaojie runs nodes of its own (tiaojie up, the tests), so the package's service is not started.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }

if [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || have rabbitmq-server; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && have apt-get; then
    # The package starts its service while it is installed, unless a policy forbids (101); a policy of the machine stays.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
        trap 'rm -f "$policy"' EXIT
    fi
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends rabbitmq-server
    exit 0
fi
if have apt-get; then
    echo "需要管理员权限安装 RabbitMQ：sudo $0" >&2
else
    echo "请安装 RabbitMQ 3.10 或更高，使 rabbitmq-server 在 PATH 中：https://www.rabbitmq.com/docs/download" >&2
fi
exit 1
