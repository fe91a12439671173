"""The sentences of evidence, forms, results and archive: what an exam leaves behind."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (

)
