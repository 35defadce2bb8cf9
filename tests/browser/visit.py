"""One window of a browser, and what a careful visitor checks in it."""

from pathlib import Path
from urllib.parse import urlsplit

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


class Visit:
    """A window: ``page`` is Playwright's; what goes wrong on any page is gathered in ``complaints``."""

    def __init__(self, page, server):
        self.page = page
        self.server = server
        self.complaints = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self._request)

    def _console(self, message):
        expected = "status of 4" in message.text  # a page that answers 403, 404 or 429 on purpose
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _request(self, request):
        host = urlsplit(request.url).netloc
        if host and host != urlsplit(self.server).netloc:
            self.complaints.append(f"{self.page.url} calls {request.url}")

    def go(self, address):
        """Go to an address of the house and look at the page that it gives."""
        self.page.goto(address)
        self.look()
        return self.page

    def look(self):
        """Check the page as it is now: accessible, one heading, and nothing to scroll for sideways."""
        self.page.wait_for_load_state("networkidle")
        problems = self._accessibility_problems()
        assert problems == [], f"{self.page.url}:\n" + "\n".join(problems)
        assert self.page.locator("h1").count() == 1, f"{self.page.url} has {self.page.locator('h1').count()} h1"
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{self.page.url} is {wide} px too wide"

    def _accessibility_problems(self):
        # Evaluated, not added as a script element: the pages' own policy allows no script from outside. Without
        # preload: axe would parse the style sheets again with inline styles, which the policy forbids too.
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "rules => axe.run(document, {preload: false, runOnly: {type: 'tag', values: rules}})"
            ".then(found => found.violations.map("
            "rule => ({id: rule.id, help: rule.help, nodes: rule.nodes.map(node => node.html.slice(0, 200))})))",
            RULES,
        )
        return [f"{rule['id']}: {rule['help']}\n    " + "\n    ".join(rule["nodes"]) for rule in found]
