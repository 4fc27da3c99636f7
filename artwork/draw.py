"""Draws the pictures that must be PNG, from the same shapes as the site: `make artwork`. The results are committed.

docs/assets/card.png (1200 by 630, for links shared elsewhere) and docs/assets/apple-touch-icon.png (180 by 180).
The letters of the wordmark are outlines of EB Garamond (SIL Open Font License), drawn once; the tagline is set in
whatever serif the machine has.
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from builder.editions import browser

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
TAGLINE = "Amal Clooney, the United Nations and the Yazidi genocide: what was said, what was true, what came of it"


def card():
    """The card as a page: the wordmark over its unfinished double rule, and the line under it."""
    wordmark = (ROOT / "overrides" / "partials" / "wordmark.html").read_text(encoding="utf-8")
    return f"""<style>
      body {{ background: #fbf7ef; box-sizing: border-box; height: 630px; margin: 0; padding: 150px 100px; width: 1200px }}
      svg {{ display: block; overflow: visible; width: 1000px }}
      .letters {{ fill: #22262b }} .rules {{ fill: none; stroke: #0b5e66; stroke-width: 1.2 }}
      p {{ color: #545047; font: italic 38px/1.4 "EB Garamond", P052, Georgia, serif; margin: 56px 0 0; max-width: 900px }}
    </style>{wordmark}<p>{TAGLINE}</p>"""


def icon():
    """The mark, filling its square: the system rounds the corners."""
    mark = (ASSETS / "mark.svg").read_text(encoding="utf-8").replace('rx="10"', "")
    return f"<style>body{{margin:0}}svg{{display:block;width:180px}}</style>{mark}"


def main():
    """Writes both pictures."""
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        for name, content, width, height in (("card", card(), 1200, 630), ("apple-touch-icon", icon(), 180, 180)):
            page = chromium.new_page(viewport={"width": width, "height": height})
            page.set_content(content)
            page.screenshot(path=ASSETS / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main()
