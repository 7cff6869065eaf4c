"""`python -m client.tests.site FOLDER`: a broker and an intake that registers cases, until stdin
ends; says the bus's URL. It answers in both forms of a call, ours and nameko's.
"""

import json
import sys
from pathlib import Path

from client.tests import broker
from client.tests.peer import Peer

CASE = ("command_id", "division", "source", "text")


class Intake(Peer):
    """Registers cases, which ring."""

    def __init__(self, url, folder):
        super().__init__(url)
        self.cases, self.counted = [], folder / "cases"
        self.answers |= {"register_case": self.register_case, "get_case": self.get_case}

    def register_case(self, payload):
        missing = [name for name in CASE if not payload.get(name)]
        if missing:
            return refused("invalid", missing)
        self.cases.append(payload)
        case = f"case-{len(self.cases)}"
        self.counted.write_text(str(len(self.cases)))
        self.append("intake.case_registered.v1", subject=case)
        self.ring(len(self.journal))
        return {"answer": {"case": case, "reference": f"R-{len(self.cases)}"}}

    def get_case(self, payload):
        known = payload["case"] in {f"case-{n + 1}" for n in range(len(self.cases))}
        return {"answer": {"state": "registered"}} if known else refused("not_found", ["case"])

    @staticmethod
    def read(message):
        """nameko's form or ours."""
        body = json.loads(message.body)
        return body.get("kwargs", body)

    def reply(self, message, answer):
        if not message.properties["reply_to"].startswith("reply."):
            answer = {"result": answer.get("answer"), "error": told(answer.get("refused"))}
        super().reply(message, answer)


def refused(code, fields):
    return {"refused": {"code": code, "message": "填写有误", "details": {"fields": fields}}}


def told(refusal):
    if refusal is None:
        return None
    return {"exc_type": "Refused", "exc_path": "Refused", "exc_args": [refusal], "value": "Refused"}


def main(folder):
    (folder / "password").write_text(broker.PASSWORD)
    (folder / "node").mkdir()
    with broker.broker(folder / "node") as node, Intake(node.url, folder):
        sys.stdout.write(f"{node.url}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
