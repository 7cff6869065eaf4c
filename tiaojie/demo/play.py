"""Playing a story: set the clock, do the step, let all services hear of it, tell what happened."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.contracts.refused import Refused
from shared.ledger.journal import read_journal
from tiaojie import services
from tiaojie.demo.progress import Progress, read
from tiaojie.demo.results import Outcome, collect
from tiaojie.demo.scene import set_the_scene
from tiaojie.demo.stage import SettableClock, Stage, embedded
from tiaojie.demo.story import (
    Step,
    Story,
    StoryBroken,
    difference,
    filled,
    picked,
    with_files,
)
from tiaojie.demo.told import Told, tell_entry
from tiaojie.house import speak

IDLE_S = 60
Listener = Callable[[Told], None]
OpenStage = Callable[[Path, datetime], AbstractContextManager[tuple[Stage, SettableClock]]]


def play(story: Story, folder: Path, listen: Listener, open_stage: OpenStage = embedded) -> Outcome:
    """Play a story in its folder from where it stood, and collect what it left; raises StoryBroken
    at the first step that comes out otherwise than the story says.
    """
    progress = read(folder) or Progress(run=folder.name, clock=story.starts.isoformat())
    with open_stage(folder, datetime.fromisoformat(progress.clock)) as (stage, clock):
        player = Player(stage, clock, story, progress, folder)
        player.open()
        for told in player.steps():
            listen(told)
        outcome = collect(stage, story, progress, folder)
    progress.finished = True
    progress.save(folder)
    return outcome


class Player:
    """One run of one story."""

    def __init__(
        self, stage: Stage, clock: SettableClock, story: Story, progress: Progress, folder: Path
    ) -> None:
        self.stage, self.clock, self.story = stage, clock, story
        self.progress, self.folder = progress, folder

    def open(self) -> None:
        """Set the scene; what is written from here on is the story's."""
        set_the_scene(self.stage)
        if not self.progress.seen:
            self.progress.seen = {s: self._head(s) for s in services.ORDER}

    def steps(self) -> Iterator[Told]:
        """Do what is left of the story."""
        for number in range(self.progress.next, len(self.story.steps)):
            told = self._do(number, self.story.steps[number])
            self.progress.told.append(asdict(told))
            self.progress.next, self.progress.clock = number + 1, self.clock.now().isoformat()
            self.progress.save(self.folder)
            yield told

    def _do(self, number: int, step: Step) -> Told:
        if step.at:
            self.clock.set(max(step.at, self.clock.now()))
        self._settle()
        kept = {**self.progress.kept, **self._given()}
        payload = filled(with_files(dict(step.with_)), kept)
        if services.contract(step.service).verbs[step.verb].writes:
            payload["command_id"] = f"{self.progress.run}-{number:03d}"
        refusal = self._ask(number, step, payload)
        self._settle()
        moment = self.clock.now().isoformat()
        entries = self._new_entries()
        return Told(
            number + 1, moment, step.who, step.do, step.say, list(step.law), refusal, entries
        )

    def _ask(self, number: int, step: Step, payload: dict[str, Any]) -> str | None:
        """Do it; the refusal's sentence if one was expected and came."""
        where = f"第 {number + 1} 步 {step.do}"
        try:
            who = speak(self.stage.people, step.who)
            answer = self.stage.people.call(step.service, step.verb, payload, who, IDLE_S)
        except Refused as no:
            if no.code != step.refused:
                raise StoryBroken(f"{where}：被拒绝 {no}") from no
            return f"{no.message}（{no.code}）"
        if step.refused:
            raise StoryBroken(f"{where}：应被拒绝（{step.refused}），却做成了")
        wrong = difference(
            filled(dict(step.expect), {**self.progress.kept, **self._given()}), answer
        )
        if wrong:
            raise StoryBroken(f"{where}：{wrong}")
        self.progress.kept |= {name: picked(answer, path) for name, path in step.keep.items()}
        return None

    def _given(self) -> dict[str, Any]:
        """What every story may name: the record's own words."""
        return {"text": self.story.record["text_zh"], "record": self.story.record["id"]}

    def _settle(self) -> None:
        if not self.stage.wait_until_idle(IDLE_S):
            raise StoryBroken("各服务没有静下来")

    def _head(self, service: str) -> int:
        return len(self._read(service, 0))

    def _read(self, service: str, after: int) -> list[Any]:
        return read_journal(self.stage.databases[service], after, None, 10_000)

    def _new_entries(self) -> list[dict[str, Any]]:
        """What was written since the last step, service by service."""
        told = []
        for service in services.ORDER:
            fresh = self._read(service, self.progress.seen[service])
            told += [tell_entry(service, entry) for entry in fresh]
            self.progress.seen[service] += len(fresh)
        return sorted(told, key=lambda entry: entry["time"])
