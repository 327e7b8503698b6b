"""The key of the return paths: from the environment, else from a file made once, for its owner alone."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from bot.path_key import database_file, existing_key, key_file, make_key, path_key, secret_of
from bot.settings import Settings, SettingsError
from db.path_key import PathKey

SECRET = b"s" * 32
WRITTEN = base64.b64encode(SECRET).decode()


def settings(folder: Path, **env: str) -> Settings:
    return Settings.load(env={"DATABASE_URL": f"sqlite:///{folder / 'portevoix.sqlite3'}", **env})


def same(one: PathKey | None, two: PathKey) -> bool:
    return one is not None and one.digest("x") == two.digest("x")


def test_the_file_is_made_once_beside_the_database_for_its_owner_alone(tmp_path: Path) -> None:
    here = settings(tmp_path)
    file = tmp_path / "return-paths.key"
    assert existing_key(here) is None
    assert not file.exists()
    made = path_key(here)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert same(existing_key(here), made)
    assert same(path_key(here), made)
    assert [one.name for one in tmp_path.iterdir()] == ["return-paths.key"]


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert not same(path_key(settings(tmp_path / "a")), path_key(settings(tmp_path / "b")))


def test_the_file_may_be_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    there = settings(tmp_path, RETURN_PATHS_KEY_FILE=str(tmp_path / "safe" / "k"))
    path_key(there)
    assert (tmp_path / "safe" / "k").exists()
    assert not (tmp_path / "return-paths.key").exists()


def test_the_environment_comes_before_the_file_which_is_not_made(tmp_path: Path) -> None:
    here = settings(tmp_path, RETURN_PATHS_KEY=WRITTEN)
    assert key_file(here) is None
    assert same(path_key(here), PathKey(SECRET))
    assert same(existing_key(here), PathKey(SECRET))
    assert secret_of(here) == SECRET
    assert list(tmp_path.iterdir()) == []
    assert WRITTEN in here.secrets()


def test_on_postgresql_the_file_is_in_the_folder_where_one_works() -> None:
    assert key_file(Settings.load(env={"DATABASE_URL": "postgresql://u:p@h/b"})) == Path("return-paths.key")


def test_a_key_that_another_process_made_meanwhile_is_kept(tmp_path: Path) -> None:
    make_key(tmp_path / "k", SECRET)
    make_key(tmp_path / "k")
    assert base64.urlsafe_b64decode((tmp_path / "k").read_text().strip()) == SECRET
    assert [one.name for one in tmp_path.iterdir()] == ["k"]


@pytest.mark.parametrize("content", ["", "short", base64.b64encode(b"x" * 31).decode(), "é" * 44, f"!{WRITTEN}"])
def test_a_file_that_holds_no_key_is_refused_by_the_name_of_its_setting(tmp_path: Path, content: str) -> None:
    (tmp_path / "return-paths.key").write_text(content)
    for ask in (path_key, existing_key):
        with pytest.raises(SettingsError) as refused:
            ask(settings(tmp_path))
        assert [key for key, _ in refused.value.problems] == ["RETURN_PATHS_KEY_FILE"]


def test_a_folder_that_is_not_there_is_refused_the_same_way(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        path_key(settings(tmp_path, RETURN_PATHS_KEY_FILE=str(tmp_path / "nowhere" / "k")))
    assert refused.value.problems[0][0] == "RETURN_PATHS_KEY_FILE"


@pytest.mark.parametrize("value", ["short", "x" * 44, WRITTEN[:-2] + "=="])
def test_a_value_that_is_no_key_is_refused_and_never_shown(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        settings(tmp_path, RETURN_PATHS_KEY=value)
    assert refused.value.problems[0][0] == "RETURN_PATHS_KEY"
    assert value not in str(refused.value)


@pytest.mark.parametrize("url", ["postgresql://portevoix@localhost/portevoix", "postgresql:///portevoix"])
def test_beside_postgresql_there_is_no_file_and_the_key_is_where_the_program_runs(url: str) -> None:
    there = Settings.load(env={"DATABASE_URL": url})
    assert database_file(there) is None
    assert key_file(there) == Path("return-paths.key")
