"""Tables on a narrow screen: what a cell is stands beside it."""

from __future__ import annotations

from bot.web.console.narrow import named_cells

TABLE = """<p>avant</p><div class="wide" tabindex="0"><table>
<thead><tr><th scope="col">Nom</th><th scope="col" class="number">Montant <b>total</b></th></tr></thead>
<tbody><tr><th scope="row">Rose</th><td class="number">5 $</td></tr>
<tr><td></td><td>6 $</td></tr></tbody>
<tfoot><tr><th colspan="2">Total</th></tr></tfoot></table></div>
<table><tr><td>ailleurs</td></tr></table>"""


def test_each_cell_of_a_wide_table_says_its_column_and_its_role() -> None:
    page = named_cells(TABLE)
    assert '<th role="rowheader" data-label="Nom" scope="row">Rose</th>' in page
    assert '<td role="cell" data-label="Montant total" class="number">5 $</td>' in page
    assert '<td role="cell" data-label="Montant total">6 $</td>' in page
    assert '<tfoot><tr><th colspan="2">' in page
    assert "<table><tr><td>ailleurs</td></tr></table>" in page


def test_a_page_without_tables_is_as_it_was() -> None:
    assert named_cells("<p>rien</p>") == "<p>rien</p>"
