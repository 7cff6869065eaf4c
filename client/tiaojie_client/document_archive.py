"""文书档案. Document archive: what `document_archive` can be asked and what it tells, typed.

Made from the contract by `make contracts`; a change here is lost.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from tiaojie_client.client import Client
from tiaojie_client.every_service import (
    Done,
    DropParked,
    Entries,
    Health,
    HealthQuery,
    Parked,
    ParkedQuery,
    ReadJournal,
    RetryParked,
)
from tiaojie_client.values import Day, Moment

DOCUMENT_FILED = "document_archive.document_filed.v1"
"""归入了文书 Document filed; data: FiledData"""
VOLUME_OPENED = "document_archive.volume_opened.v1"
"""立卷 Volume opened; data: OpenedData"""
VOLUME_CHECKED = "document_archive.volume_checked.v1"
"""检查了案卷 Volume checked; data: CheckedData"""
LACK_EXPLAINED = "document_archive.lack_explained.v1"
"""说明了所缺材料 Lack explained; data: ExplainedData"""
VOLUME_CLOSED = "document_archive.volume_closed.v1"
"""结卷 Volume closed; data: ClosedData"""
VOLUME_ARCHIVED = "document_archive.volume_archived.v1"
"""归档 Volume archived; data: ArchivedData"""
DOCUMENT_READ = "document_archive.document_read.v1"
"""打开了文书 Document read; data: ReadData"""
PACKET_ASSEMBLED = "document_archive.packet_assembled.v1"
"""制作了送交材料 Packet assembled; data: PacketData"""
PARKED_RETRIED = "document_archive.parked_retried.v1"
"""重试搁置事项 Parked retried; data: ParkedData"""
PARKED_DROPPED = "document_archive.parked_dropped.v1"
"""放弃搁置事项 Parked dropped; data: ParkedData"""


class _FileDocument(TypedDict):
    """What must be there."""

    subject: str  # 事项
    form: str  # 文书格式
    data: dict[str, Any]  # 填写内容


class FileDocument(_FileDocument, total=False):
    """A paper about a subject (a case id, mostly). Printed forms are printed from `data`; forms
    that come from elsewhere bring their file as `attachment_base64` (PDF, JPEG or PNG) and may
    bring a `title` in `data`.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    attachment_base64: str | None  # 附件内容（Base64）


class Filed(TypedDict):
    """The document; `late`: it came after the volume was closed and stays outside it."""

    document: str  # 文书
    form: str  # 文书格式
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）
    late: bool  # 迟到


class _FileScan(TypedDict):
    """What must be there."""

    subject: str  # 事项
    kind: Literal[
        "identity", "authority", "investigation", "evidence", "performance_proof", "ruling", "other"
    ]  # 类型
    content_base64: str  # 内容（Base64）


