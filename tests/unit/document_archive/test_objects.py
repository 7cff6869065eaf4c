"""The object store: written once, proved when read, swept when nobody claims it."""

import os
from datetime import datetime, timedelta
from hashlib import sha256

import pytest

from services.document_archive.drivers.objects import ObjectDamaged, Objects
from shared.access.vault import Vault
from shared.calendar.clock import SHANGHAI

NOON = datetime(2026, 3, 2, 12, tzinfo=SHANGHAI)
DAY = timedelta(days=1)
WORDS = "张某与李某的协议".encode()


@pytest.fixture
def store(tmp_path):
    return Objects(tmp_path / "objects", Vault.open_folder(tmp_path / "keys"))


def files(store):
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def kept(store):
    return [path.name for path in files(store) if path.name != ".lock"]


def test_get_gives_what_was_put_under_its_own_hash(store):
    digest = store.put(WORDS, NOON)
    assert (digest, store.get(digest)) == (sha256(WORDS).hexdigest(), WORDS)


def test_nothing_readable_lies_on_the_disk(store):
    store.put(WORDS, NOON)
    assert [WORDS in path.read_bytes() for path in files(store)] == [False, False]


def test_put_again_writes_nothing_new(store):
    digest = store.put(WORDS, NOON)
    (path,) = (p for p in files(store) if p.name == digest)
    before = path.read_bytes()
    assert (store.put(WORDS, NOON + DAY), path.read_bytes()) == (digest, before)
    assert kept(store) == [digest]


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b"\x00" + b[1:], lambda _: b""])
def test_get_refuses_a_changed_file(store, damage):
    digest = store.put(WORDS, NOON)
    (path,) = (p for p in files(store) if p.name == digest)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ObjectDamaged):
        store.get(digest)


def test_get_refuses_a_file_moved_to_another_name(store):
    one, other = store.put(WORDS, NOON), store.put(b"other", NOON)
    store._path(other).write_bytes(store._path(one).read_bytes())
    with pytest.raises(ObjectDamaged):
        store.get(other)


def test_get_refuses_a_file_whose_content_is_not_its_name(store):
    digest = store.put(WORDS, NOON)
    store._path(digest).write_bytes(store.vault.seal_bytes(b"forged", f"object:{digest}"))
    with pytest.raises(ObjectDamaged):
        store.get(digest)


def test_get_refuses_what_was_never_put(store):
    with pytest.raises(ObjectDamaged):
        store.get("ab" * 32)


def test_sweep_removes_old_ones_only(store):
    old, young = store.put(b"old", NOON), store.put(b"young", NOON + DAY)
    assert store.older_than(NOON + DAY) == [old]
    assert store.sweep([old, young], NOON + DAY) == 1
    assert kept(store) == [young]


def test_what_was_put_again_is_young_again(store):
    digest = store.put(WORDS, NOON)
    found = store.older_than(NOON + DAY)
    store.put(WORDS, NOON + DAY)
    assert (found, store.sweep(found, NOON + DAY), store.get(digest)) == ([digest], 0, WORDS)


def test_sweep_removes_drafts_that_a_kill_left(store):
    draft = store._draft(b"half a file")
    os.utime(draft, (NOON.timestamp(),) * 2)
    assert store.sweep([], NOON) == 0
    assert store.sweep([], NOON + DAY) == 1
    assert kept(store) == []
