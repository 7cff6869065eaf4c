"""The same with tiaojie-client: typed, repeated when in doubt, no entry missed or taken twice.

python with_client.py amqp://host:5672/tiaojie client.220122100201.hotline password-file place.json
"""

import json
import sys
from pathlib import Path

from tiaojie_client import START, Absent, Client, Entry, Late, Place, Refused, intake

URL, USER = sys.argv[1:3]
PASSWORD, PLACE = Path(sys.argv[3]).read_text("utf-8").strip(), Path(sys.argv[4])


def tell(entry: Entry) -> None:
    """Act on the entry, then keep its place; a program with a database does both at once."""
    print(entry.type, entry.subject, flush=True)
    draft = PLACE.with_suffix(".draft")
    draft.write_text(json.dumps(vars(entry.place)), "utf-8")
    draft.replace(PLACE)


def register(client: Client) -> None:
    """Register a case and say how it stands."""
    dispute: intake.RegisterCase = {
        "division": USER.split(".")[1],
        "source": "application",
        "way": "phone",
        "text": "楼上漏水，要求赔偿一万二千元。",
        "parties": [
            {"role": "applicant", "label": "楼下张某"},
            {"role": "respondent", "label": "楼上住户"},
        ],
    }
    case = intake.register_case(client, dispute)
    print(case["reference"], intake.get_case(client, {"case": case["case"]})["state"], flush=True)


with Client(URL, USER, PASSWORD) as client:
    try:
        register(client)
    except Refused as no:
        print("没有办成：", no.message, no.details)
    except (Absent, Late) as away:
        print("受理服务暂不可用，请用同一编号再试：", away, getattr(away, "command_id", None))
    after = Place(**json.loads(PLACE.read_text("utf-8"))) if PLACE.exists() else START
    client.subscribe("intake", tell, after).join()
