"""Three engines behind one face: what a reader does, said once, done in Chromium, Firefox and WebKitGTK.

Chromium is driven by Playwright, as in the other tests. Playwright drives no Firefox or WebKit but builds of its own, so
Debian's are asked in WebDriver's words (https://www.w3.org/TR/webdriver2/), which they understand without any driver
between: Firefox over Marionette, its socket, WebKitGTK over the HTTP of its own driver.
"""

from __future__ import annotations

import base64
import http.client
import itertools
import json
import os
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, sync_playwright

from builder.editions.browser import launch

PATIENCE = 15
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Shift": "\ue008", "ArrowDown": "\ue015"}
CENTRE = """
    const element = document.querySelector(arguments[0])
    element.scrollIntoView({ block: "center", behavior: "instant" })
    const box = element.getClientRects()[0]
    return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]"""


class Engine:
    """What the walk asks of a browser."""

    name: str

    def open(self, address: str) -> None:
        """Goes to an address and waits until it is loaded."""
        raise NotImplementedError

    def back(self) -> None:
        """Goes back, as with the browser's button."""
        raise NotImplementedError

    def run(self, script: str, *arguments: Any) -> Any:
        """Runs the body of a function in the page and gives what it returns."""
        raise NotImplementedError

    def press(self, *keys: str) -> None:
        """Presses keys one after another; those before the last are held where they are Shift."""
        raise NotImplementedError

    def click(self, selector: str) -> None:
        """Moves the mouse onto the first such element and clicks."""
        raise NotImplementedError

    def hover(self, selector: str) -> None:
        """Moves the mouse onto the first such element."""
        raise NotImplementedError

    def resize(self, width: int, height: int) -> None:
        """Makes the page that large, in CSS pixels."""
        raise NotImplementedError

    def pdf(self) -> bytes:
        """The page on paper."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends the browser."""
        raise NotImplementedError

    def until(self, script: str, *arguments: Any) -> Any:
        """Waits for a script to give something true, and gives it. Raises TimeoutError."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # Between two pages there is none to ask.
            with suppress(Error, RuntimeError):
                if found := self.run(script, *arguments):
                    return found
            time.sleep(0.05)
        raise TimeoutError(f"{self.name}: {script}")


class Chromium(Engine):
    name = "chromium"

    def __init__(self, folder: Path) -> None:
        self._playwright = sync_playwright().start()
        self._browser = launch(self._playwright)
        self._page = self._browser.new_page()

    def open(self, address: str) -> None:
        self._page.goto(address)

    def back(self) -> None:
        self._page.go_back()

    def run(self, script: str, *arguments: Any) -> Any:
        return self._page.evaluate(f"given => (function () {{{script}}}).apply(null, given)", arguments)

    def press(self, *keys: str) -> None:
        self._page.keyboard.press("+".join(keys))

    def click(self, selector: str) -> None:
        self._page.mouse.click(*self.run(CENTRE, selector))

    def hover(self, selector: str) -> None:
        self._page.mouse.move(*self.run(CENTRE, selector), steps=2)

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def pdf(self) -> bytes:
        return self._page.pdf(tagged=True)

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()


class WebDriver(Engine):
    """A browser that understands WebDriver's commands; how they reach it is said below."""

    def _ask(self, command: str, **given: Any) -> Any:
        raise NotImplementedError

    def open(self, address: str) -> None:
        self._ask("Navigate", url=address)

    def back(self) -> None:
        self._ask("Back")

    def run(self, script: str, *arguments: Any) -> Any:
        return self._ask("ExecuteScript", script=script, args=list(arguments))

    def press(self, *keys: str) -> None:
        values = [KEYS.get(key, key) for key in keys]
        downs = [{"type": "keyDown", "value": value} for value in values]
        ups = [{"type": "keyUp", "value": value} for value in reversed(values)]
        self._ask("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": downs + ups}])

    def click(self, selector: str) -> None:
        self._point(selector, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def hover(self, selector: str) -> None:
        self._point(selector)

    def _point(self, selector: str, *acts: dict[str, Any]) -> None:
        x, y = self.run(CENTRE, selector)
        moves = [{"type": "pointerMove", "x": x - by, "y": y, "origin": "viewport", "duration": 20} for by in (1, 0)]
        parameters = {"pointerType": "mouse"}
        self._ask(
            "PerformActions",
            actions=[{"type": "pointer", "id": "mouse", "parameters": parameters, "actions": [*moves, *acts]}],
        )

    def resize(self, width: int, height: int) -> None:
        # A window is larger than its page.
        for _ in range(2):
            rect = self._ask("GetWindowRect")
            inner = self.run("return [innerWidth, innerHeight]")
            self._ask(
                "SetWindowRect",
                width=rect["width"] + width - inner[0],
                height=rect["height"] + height - inner[1],
            )
            self.until("return innerWidth > 0")
        self.until("return innerWidth === arguments[0]", width)

    def pdf(self) -> bytes:
        return base64.b64decode(self._ask("Print"))


class Firefox(WebDriver):
    name = "firefox"
    programs = ("firefox-esr", "firefox")

    def __init__(self, folder: Path) -> None:
        settings = {
            "marionette.port": 0,
            "toolkit.legacyUserProfileCustomizations.stylesheets": True,
            # It asks nobody for anything it was not told to.
            "app.update.enabled": False,
            "app.normandy.enabled": False,
            "browser.safebrowsing.malware.enabled": False,
            "browser.safebrowsing.phishing.enabled": False,
            "browser.shell.checkDefaultBrowser": False,
            "browser.startup.homepage_override.mstone": "ignore",
            "datareporting.policy.dataSubmissionEnabled": False,
            "extensions.getAddons.cache.enabled": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
            "services.settings.server": "data:,",
            "toolkit.telemetry.enabled": False,
            "dom.disable_open_during_load": False,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
        (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
        # Its window is otherwise never as narrow as a phone.
        (folder / "chrome").mkdir()
        (folder / "chrome" / "userChrome.css").write_text(":root { min-width: 0 !important }", encoding="utf-8")
        program = next(filter(None, map(shutil.which, self.programs)))
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = _wait_for(lambda: int((folder / "MarionetteActivePort").read_text(encoding="utf-8")))
        self._socket = _wait_for(lambda: socket.create_connection(("127.0.0.1", port), timeout=60))
        self._stream = self._socket.makefile("rb")
        self._numbers = itertools.count(1)
        self._read()
        self._ask("NewSession", capabilities={"alwaysMatch": {"unhandledPromptBehavior": "dismiss"}})

    def _ask(self, command: str, **given: Any) -> Any:
        message = json.dumps([0, next(self._numbers), f"WebDriver:{command}", given]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{self.name}, {command}: {error['message']}")
        return result["value"] if set(result) == {"value"} else result

    def _read(self) -> Any:
        """A message: its length in bytes, a colon, JSON."""
        length = b""
        while (digit := self._stream.read(1)) != b":":
            length += digit
        return json.loads(self._stream.read(int(length)))

    def close(self) -> None:
        self._stream.close()
        self._socket.close()
        self._process.terminate()
        self._process.wait()


class WebKit(WebDriver):
    name = "webkit"
    _ADDRESSES = {
        "Navigate": ("POST", "/url"),
        "Back": ("POST", "/back"),
        "ExecuteScript": ("POST", "/execute/sync"),
        "PerformActions": ("POST", "/actions"),
        "GetWindowRect": ("GET", "/window/rect"),
        "SetWindowRect": ("POST", "/window/rect"),
        "Print": ("POST", "/print"),
        "DeleteSession": ("DELETE", ""),
    }

    def __init__(self, folder: Path) -> None:
        # It draws in a window; the window is on a screen that nobody sees.
        reading, writing = os.pipe()
        screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._screen = subprocess.Popen(screen, pass_fds=[writing], **quiet)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            display = f":{pipe.readline().strip()}"
        # Its tool bar otherwise keeps the window wider than a phone.
        styles = folder / ".config" / "gtk-3.0" / "gtk.css"
        styles.parent.mkdir(parents=True)
        styles.write_text("* { min-width: 0; padding: 0; margin: 0; font-size: 1px }", encoding="utf-8")
        environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11", "HOME": str(folder)}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._process = subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=environment, **quiet)
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        _wait_for(self._connection.connect)
        self._session = "/session"
        answer = self._request("POST", "", {"capabilities": {"alwaysMatch": {"browserName": "MiniBrowser"}}})
        self._session = f"/session/{answer['sessionId']}"

    def _ask(self, command: str, **given: Any) -> Any:
        return self._request(*self._ADDRESSES[command], given)

    def _request(self, method: str, path: str, given: dict[str, Any]) -> Any:
        body = json.dumps(given) if method == "POST" else None
        self._connection.request(method, self._session + path, body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        value = json.loads(response.read())["value"]
        if response.status != 200:
            raise RuntimeError(f"{self.name}, {method} {path}: {value}")
        return value

    def close(self) -> None:
        self._ask("DeleteSession")
        self._connection.close()
        for process in (self._process, self._screen):
            process.terminate()
            process.wait()


def _wait_for(attempt: Any) -> Any:
    """What an attempt gives once it stops failing, as a program that has just been started comes up."""
    end = time.monotonic() + 60
    while True:
        try:
            return attempt()
        except (OSError, ValueError):
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


ENGINES = {engine.name: engine for engine in (Chromium, Firefox, WebKit)}
