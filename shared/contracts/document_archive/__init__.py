"""What `document_archive` (文书档案) says in public: papers, packets, the volume."""

from shared.contracts.contract import Contract
from shared.contracts.document_archive import answers, commands, events, queries
from shared.contracts.document_archive.refusals import REFUSALS
from shared.contracts.language import (
    CLERK,
    DIRECTOR,
    JUSTICE_OFFICE,
    MEDIATOR,
    STAFF,
    SYSTEM,
    Event,
    Verb,
    Words,
)

READERS = (*STAFF, SYSTEM)
BINDERS = (MEDIATOR, DIRECTOR, CLERK, JUSTICE_OFFICE)
ARCHIVISTS = (DIRECTOR, CLERK, JUSTICE_OFFICE)
MAKING_S = 15.0  # printing and binding


CONTRACT = Contract(
    service="document_archive",
    words=Words("文书档案", "Document archive"),
    nouns={
        "document": Words("文书和材料", "document"),
        "volume": Words("案卷", "volume"),
    },
    verb_list=(
        Verb(
            "file_document", commands.FileDocument, answers.Filed, READERS,
            Words("制作并归入文书", "Print and file a paper"), limit_s=MAKING_S, asked=True,
        ),
        Verb(
            "file_scan", commands.FileScan, answers.Filed, READERS,
            Words("归入扫描件", "File a scan"), limit_s=MAKING_S, asked=True,
        ),
        Verb(
            "render_form", queries.RenderForm, answers.Rendered, READERS,
            Words("打印文书，不归档", "Print a form"), limit_s=MAKING_S, asked=True,
        ),
        Verb(
            "assemble_packet", queries.AssemblePacket, answers.Packet, READERS,
            Words("制作送交材料", "Make a packet"), limit_s=MAKING_S, asked=True,
        ),
        Verb(
            "read_document", queries.PartQuery, answers.Part, READERS,
            Words("打开文书", "Read a document"), asked=True,
        ),
        Verb(
            "get_document", queries.DocumentQuery, answers.DocumentRow, READERS,
            Words("查看文书登记", "Show a document"), ("document", "show"),
            limit_s=2, asked=True,
        ),
        Verb(
            "list_documents", queries.DocumentsQuery, answers.Documents, READERS,
            Words("卷内文书", "List the papers of a case"), ("document", "list"),
            limit_s=2, asked=True,
        ),
        Verb(
            "search", queries.SearchQuery, answers.Found, READERS,
            Words("查找文书", "Search documents"), ("document", "search"),
            limit_s=2, asked=True,
        ),
        Verb(
            "check_volume", commands.OfVolume, answers.Checked, BINDERS,
            Words("检查案卷", "Check a volume"), ("volume", "check"),
        ),
        Verb(
            "explain_lack", commands.ExplainLack, answers.Explained, BINDERS,
            Words("说明所缺材料", "Explain what is missing"), ("volume", "explain"),
            limit_s=MAKING_S,
        ),
        Verb(
            "close_volume", commands.CloseVolume, answers.Closed, BINDERS,
            Words("结卷", "Close a volume"), ("volume", "close"), limit_s=MAKING_S,
        ),
        Verb(
            "archive_volume", commands.OfVolume, answers.Archived, ARCHIVISTS,
            Words("归档", "Archive a volume"), ("volume", "archive"),
        ),
        Verb(
            "get_volume", queries.VolumeQuery, answers.VolumeShown, READERS,
            Words("查看案卷", "Show a volume"), ("volume", "show"), limit_s=2, asked=True,
        ),
        Verb(
            "get_volume_manifest", queries.VolumeQuery, answers.ManifestShown, READERS,
            Words("案卷清单", "Show the manifest of a volume"), ("volume", "manifest"),
            limit_s=2, asked=True,
        ),
        Verb(
            "list_volumes", queries.VolumesQuery, answers.Volumes, READERS,
            Words("案卷台账", "List volumes"), ("volume", "list"), limit_s=2,
        ),
    ),
    event_list=(
        Event("document_filed", events.FiledData, Words("归入了文书", "Document filed")),
        Event("volume_opened", events.OpenedData, Words("立卷", "Volume opened")),
        Event("volume_checked", events.CheckedData, Words("检查了案卷", "Volume checked")),
        Event("lack_explained", events.ExplainedData, Words("说明了所缺材料", "Lack explained")),
        Event("volume_closed", events.ClosedData, Words("结卷", "Volume closed")),
        Event("volume_archived", events.ArchivedData, Words("归档", "Volume archived")),
        Event(
            "document_read", events.ReadData, Words("打开了文书", "Document read"), "audit"
        ),
        Event(
            "packet_assembled", events.PacketData, Words("制作了送交材料", "Packet assembled"),
            "audit",
        ),
    ),
    refusals=REFUSALS,
)  # fmt: skip
