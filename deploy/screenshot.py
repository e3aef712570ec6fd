"""`make screenshot`: docs/screenshot.png, the first view as a reader meets it. Knows one address."""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.serve import serve

PLACE = Path(__file__).parents[1] / "docs/screenshot.png"
SIZE = {"width": 1440, "height": 900}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


def main() -> None:
    """Serve, open, wait until all is drawn, keep the picture."""
    PLACE.parent.mkdir(exist_ok=True)
    with serve("app:server", "/economy") as server, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        page = browser.new_page(viewport=SIZE, device_scale_factor=1)  # type: ignore[arg-type]
        page.goto(f"{server.site}/economy")
        page.locator("body[data-ready=true]").wait_for()
        page.screenshot(path=PLACE)
        browser.close()
    print(f"  ok      {PLACE.relative_to(PLACE.parents[1])}")


if __name__ == "__main__":
    main()