class FileScan(_FileScan, total=False):
    """A scan or photo of a paper: PDF, JPEG or PNG; its kind is looked at, not believed."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    title: str | None  # 标题


class RenderForm(TypedDict):
    """A form with its data, to be printed and stored nowhere."""

    form: str  # 文书格式
    data: dict[str, Any]  # 填写内容


class Rendered(TypedDict):
    """A printed form; `version` is the date of the edition of its template."""

    pdf_base64: str  # PDF 内容（Base64）
    pages: int  # 页数
    version: str  # 版本


class ExtraPaper(TypedDict):
    """A paper for a packet that the archive does not hold."""

    title: str  # 标题
    pdf_base64: str  # PDF 内容（Base64）


class _AssemblePacket(TypedDict):
    """What must be there."""

    subject: str  # 事项


class AssemblePacket(_AssemblePacket, total=False):
    """Papers of a subject as one file for the court. `title`, `court`, `committee`, `number` and
    `date` stand on its last page, the manifest; what is left out comes from the papers. A
    packet larger than `limit` bytes is asked for in parts: the same question, the next
    `offset`.
    """

    application_base64: str | None  # 申请书内容（Base64）
    forms: list[str]  # 文书格式
    extra: list[ExtraPaper]  # 另附材料
    title: str | None  # 标题
    court: str | None  # 法院
    committee: str | None  # 调委会
    number: str | None  # 编号
    date: Day | None  # 日期
    offset: int  # 从第几字节起
    limit: int  # 最多几项


class PacketPaper(TypedDict):
    """One paper of a packet; `document` is None where the archive does not hold it."""

    title: str  # 标题
    form: str | None  # 文书格式
    document: str | None  # 文书
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）


class Packet(TypedDict):
    """A packet, or the part of it that was asked for; `total` counts the bytes of the whole,
    `sha256` is of the whole.
    """

    packet_base64: str  # 申请材料内容（Base64）
    total: int  # 总数
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）
    manifest: list[PacketPaper]  # 清单


class _PartQuery(TypedDict):
    """What must be there."""

    document: str  # 文书


class PartQuery(_PartQuery, total=False):
    """Bytes of a document from `offset` on."""

    offset: int  # 从第几字节起
    limit: int  # 最多几项


class Part(TypedDict):
    """A part of a document; `total` counts the bytes of the whole."""

    document: str  # 文书
    title: str  # 标题
    form: str  # 文书格式
    pages: int  # 页数
    total: int  # 总数
    content_base64: str  # 内容（Base64）


class DocumentQuery(TypedDict):
    """One document."""

    document: str  # 文书


class DocumentRow(TypedDict):
    """A document without its content. `first_page` is its place in the closed volume; `version`
    the date of the edition of its form, None for what we do not print.
    """

    document: str  # 文书
    subject: str  # 事项
    form: str  # 文书格式
    title: str  # 标题
    version: str | None  # 版本
    pages: int  # 页数
    size: int  # 大小（字节）
    sha256: str  # 散列值（SHA-256）
    filed_by: str  # 归入人
    filed_at: Moment  # 归入时间
    happened_at: Moment  # 发生时间
    first_page: int | None  # 起始页
    late: bool  # 迟到


class DocumentsQuery(TypedDict):
    """The papers of one subject, in the order of the volume."""

    subject: str  # 事项


class Documents(TypedDict):
    """The papers of a subject."""

    documents: list[DocumentRow]  # 文书


class _SearchQuery(TypedDict):
    """What must be there."""

    text: str  # 文字


class SearchQuery(_SearchQuery, total=False):
    """A piece of a number, of a title, or of the name of a form; never what papers say."""

    limit: int  # 最多几项


class FoundDocument(TypedDict):
    """A document with the number of its volume."""

    document: str  # 文书
    subject: str  # 事项
    form: str  # 文书格式
    title: str  # 标题
    version: str | None  # 版本
    pages: int  # 页数
    size: int  # 大小（字节）
    sha256: str  # 散列值（SHA-256）
    filed_by: str  # 归入人
    filed_at: Moment  # 归入时间
    happened_at: Moment  # 发生时间
    first_page: int | None  # 起始页
    late: bool  # 迟到
    number: str | None  # 编号
    archive_number: str | None  # 档案号


class Found(TypedDict):
    """What a search found, newest first."""

    found: list[FoundDocument]  # 发现情况


class _OfVolume(TypedDict):
    """What must be there."""

    case: str  # 案件


class OfVolume(_OfVolume, total=False):
    """A command about the volume of one case."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间


class Lack(TypedDict):
    """A paper that should be there: `form` is what would do, `forms` are all that would."""

    item: str  # 项目
    form: str  # 文书格式
    forms: list[str]  # 文书格式
    why_zh: str  # 原因
    article: str  # 条


