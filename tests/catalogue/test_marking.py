from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from indsats.catalogue.domain.excerpt import excerpt
from indsats.catalogue.pages import marked
from indsats.language.queries import pieces, read_query

TEXTS = st.lists(
    st.one_of(
        st.text(max_size=10),
        st.sampled_from(
            ["mentorordning", "<b>", "</mark>", "&amp;", "&", '"', "'", "<script>", "på natten", "SOSU'er"]
        ),
    ),
    max_size=14,
).map(" ".join)
QUESTIONS = st.lists(
    st.sampled_from(["mentor", "ordning", "amp", "mark", "script", "b", "nat", "sosu"]), max_size=4
).map(" ".join)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 -- the parser gives them
        self.tags.append(tag)

    def handle_endtag(self, tag):
        self.tags.append("/" + tag)

    def handle_data(self, data):
        self.text += data


def read(html):
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(TEXTS.filter(lambda text: "\r" not in text and "\x00" not in text), QUESTIONS)
def test_marking_never_breaks_the_html(text, question):
    html = marked(pieces(text, read_query(question)))
    seen = read(html)

    assert seen.text == text
    assert set(seen.tags) <= {"mark", "/mark"}
    assert seen.tags == ["mark", "/mark"] * (len(seen.tags) // 2)


@given(TEXTS, QUESTIONS, st.integers(20, 80))
def test_an_excerpt_is_a_stretch_of_the_text_with_dots_where_it_was_cut(text, question, length):
    flat = " ".join(text.split())

    shown = "".join(piece.text for piece in excerpt(text, read_query(question), length))

    inside = shown.removeprefix("… ") if not flat.startswith(shown[:2]) else shown
    inside = inside.removesuffix(" …") if not flat.endswith(inside) else inside
    assert inside in flat
    assert len(inside) <= max(length, len(flat) if " " not in flat else length)


def test_an_excerpt_begins_before_the_first_answer():
    text = "Alle nye får en plads ved bordet. " * 12 + "Der er en mentor på hvert afsnit. " + "Vi taler sammen. " * 12

    shown = excerpt(text, read_query("mentor"), 120)

    assert shown[0].text == "… "
    assert [piece.text for piece in shown if piece.hit] == ["mentor"]
    assert shown[-1].text == " …"


def test_a_short_text_is_shown_whole():
    assert "".join(piece.text for piece in excerpt("Kort  og\ngodt", read_query("mentor"))) == "Kort og godt"
