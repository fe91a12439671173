"""What lies outside `exams/` in a practice school: schemas, site settings, a README."""

from proeve.deeds.stating import Paper
from proeve.reading import shipped
from proeve.words.labels_text import Label
from proeve.words.say import Language

_ATTRIBUTES = "exams/** -text\n"
_SITE = """\
site_name: {name}
docs_dir: docs
site_dir: build/site
theme:
  name: material
  language: {language}
plugins:
  - search
  - offline
  - proeve:
      repository: "."
markdown_extensions:
  - def_list
"""
_HOME = Label("Oefenschool", "Practice school")
_README = Label(
    "# Oefenschool\n\nDit is een oefenschool voor Proeve. Alle mensen, bedrijven en "
    "examens zijn verzonnen.\n\n**OEFENING: dit bewijst niets.** De sleutels zijn van "
    "iedereen die deze map heeft.\n\nNakijken: `proeve verify`.\n",
    "# Practice school\n\nThis is a practice school for Proeve. All people, companies "
    "and exams are invented.\n\n**PRACTICE: this proves nothing.** The keys belong to "
    "whoever has this folder.\n\nTo check it: `proeve verify`.\n",
)


def tooling(language: Language) -> dict[str, Paper]:
    """Return the files of the tooling scope, by their path from the top."""
    folder = shipped.folder("schemas")
    schemas = {
        f"schemas/{path.name}": Paper(path.read_bytes())
        for path in sorted(folder.glob("*.schema.json"))
    }
    name = _HOME.in_language(language)
    site = _SITE.format(name=name, language=language)
    readme = _README.in_language(language)
    return {
        **schemas,
        ".gitattributes": Paper(_ATTRIBUTES.encode()),
        ".gitignore": Paper(b"/build/\n"),
        "README.md": Paper(readme.encode()),
        "docs/index.md": Paper(readme.encode()),
        "mkdocs.yml": Paper(site.encode()),
    }