class Head(TypedDict):
    """One of the seven heads of the quality check (案卷评查)."""

    head: Literal[
        "lawful_acceptance",
        "complete_material",
        "standard_forms",
        "proper_evidence",
        "correct_law",
        "follow_up_in_time",
        "correct_binding",
    ]  # 项目或末条
    zh: str  # 名称
    verdict: Literal["ok", "failed", "person", "not_due"]  # 结论
    why_zh: str  # 原因


class Checked(TypedDict):
    """What stands against closing: papers, and what the case still waits for."""

    case: str  # 案件
    state: Literal["open", "checked", "closed", "archived"]  # 状态
    version: int  # 版本
    ready: bool  # 已齐备
    missing: list[Lack]  # 缺少的材料
    waits_for: list[Literal["case_not_ended", "confirmation_open"]]  # 等待
    heads: list[Head]  # 检查项目


class _ExplainLack(TypedDict):
    """What must be there."""

    case: str  # 案件
    item: str  # 项目
    reason: str  # 理由


class ExplainLack(_ExplainLack, total=False):
    """Why a paper that should be there is not; becomes a sheet of the volume (卷宗情况说明)."""

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    bound_by: str | None  # 装订人


class Explained(TypedDict):
    """With the sheet that explains."""

    case: str  # 案件
    state: Literal["open", "checked", "closed", "archived"]  # 状态
    version: int  # 版本
    document: str  # 文书


class _CloseVolume(TypedDict):
    """What must be there."""

    case: str  # 案件


class CloseVolume(_CloseVolume, total=False):
    """Bind it. All but the case may be left out: what is left out comes from the papers, the class
    of retention from the region profile.
    """

    command_id: str  # 提交编号
    version: int | None  # 版本
    happened_at: Moment | None  # 发生时间
    title: str | None  # 标题
    committee: str | None  # 调委会
    mediators: list[str]  # 调解员
    bound_by: str | None  # 装订人
    checked_by: str | None  # 检查人
    retention: str | None  # 保管期限


class Closed(TypedDict):
    """With the bound volume. `defects` are papers that keep it from being PDF/A."""

    case: str  # 案件
    state: Literal["open", "checked", "closed", "archived"]  # 状态
    version: int  # 版本
    volume_document: str  # 案卷文件
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）
    manifest_sha256: str  # 清单散列值
    retention: str  # 保管期限
    defects: list[str]  # 待补正事项


class Archived(TypedDict):
    """With its number in the archive."""

    case: str  # 案件
    state: Literal["open", "checked", "closed", "archived"]  # 状态
    version: int  # 版本
    archive_number: str  # 档案号
    retention: str  # 保管期限


class VolumeQuery(TypedDict):
    """The volume of one case."""

    case: str  # 案件


class Explanation(TypedDict):
    """Something missing that a sheet explains."""

    item: str  # 项目
    document: str  # 文书


class RetentionShown(TypedDict):
    """A class of retention (保管期限); `years` is None where it is permanent or not laid down."""

    code: str  # 代码
    label: str  # 称呼
    years: int | None  # 年限


class VolumeShown(TypedDict):
    """A volume with its papers. `order_from` is the profile whose order holds, None for the
    packaged one.
    """

    case: str  # 案件
    state: Literal["open", "checked", "closed", "archived"]  # 状态
    version: int  # 版本
    number: str  # 编号
    kind: Literal["complete", "simple", "oral"]  # 类型
    division: str  # 区划
    category: str | None  # 纠纷类别
    opened_at: Moment  # 开始时间
    archive_number: str | None  # 档案号
    order: list[str]  # 卷内顺序
    order_from: str | None  # 卷内顺序依据
    papers: list[DocumentRow]  # 材料
    missing: list[Lack]  # 缺少的材料
    explained: list[Explanation]  # 已说明的缺项
    waits_for: list[Literal["case_not_ended", "confirmation_open"]]  # 等待
    heads: list[Head]  # 检查项目
    volume_document: str | None  # 案卷文件
    pages: int | None  # 页数
    sha256: str | None  # 散列值（SHA-256）
    manifest_sha256: str | None  # 清单散列值
    closed_at: Moment | None  # 结卷时间
    archived_at: Moment | None  # 归档时间
    retention: RetentionShown | None  # 保管期限


