"""The functions that pages may ask for, one a file. Every module here is found and its function offered by itself."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from builder.rendering.renderer import Renderer


@dataclass(frozen=True)
class PageFunction:
    """call: takes the renderer, then what the page gives; draws: whether it prints a chart, by the id it is given first."""

    name: str
    call: Callable[..., str]
    draws: bool = False

    @property
    def signature(self) -> str:
        """How a page asks for it: `figure(name, form="full", of="")`."""
        parameters = list(inspect.signature(self.call).parameters.values())[1:]
        return f"{self.name}({', '.join(map(_as_written, parameters))})"

    @property
    def does(self) -> str:
        """Its docstring, in one line."""
        return " ".join((self.call.__doc__ or "").split())


def _as_written(parameter: inspect.Parameter) -> str:
    stars = "*" * (parameter.kind is parameter.VAR_POSITIONAL) + "**" * (parameter.kind is parameter.VAR_KEYWORD)
    default = "" if parameter.default is parameter.empty else f'="{parameter.default}"'
    return f"{stars}{parameter.name}{default}"


def page_function(call: Callable[..., str]) -> PageFunction:
    """Offers a function to pages, under its own name without an underscore at its end."""
    return PageFunction(call.__name__.rstrip("_"), call)


def page_chart(call: Callable[..., str]) -> PageFunction:
    """Offers a function that draws to pages; what it draws is numbered, and is a file as well."""
    return replace(page_function(call), draws=True)


@cache
def all_functions() -> dict[str, PageFunction]:
    """Every function, by name."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = (value for module in modules for value in vars(module).values() if isinstance(value, PageFunction))
    return {function.name: function for function in found}


def offered(renderer: Renderer) -> dict[str, Any]:
    """The functions as Jinja calls them."""

    def bound(function: PageFunction) -> Callable[..., str]:
        return lambda *given, **named: function.call(renderer, *given, **named)

    return {name: bound(function) for name, function in all_functions().items()}
