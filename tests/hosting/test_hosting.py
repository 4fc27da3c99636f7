"""The example configuration for one's own nginx, with Debian's nginx and the site as `make compressed` leaves it."""

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import time
from contextlib import closing

import pytest
import yaml

from builder.publishing.compression import compress
from builder.publishing.policy import FOREVER, HEADERS
from tests.conftest import ROOT

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
MAIN = """daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 2;
events {{}}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    {server}
}}"""


@pytest.fixture(scope="module")
def host(site, tmp_path_factory):
    assert NGINX, "nginx is missing: apt-get install nginx-light"
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    shutil.copytree(site.folder, folder / "site")
    list(compress(folder / "site"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    for yours, ours in (("listen 80;", f"listen 127.0.0.1:{port};"), ("/srv/called-to-account/site", f"{folder}/site")):
        assert yours in server
        server = server.replace(yours, ours)
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, server=server), encoding="utf-8")
    # As root nginx hands its work to another user, who may not see a test's folder.
    user = ["-g", "user root;"] if shutil.os.getuid() == 0 else []
    process = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), *user])
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "errors").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def get(port, path, **headers):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        with connection.getresponse() as response:
            return response.status, response.headers, response.read()


def test_a_page_comes_compressed_with_every_header(host, site):
    status, headers, body = get(host, "/story/quotes/", Accept_Encoding="gzip")
    assert status == 200 and headers["Content-Encoding"] == "gzip" and headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == (site.folder / "story/quotes/index.html").read_bytes()
    for name, value in HEADERS.items():
        assert headers[name] == value
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert "must-revalidate" in headers["Cache-Control"]
    assert "Set-Cookie" not in headers and "/" not in headers["Server"]


def test_a_reader_whose_browser_takes_no_gzip_is_served_too(host, site):
    status, headers, body = get(host, "/help/")
    assert status == 200 and "Content-Encoding" not in headers
    assert body == (site.folder / "help/index.html").read_bytes()


def test_a_copy_and_the_data_of_a_page_come_as_what_they_are(host, site):
    for ending, kind in (("html.md", "text/markdown; charset=utf-8"), ("jsonld", "application/ld+json")):
        status, headers, body = get(host, f"/help/index.{ending}")
        assert status == 200 and headers["Content-Type"] == kind
        assert body == (site.folder / "help" / f"index.{ending}").read_bytes()
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_never_changes_is_kept_for_a_year(host, site):
    for path in site.folder.glob("assets/**/*"):
        name = path.relative_to(site.folder).as_posix()
        if path.suffix in (".css", ".js"):
            assert get(host, f"/{name}")[1]["Cache-Control"] == FOREVER, name


def test_a_wrong_address_gets_the_page_that_says_so(host):
    for path in ("/nowhere/", "/_headers", "/assets/"):
        status, headers, _ = get(host, path)
        assert status in (403, 404), path
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert b"This page is not here" in get(host, "/nowhere/")[2]


def test_workflows_trust_no_tag_and_may_do_no_more_than_they_need():
    """A tag can be moved to other code, a commit cannot. What may be written is said job by job."""
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        workflow = yaml.load(text, yaml.BaseLoader)
        assert workflow["permissions"] == {"contents": "read"}, path.name
        uses = re.findall(r"uses: (\S+)(.*)", text)
        assert uses and all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action, _ in uses), path.name
        assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", version) for _, version in uses), path.name
        assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    assert "pull_request_target" not in "".join(p.read_text() for p in (ROOT / ".github/workflows").glob("*.yml"))