class ManifestShown(TypedDict):
    """The manifest of a closed volume as it was hashed: JSON in UTF-8."""

    case: str  # 案件
    sha256: str  # 散列值（SHA-256）
    manifest: str  # 清单


class VolumesQuery(TypedDict, total=False):
    """Volumes under a division, newest first."""

    division: str | None  # 区划
    state: Literal["open", "checked", "closed", "archived"] | None  # 状态
    limit: int  # 最多几项


class VolumeRow(TypedDict):
    """A volume in a list; `number` (卷号) is the number of the case."""

    case: str  # 案件
    state: Literal["open", "checked", "closed", "archived"]  # 状态
    version: int  # 版本
    number: str  # 编号
    kind: Literal["complete", "simple", "oral"]  # 类型
    division: str  # 区划
    category: str | None  # 纠纷类别
    opened_at: Moment  # 开始时间
    archive_number: str | None  # 档案号


class Volumes(TypedDict):
    """A list of volumes."""

    volumes: list[VolumeRow]  # 案卷


class FiledData(TypedDict):
    """A paper was filed under the subject; `version` is the edition of its form."""

    document: str  # 文书
    form: str  # 文书格式
    version: str | None  # 版本
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）
    late: bool  # 迟到
    happened_at: Moment  # 发生时间


class OpenedData(TypedDict):
    """A volume was opened."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    number: str  # 编号
    kind: Literal["complete", "simple", "oral"]  # 类型
    division: str  # 区划
    committee: str | None  # 调委会


class CheckedData(TypedDict):
    """A volume was checked; `missing` names items."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    ready: bool  # 已齐备
    missing: list[str]  # 缺少的材料


class ExplainedData(TypedDict):
    """Something missing was explained on a sheet."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    item: str  # 项目
    document: str  # 文书


class ClosedData(TypedDict):
    """A volume was bound; `documents` in their order, hashes of the file and of its manifest."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    document: str  # 文书
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）
    manifest_sha256: str  # 清单散列值
    documents: list[str]  # 文书
    retention: str  # 保管期限


class ArchivedData(TypedDict):
    """A volume went into the archive."""

    version: int  # 版本
    happened_at: Moment  # 发生时间
    archive_number: str  # 档案号
    retention: str  # 保管期限


class ReadData(TypedDict):
    """Somebody (the actor) opened a document."""

    document: str  # 文书


class PacketData(TypedDict):
    """A packet was made for somebody outside."""

    forms: list[str]  # 文书格式
    pages: int  # 页数
    sha256: str  # 散列值（SHA-256）


def file_document(client: Client, request: FileDocument, limit_s: float = 15.0) -> Filed:
    """制作并归入文书。Print and file a paper.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Filed = client.command("document_archive", "file_document", request, limit_s)
    return answer


def file_scan(client: Client, request: FileScan, limit_s: float = 15.0) -> Filed:
    """归入扫描件。File a scan.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Filed = client.command("document_archive", "file_scan", request, limit_s)
    return answer


def render_form(client: Client, request: RenderForm, limit_s: float = 15.0) -> Rendered:
    """打印文书，不归档。Print a form.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Rendered = client.query("document_archive", "render_form", request, limit_s)
    return answer


def assemble_packet(client: Client, request: AssemblePacket, limit_s: float = 15.0) -> Packet:
    """制作送交材料。Make a packet.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Packet = client.query("document_archive", "assemble_packet", request, limit_s)
    return answer


def read_document(client: Client, request: PartQuery, limit_s: float = 5.0) -> Part:
    """打开文书。Read a document.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Part = client.query("document_archive", "read_document", request, limit_s)
    return answer


def get_document(client: Client, request: DocumentQuery, limit_s: float = 2) -> DocumentRow:
    """查看文书登记。Show a document.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: DocumentRow = client.query("document_archive", "get_document", request, limit_s)
    return answer


