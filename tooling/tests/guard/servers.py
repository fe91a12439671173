"""Two real servers of a bare repository: smart HTTP, and SSH with git-shell."""

import getpass
import http.server
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.guard.school import clean_environment

_CHUNK = 65536


class _Handler(http.server.BaseHTTPRequestHandler):
    """Hands each request to `git http-backend`, as a web server does by CGI."""

    root: Path

    def do_GET(self) -> None:
        self._backend()

    def do_POST(self) -> None:
        self._backend()

    def log_message(self, *_args: object) -> None:
        return

    def _backend(self) -> None:
        body = self._body()
        path, _, query = self.path.partition("?")
        done = subprocess.run(
            ["git", "http-backend"],
            input=body,
            env=clean_environment()
            | {
                "GIT_PROJECT_ROOT": str(self.root),
                "GIT_HTTP_EXPORT_ALL": "1",
                "GIT_CONFIG_GLOBAL": os.devnull,
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "REQUEST_METHOD": self.command,
                "REMOTE_USER": "p-00000000",
                "REMOTE_ADDR": "127.0.0.1",
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            },
            capture_output=True,
            check=False,
            timeout=120,
        )
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        fields = [line.partition(": ") for line in head.decode().split("\r\n")]
        named = {name: value for name, _, value in fields if name}
        self.send_response(int(named.pop("Status", "200").split()[0]))
        for name, value in named.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)


@contextmanager
def over_http(root: Path) -> Iterator[str]:
    """Serve the repositories in a folder and yield the address of the folder."""
    handler = type("Handler", (_Handler,), {"root": root})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True, slots=True)
class Account:
    """As whom people push over SSH; made for the test where root runs it."""

    name: str
    ordinary: bool
    made: bool = False

    def owns(self, folder: Path) -> None:
        """Give the account a folder with all that is in it."""
        if self.made:
            subprocess.run(["chown", "-R", self.name, str(folder)], check=True)

    def reaches(self, program: str) -> bool:
        """Tell whether the account may run a program."""
        try:
            done = subprocess.run(
                [program, "-I", "-V"],
                user=self.name,
                extra_groups=[],
                capture_output=True,
                check=False,
            )
        except PermissionError:
            return False
        return done.returncode == 0


@contextmanager
def account(home: Path) -> Iterator[Account]:
    """Yield whoever runs the tests, or an ordinary account if that is root."""
    us = getpass.getuser()
    if os.geteuid() != 0:
        yield Account(us, ordinary=True)
        return
    name = f"proeve-git-{os.getpid()}"
    shell = str(shutil.which("git-shell"))
    made = ("useradd", "--no-create-home", "--home-dir", str(home), "--password", "*")
    subprocess.run([*made, "--shell", shell, name], check=True, capture_output=True)
    try:
        ordinary = Account(name, ordinary=True, made=True)
        # A Python in root's own folder is out of reach of an ordinary account.
        reached = ordinary.reaches(sys.executable)
        yield ordinary if reached else Account(us, ordinary=False)
    finally:
        subprocess.run(["userdel", name], check=False, capture_output=True)


@contextmanager
def over_ssh(folder: Path, who: Account) -> Iterator[tuple[str, str]]:
    """Run sshd on 127.0.0.1; yield its address and the command that reaches it.

    The one key that it knows may run git-shell and nothing else.
    """
    port = _free_port()
    with (folder / "sshd.log").open("wb") as log:
        server = subprocess.Popen(
            [_sshd(), "-D", "-e", "-f", str(_configured(folder, port, who))],
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(port, server, folder / "sshd.log")
            yield f"ssh://{who.name}@127.0.0.1:{port}", _client(folder)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _sshd() -> str:
    found = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None or shutil.which("git-shell") is None:
        pytest.skip("there is no sshd or no git-shell on this machine")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    return found


def _configured(folder: Path, port: int, who: Account) -> Path:
    """Write keys and the configuration of sshd; return the configuration."""
    for name in ("host", "client"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", name],
            cwd=folder,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    public = (folder / "client.pub").read_text(encoding="ascii").strip()
    host = (folder / "host.pub").read_text(encoding="ascii").strip()
    (folder / "known").write_text(f"[127.0.0.1]:{port} {host}\n")
    # The shell of an account made for this is git-shell; any other is forced to it.
    shell = shutil.which("git-shell")
    forced = f',command="{shell} -c \\"$SSH_ORIGINAL_COMMAND\\""'
    keys = folder / "authorized"
    keys.write_text(f"restrict{'' if who.made else forced} {public}\n")
    config = folder / "sshd_config"
    config.write_text(
        f"ListenAddress 127.0.0.1:{port}\n"
        f"HostKey {folder / 'host'}\n"
        f"AuthorizedKeysFile {keys}\n"
        f"PidFile {folder / 'sshd.pid'}\n"
        "StrictModes no\nUsePAM no\nPasswordAuthentication no\n"
        "KbdInteractiveAuthentication no\nPermitRootLogin yes\n"
        "MaxStartups 100\nMaxSessions 100\n"
    )
    return config


def _client(folder: Path) -> str:
    return (
        f"ssh -F /dev/null -i {folder / 'client'} -o BatchMode=yes "
        f"-o IdentitiesOnly=yes -o UserKnownHostsFile={folder / 'known'} "
        "-o StrictHostKeyChecking=yes -o LogLevel=ERROR"
    )


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        if server.poll() is not None:
            break
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
