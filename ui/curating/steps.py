"""TEMP"""
from industry import project
from industry.curation.bench import proposing
from industry.curation.bench.judged import judged
from industry.tables import store as files
from ui.curating import dropping, rows


def show(work, tables):
    if work.rows is None:
        work.files = files.contents(project.folder())
        source = tables.catalogue.sources["jiangxi_2021_07"]
        work.rows = list(proposing.of_document(work.name, work.data, tables, source))
    found = judged(work.rows, work.files, tables)
    def changed(now):
        work.rows = list(now)
    dropping.place(small=True)
    rows.show(work, tables, found, changed)
