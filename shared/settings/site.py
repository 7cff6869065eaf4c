"""Settings of one site (站点): where its data lie and how loudly it talks."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SiteSettings:
    """Read once at start. Every field has an environment twin `TIAOJIE_<FIELD>`.

    data      folder of databases, objects, keys and the door's token file
    database  SQLAlchemy URL with `{service}`; empty: SQLite files in `data`
    division  12-digit code of the region this site serves; the source of its entries
    log       debug | info | warning
    stamp     a word printed across every page, such as 演示; empty in earnest
    """

    data: Path = Path("var")
    database: str = ""
    division: str = "220000000000"
    log: str = "warning"
    stamp: str = ""

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "SiteSettings":
        """Settings with defaults for what the environment leaves out."""
        given = {name: environment.get(f"TIAOJIE_{name.upper()}") for name in cls.__annotations__}
        values: dict[str, str] = {name: value for name, value in given.items() if value}
        data = Path(values.pop("data", "var"))
        return cls(data=data, **values)

    def database_of(self, service: str) -> str:
        """The SQLAlchemy URL of one service's own database."""
        if self.database:
            return self.database.format(service=service)
        return f"sqlite:///{(self.data / (service + '.db')).absolute()}"