def list_documents(client: Client, request: DocumentsQuery, limit_s: float = 2) -> Documents:
    """卷内文书。List the papers of a case.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Documents = client.query("document_archive", "list_documents", request, limit_s)
    return answer


def search(client: Client, request: SearchQuery, limit_s: float = 2) -> Found:
    """查找文书。Search documents.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Found = client.query("document_archive", "search", request, limit_s)
    return answer


def check_volume(client: Client, request: OfVolume, limit_s: float = 5.0) -> Checked:
    """检查案卷。Check a volume.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Checked = client.command("document_archive", "check_volume", request, limit_s)
    return answer


def explain_lack(client: Client, request: ExplainLack, limit_s: float = 15.0) -> Explained:
    """说明所缺材料。Explain what is missing.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Explained = client.command("document_archive", "explain_lack", request, limit_s)
    return answer


def close_volume(client: Client, request: CloseVolume, limit_s: float = 15.0) -> Closed:
    """结卷。Close a volume.

    Roles: mediator, director, clerk, justice_office.
    """
    answer: Closed = client.command("document_archive", "close_volume", request, limit_s)
    return answer


def archive_volume(client: Client, request: OfVolume, limit_s: float = 5.0) -> Archived:
    """归档。Archive a volume.

    Roles: director, clerk, justice_office.
    """
    answer: Archived = client.command("document_archive", "archive_volume", request, limit_s)
    return answer


def get_volume(client: Client, request: VolumeQuery, limit_s: float = 2) -> VolumeShown:
    """查看案卷。Show a volume.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: VolumeShown = client.query("document_archive", "get_volume", request, limit_s)
    return answer


def get_volume_manifest(client: Client, request: VolumeQuery, limit_s: float = 2) -> ManifestShown:
    """案卷清单。Show the manifest of a volume.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: ManifestShown = client.query(
        "document_archive", "get_volume_manifest", request, limit_s
    )
    return answer


def list_volumes(
    client: Client, request: VolumesQuery | None = None, limit_s: float = 2
) -> Volumes:
    """案卷台账。List volumes.

    Roles: mediator, director, clerk, justice_office, bureau, system.
    """
    answer: Volumes = client.query("document_archive", "list_volumes", request or {}, limit_s)
    return answer


def read_journal(client: Client, request: ReadJournal | None = None, limit_s: float = 2) -> Entries:
    """读取日志。Read the journal.

    Roles: system, administrator, client.
    """
    answer: Entries = client.query("document_archive", "read_journal", request or {}, limit_s)
    return answer


def health(client: Client, request: HealthQuery | None = None, limit_s: float = 2) -> Health:
    """健康检查。Say how it is.

    Roles: mediator, director, clerk, justice_office, bureau, grid_worker, court, administrator,
    system, client.
    """
    answer: Health = client.query("document_archive", "health", request or {}, limit_s)
    return answer


def list_parked(client: Client, request: ParkedQuery | None = None, limit_s: float = 2) -> Parked:
    """列出搁置的事项。List parked subjects.

    Roles: administrator, system.
    """
    answer: Parked = client.query("document_archive", "list_parked", request or {}, limit_s)
    return answer


def retry_parked(client: Client, request: RetryParked, limit_s: float = 5.0) -> Done:
    """重试搁置的事项。Retry a parked subject.

    Roles: administrator.
    """
    answer: Done = client.command("document_archive", "retry_parked", request, limit_s)
    return answer


def drop_parked(client: Client, request: DropParked, limit_s: float = 5.0) -> Done:
    """放弃搁置的事项。Drop a parked entry.

    Roles: administrator.
    """
    answer: Done = client.command("document_archive", "drop_parked", request, limit_s)
    return answer
