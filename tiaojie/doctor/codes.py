"""Every code of the doctor: where it belongs, how bad it is, its sentence. `docs/operate/doctor.md`
lists the same; a code is never given another meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass

GROUPS: Mapping[str, str] = {
    "checks": "体检本身",
    "versions": "版本",
    "site": "站点",
    "clocks": "时钟",
    "databases": "数据库",
    "ledgers": "日志和任务",
    "broker": "消息代理",
    "queues": "队列",
    "services": "服务",
}


@dataclass(frozen=True)
class Code:
    """`severity` is ok, warn or bad; `text` may name `{about}` and further values."""

    group: str
    severity: str
    text: str


CODES: Mapping[str, Code] = {
    "check_late": Code(
        "checks", "bad", "“{about}”在 {limit} 秒内没有查完；查网络和机器负荷，再执行 tiaojie doctor"
    ),
    "check_skipped": Code(
        "checks", "warn", "“{about}”没有查，因为{why}；补上后再执行 tiaojie doctor"
    ),
    "file_unreadable": Code(
        "checks", "bad", "读不到 {about}（{why}）；用运行服务的那个用户执行 tiaojie doctor"
    ),
    "version": Code("versions", "ok", "{about} {version}"),
    "keys_there": Code("site", "ok", "密钥齐全{site}"),
    "keys_not_yet": Code("site", "ok", "还没有密钥和数据库；第一次启动时自动建立"),
    "key_missing": Code(
        "site",
        "bad",
        "缺少密钥文件 {about}；从备份恢复它（只有还没有数据的新站点才执行 tiaojie keys create）",
    ),
    "key_broken": Code("site", "bad", "密钥文件 {about} 读不懂；从备份恢复它"),
    "key_private_missing": Code(
        "site", "warn", "这里没有 {about}，不能代人询问各服务；到放着它的机器上执行 tiaojie doctor"
    ),
    "file_exposed": Code("site", "warn", "别的用户读得到 {about}；执行 chmod o-rwx {about}"),
    "folder_missing": Code("site", "warn", "没有数据目录 {about}；用 --data 说明它在哪里"),
    "folder_free": Code("site", "ok", "没有进程持有数据目录 {about}"),
    "folder_held": Code("site", "ok", "数据目录 {about} 由进程 {pid} 持有"),
    "folder_held_silent": Code(
        "site",
        "warn",
        "数据目录 {about} 由另一个进程持有，而它没有打开入口；稍候再试，一直这样就停下那个进程",
    ),
    "disk_ok": Code("site", "ok", "数据目录所在磁盘余 {share}%"),
    "disk_low": Code("site", "warn", "{about} 所在磁盘只余 {share}%；腾出空间到 15% 以上"),
    "disk_full": Code("site", "bad", "{about} 所在磁盘只余 {share}%；马上腾出空间，写满就停"),
    "clock_of_story": Code("clocks", "bad", "TIAOJIE_CLOCK 只用于演示；去掉它，再重启各服务"),
    "clock_same": Code("clocks", "ok", "与{about}的时钟相差不到 {limit} 秒"),
    "clock_apart": Code(
        "clocks", "warn", "与{about}的时钟相差 {seconds} 秒；两边都执行 timedatectl set-ntp true"
    ),
    "clock_far_apart": Code(
        "clocks",
        "bad",
        "与{about}的时钟相差 {seconds} 秒，身份证明会失效；两边都执行 timedatectl set-ntp true",
    ),
    "databases_ok": Code("databases", "ok", "{count} 个数据库有应答，结构是本版本的"),
    "databases_not_yet": Code("databases", "ok", "还没有数据库的：{about}；第一次启动时自动建立"),
    "database_away": Code(
        "databases",
        "bad",
        "{about} 的数据库没有应答（{why}）；启动数据库，核对 TIAOJIE_DATABASE 和密码文件",
    ),
    "schema_old": Code(
        "databases", "bad", "{about} 的数据库不是本版本的结构；执行 tiaojie db upgrade {about}"
    ),
    "ledgers_ok": Code("ledgers", "ok", "{entries} 条日志都已入链、都已处理，没有搁置"),
    "unsealed": Code(
        "ledgers",
        "bad",
        "{about} 有 {count} 条日志超过 5 秒没有入链；没有运行就启动它，在运行就重启它",
    ),
    "cursor_behind": Code(
        "ledgers",
        "warn",
        "{about} 还有 {source} 的 {count} 条日志没有处理；没有运行就启动它，一直不减就重启它",
    ),
    "cursor_ahead": Code(
        "ledgers",
        "bad",
        "{about} 已处理的比 {source} 的日志还多 {count} 条：{source} 的数据库恢复到了以前；"
        "先不要重启，按 docs/operate/alerts.md 的 CursorDiverged 办",
    ),
    "parked": Code(
        "ledgers",
        "warn",
        "{about} 有 {count} 条搁置；执行 tiaojie parked list 看原因，再 tiaojie parked retry",
    ),
    "waiting": Code(
        "ledgers", "warn", "{about} 有 {count} 条在等别的服务；执行 tiaojie service list 看谁不在"
    ),
    "jobs_failing": Code(
        "ledgers",
        "warn",
        "{about} 有 {count} 个任务失败过、在重试；执行 tiaojie parked list 看原因",
    ),
    "broker_ours": Code("broker", "ok", "用户 {about} 连得上，虚拟主机属于本站点"),
    "broker_away": Code(
        "broker",
        "bad",
        "用户 {about} 连不上消息代理（{why}）；"
        "启动它（单机：tiaojie up），核对 TIAOJIE_BUS 和密码文件",
    ),
    "vhost_other": Code(
        "broker",
        "bad",
        "虚拟主机不属于本站点（{about}）；核对 TIAOJIE_BUS，新的执行 tiaojie broker setup",
    ),
    "vhost_missing": Code("broker", "bad", "没有虚拟主机 {about}；执行 tiaojie broker setup"),
    "admin_none": Code(
        "broker",
        "warn",
        "没有管理接口的地址或密码，没有核对权限、策略和绑定；设置 TIAOJIE_ADMIN 和 {about} 后再查",
    ),
    "admin_away": Code(
        "broker", "bad", "管理接口 {about} 没有应答；启动消息代理，核对 TIAOJIE_ADMIN"
    ),
    "admin_refused": Code(
        "broker", "bad", "管理接口不接受用户 admin（{why}）；核对密码文件 {about}"
    ),
    "broker_settled": Code("broker", "ok", "用户、权限、策略、交换机都是应有的样子"),
    "broker_differs": Code(
        "broker", "bad", "不是应有的样子，需要：{about}；执行 tiaojie broker setup"
    ),
    "broker_refuses": Code(
        "broker", "bad", "tiaojie broker setup 会拒绝（{about}）：{why}；改好后再执行它"
    ),
    "broker_calm": Code("broker", "ok", "没有内存和磁盘告警"),
    "alarm_memory": Code(
        "broker", "bad", "消息代理 {about} 内存告警，发送都在等；给它内存，或先清空没人收的队列"
    ),
    "alarm_disk": Code("broker", "bad", "消息代理 {about} 磁盘告警，发送都在等；腾出它的磁盘"),
    "queues_ok": Code("queues", "ok", "{count} 个队列都有人收、都绑定着，没有积压"),
    "dead_letters": Code(
        "queues",
        "warn",
        "队列 {about} 里有 {count} 条送不到的消息；在管理页面看它们的 x-death，查明后清空队列",
    ),
    "backlog": Code(
        "queues",
        "warn",
        "队列 {about} 积了 {count} 条；执行 tiaojie service list，启动或重启收它的服务",
    ),
    "backlog_full": Code(
        "queues",
        "bad",
        "队列 {about} 已满（{count} 条），旧的会被丢掉、以后从日志补；启动或重启收它的服务",
    ),
    "queue_unbound": Code("queues", "bad", "队列 {about} 没有绑定，收不到消息；重启服务 {service}"),
    "queue_unheard": Code("queues", "bad", "队列 {about} 没有人收；重启服务 {service}"),
    "verbs_unheard": Code(
        "queues",
        "bad",
        "{about} 没有人接请求；看它日志的末行，"
        "启动它（systemctl start tiaojie@{about}，单机：tiaojie up）",
    ),
    "services_ok": Code("services", "ok", "{count} 个服务都有回答，彼此都叫得到"),
    "services_at_rest": Code("services", "ok", "没有运行；需要时执行 tiaojie run"),
    "services_unasked": Code(
        "services",
        "warn",
        "消息代理不通，没有问到各服务；先办好消息代理的几条，再执行 tiaojie doctor",
    ),
    "service_silent": Code(
        "services",
        "bad",
        "{about} 没有回答（{why}）；看它日志的末行，再重启它；"
        "本站点不运行它，就把运行的写在 doctor 后面",
    ),
    "service_lacking": Code("services", "warn", "{about} 叫不到 {lacks}；启动或重启叫不到的服务"),
}
