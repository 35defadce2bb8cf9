"""Write the sample documents of the fictional Region Nordhavet; the same content every time."""

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))

from samples.writing import action_plan, answers, booklet, catalogue, organisation, spreadsheet, word_texts  # noqa: E402 -- the checkout must be on the path first

WRITERS = (
    organisation.write,
    action_plan.write,
    catalogue.write,
    word_texts.write,
    spreadsheet.write,
    booklet.write,
    answers.write,
)


def main(folder: Path = FOLDER) -> None:
    for write in WRITERS:
        write(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
