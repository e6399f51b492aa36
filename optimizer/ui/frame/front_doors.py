"""The page's addresses as the server answers them: each tells the browser at once where the page lives."""

from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from optimizer.ui.frame.calendar_door import calendar_door
from optimizer.ui.frame.sitemap import PAGES

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
HOME = "<script>window.__streamlit = { BACKEND_BASE_URL: new URL('.', location.href).href }</script>"
"""Without it Streamlit looks for its server below the page's own address first, and finds nothing there, twice."""
FRESH = {"Cache-Control": "no-cache"}


def front_doors() -> list[Route]:
    """Return a route for every page that can be linked to, and the one of private calendars."""
    addresses = {page.address for pages in PAGES.values() for page in pages}
    return [*(Route(f"/{address}", _open) for address in sorted(addresses)), calendar_door()]


async def _open(_: Request) -> HTMLResponse:
    text = INDEX.read_text(encoding="utf-8")
    return HTMLResponse(text.replace("<head>", f"<head>{HOME}", 1), headers=FRESH)
