"""Copies in the Internet Archive: those that were seen and no others, asked for once a month and written at their place."""

import http.server
import json
import shutil
import threading
import time
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from builder.content.records import Source
from builder.content.records.load import load
from builder.writing.archive import Archive, fill
from tests.conftest import ROOT

SOURCES = """\
# The sources.
- id: kept
  type: webpage
  publisher: An office
  title: "Kept: by the archive"
  URL: https://www.example.org/kept?a=1&b=2
  grade: official
  issued: 2017-03

- id: lost
  type: webpage
  publisher: An office
  title: Lost
  URL: https://example.org/lost
  grade: official
  issued: 2018
# The end.
"""
CAPTURE = "http://web.archive.org/web/20170310120000/https://example.org/kept?a=1&b=2"


@pytest.fixture
def archive():
    """An archive on this machine. asked: what it was asked, in order; answers: by the address asked about."""
    asked, answers = [], {}

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(unquote(self.path))
            about = parse_qs(urlsplit(self.path).query).get("url", [""])[0]
            closest = answers.get(about)
            text = answers.get("everything") or json.dumps(
                {"archived_snapshots": {"closest": closest} if closest else {}}
            )
            self.send_response(answers.get("status", 200))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    yield Archive(f"{root}/available", f"{root}/save/", rest=0), asked, answers
    server.shutdown()
    server.server_close()


@pytest.fixture
def data(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "data" / "sources.yml").write_text(SOURCES, encoding="utf-8")
    return tmp_path / "data"


def filled(data, archive, save=False, minutes=5.0):
    said = []
    fill(data, archive, said.append, save, time.monotonic() + 60 * minutes)
    return (data / "sources.yml").read_text(encoding="utf-8"), said


def test_a_capture_is_written_at_its_source_and_every_other_line_stays(data, archive):
    asking, asked, answers = archive
    answers["https://www.example.org/kept?a=1&b=2"] = {"status": "200", "url": CAPTURE}
    text, said = filled(data, asking)
    assert said == ["1 captures written; 1 sources have none"]
    assert "timestamp=20170331" in asked[0] and not any("/save/" in each for each in asked)
    source = load(data)[0].of(Source)["kept"]
    assert source.archived.url == CAPTURE.replace("http:", "https:", 1)
    lines = text.splitlines()
    added = lines.index("  archived:")
    assert lines[added - 1] == "  URL: https://www.example.org/kept?a=1&b=2"
    assert "\n".join([*lines[:added], *lines[added + 3 :]]) + "\n" == SOURCES
    before = len(asked)
    filled(data, asking)
    assert len(asked) == before + 1, "what has a capture is not asked for again"


@pytest.mark.parametrize(
    "closest",
    [
        {"status": "404", "url": CAPTURE},
        {"status": "200", "url": CAPTURE.replace("/kept", "/another")},
        None,
    ],
)
def test_what_is_no_capture_of_the_source_is_not_written_and_may_be_sent(data, archive, closest):
    asking, asked, answers = archive
    answers["https://www.example.org/kept?a=1&b=2"] = closest
    text, _ = filled(data, asking, save=True)
    assert text == SOURCES
    assert [each for each in asked if each.startswith("/save/")] == [
        "/save/https://www.example.org/kept?a=1&b=2",
        "/save/https://example.org/lost",
    ]


@pytest.mark.parametrize(
    "answers_with",
    [{"status": 503}, {"everything": "<html>"}, {"everything": "[]"}, {"everything": '{"archived_snapshots": {"closest": {"status": "200", "url": "nonsense"}}}'}],
)  # fmt: skip
def test_an_answer_that_is_none_is_told_in_a_line_and_harms_nothing(data, archive, answers_with):
    asking, _, answers = archive
    answers |= answers_with
    text, said = filled(data, asking)
    assert text == SOURCES and len(said) == 3 and said[0].startswith("kept: no answer to use")
    assert not any("\n" in line for line in said)


def test_an_archive_that_is_away_is_left_alone_and_time_runs_out(data, archive):
    asking, asked, answers = archive
    answers["status"] = 503
    many = "".join(SOURCES.replace("# The", f"# {n} The").replace("id: ", f"id: n{n}-") for n in range(9))
    (data / "sources.yml").write_text(many, encoding="utf-8")
    _, said = filled(data, asking)
    assert len(asked) == 5 and "5 failures in a row" in said[-2]
    _, said = filled(data, asking, minutes=-1)
    assert len(asked) == 5 and "the time is up" in said[0]


@pytest.mark.parametrize(
    ("archived", "where", "said"),
    [
        ("https://web.archive.org/web/2017/https://example.org/lost", "field archived.url", "is no single capture"),
        ("https://archive.org/web/20170310120000/https://example.org/lost", "field archived.url", "is no single capture"),
        ("https://web.archive.org/web/20171310120000/https://example.org/lost", "field archived.url", "20171310120000 is no moment"),
        ("https://web.archive.org/web/20170310120000/https://example.org/other", "field archived", "the source is at https://example.org/lost"),
    ],
)  # fmt: skip
def test_a_malformed_capture_is_told_once_with_its_place(data, archived, where, said):
    text = SOURCES.replace("# The end.", f"  archived: {{url: '{archived}', seen: 2026-11-26}}")
    (data / "sources.yml").write_text(text, encoding="utf-8")
    problems = [each for each in load(data)[1] if each.file == "data/sources.yml"]
    (problem,) = problems
    assert said in problem.wrong and problem.where.endswith(where) and problem.right and problem.line >= 14
