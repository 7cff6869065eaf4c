"""The scene: committees, mediators, courts and people in office of the demo region."""

from tiaojie.demo.stage import Stage
from tiaojie.demo.story import HOME, with_files
from tiaojie.files import yaml_of
from tiaojie.house import LOCAL

LIMIT_S, IDLE_S = 60, 60


def set_the_scene(stage: Stage) -> None:
    """Play the commands of `setting.yaml`: the same ids at every start, so once is enough."""
    for command in yaml_of(HOME / "setting.yaml")["commands"]:
        service, _, verb = command["do"].partition(".")
        payload = {"command_id": command["id"], **with_files(command["with"])}
        stage.people.call(service, verb, payload, LOCAL, LIMIT_S)
    stage.wait_until_idle(IDLE_S)
