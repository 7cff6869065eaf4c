"""A data folder filled by the command line itself, and the same one with the suite running."""

import shutil

import pytest

from tests.system.cli.shell import Run, cli, words_of

FIRST = (
    "demo-divisions",
    "demo-profile-jilin",
    "demo-court-nongan",
    "demo-committee-shilibu",
    "demo-role-d-shilibu",
)


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """A data folder in which the first commands of the demo setting were carried out."""
    folder = tmp_path_factory.mktemp("region")
    for id_ in FIRST:
        done = cli(folder, *words_of(id_))
        assert (done.returncode, done.stderr) == (0, ""), id_
    return folder


@pytest.fixture(scope="module")
def run(region, tmp_path_factory):
    """The same region, in another folder, with `tiaojie run` up; it must stop well."""
    folder = tmp_path_factory.mktemp("run") / "var"
    shutil.copytree(region, folder)
    with Run(folder) as run:
        yield run
        assert run.stop() == (0, "已停止，没有未写完的事项", "")
        assert not run.file.exists()


@pytest.fixture(scope="module", params=["own process", "door"])
def place(request, region):
    """Where the same commands must come out the same."""
    return region if request.param == "own process" else request.getfixturevalue("run").folder
