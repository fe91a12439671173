from proeve.site.handbook import without_links

TEXT = (
    "Zie [Vandaag](../vandaag/index.md#nu), [de woorden](../begrippen.md), "
    '<a href="rollen/teacher.html">uw stappen</a> en '
    "[elders](https://example.org/a.md); "
    "![plaatje](../vandaag/index.md)"
)


def test_a_link_to_a_page_that_readers_lack_keeps_its_words_only() -> None:
    shown = without_links(TEXT, "hulp/proef.md", {"begrippen"}.__contains__)
    assert shown == (
        "Zie Vandaag, [de woorden](../begrippen.md), uw stappen en "
        "[elders](https://example.org/a.md); ![plaatje](../vandaag/index.md)"
    )


def test_readers_of_every_page_get_every_link() -> None:
    asked: list[str] = []

    def has(path: str) -> bool:
        asked.append(path)
        return True

    assert without_links(TEXT, "hulp/proef.md", has) == TEXT
    assert asked == ["vandaag/index", "begrippen", "hulp/rollen/teacher"]
