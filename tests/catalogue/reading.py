"""How tests read the catalogue: the titles on the page, and the page object."""

from html.parser import HTMLParser

from django.http import QueryDict
from django.urls import reverse

from indsats.catalogue.filters import asked_in
from indsats.catalogue.pages import catalogue_page


class _Titles(HTMLParser):
    """Collects what stands in the cards' headings."""

    def __init__(self):
        super().__init__()
        self.titles, self.inside = [], False

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 -- the parser gives them
        if tag == "h3":
            self.inside = True
            self.titles.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "h3"

    def handle_data(self, data):
        if self.inside:
            self.titles[-1] += data


def titles(client, address=""):
    parser = _Titles()
    parser.feed(client.get(reverse("catalogue:catalogue") + address).content.decode())
    return parser.titles


def page(reader, address=""):
    return catalogue_page(asked_in(QueryDict(address)), None, reader)
