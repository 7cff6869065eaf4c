"""`report.html`: one self-contained page of a story: a lane a service, steps on a time axis."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from tiaojie import services
from tiaojie.demo.progress import Progress
from tiaojie.demo.story import Story
from tiaojie.demo.told import articles, gathered, person

FILE = "report.html"


def write(
    story: Story, progress: Progress, folder: Path, papers: list[dict[str, Any]], checks: list[str]
) -> Path:
    """Write the page into the run's folder; `papers` are linked by their path beside it."""
    page = _template().render(
        story=story,
        run=progress.run,
        lanes=_lanes(),
        steps=[_shown(step) for step in progress.told],
        papers=papers,
        checks=checks,
    )
    path = folder / FILE
    path.write_text(page, "utf-8")
    return path


def _template() -> Any:
    loader = PackageLoader("tiaojie.demo", ".")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return environment.get_template("report.html.j2")


def _lanes() -> list[dict[str, str]]:
    return [{"name": s, "zh": services.contract(s).words.zh} for s in services.ORDER]


def _shown(step: dict[str, Any]) -> dict[str, Any]:
    lanes: dict[str, list[Any]] = {service: [] for service in services.ORDER}
    for entry in gathered(sorted(step["entries"], key=lambda e: e["service"])):
        lanes[entry["service"]].append(entry)
    return {
        **step,
        "person": person(step["who"]),
        "law": articles(step["law"]),
        "own": step["do"].partition(".")[0],
        "by_lane": lanes,
    }
