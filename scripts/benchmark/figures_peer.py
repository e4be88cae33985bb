"""figures_peer.py polars|duckdb INPUTS OUT [--csv-only]: FTE, distinct employees and jobs created, by axis × month ×
association, to OUT.csv and OUT.xlsx. What a person who knows the tool would write."""
import glob
import sys

tool, inputs, out = sys.argv[1:4]
pattern = inputs + "/exports/*/etp-*.csv"


def with_polars():
    import polars as pl
    rows = pl.scan_csv(pattern, separator=";", include_file_paths="file", schema_overrides={
        "poste_id": pl.String, "salarie_id": pl.String, "commune": pl.String, "etp": pl.Float64}).select(
        "mois", "poste_id", "salarie_id", "axe", "statut", "etp",
        association=pl.col("file").str.extract(r"exports/([^/]+)/")).cast(
        {"axe": pl.Categorical, "statut": pl.Categorical, "association": pl.Categorical, "mois": pl.Categorical})
    keys = ["axe", "mois", "association"]
    stock = rows.group_by(keys).agg(etp=pl.col("etp").sum(), salaries=pl.col("salarie_id").n_unique())
    created = rows.filter(pl.col("statut") == "cree").with_columns(pl.col("mois").cast(pl.String))
    first = created.group_by("association", "poste_id").agg(pl.col("mois").min(), pl.col("axe").sort_by("mois").first())
    hires = first.with_columns(pl.col("mois").cast(pl.Categorical)).group_by(keys).agg(embauches=pl.len())
    table = stock.join(hires, on=keys, how="left").with_columns(pl.col("embauches").fill_null(0))
    names = pl.col("axe", "mois", "association").cast(pl.String)
    return table.with_columns(names).sort(keys).select(*keys, "etp", "salaries", "embauches").collect()


def with_duckdb():
    import duckdb
    db = duckdb.connect()
    db.execute(f"""create table rows as select mois, poste_id, salarie_id, axe, statut, etp,
      regexp_extract(filename, 'exports/([^/]+)/', 1) as association
      from read_csv('{pattern}', delim=';', header=true, quote='"', filename=true, columns={{'mois': 'VARCHAR',
      'poste_id': 'VARCHAR', 'salarie_id': 'VARCHAR', 'axe': 'VARCHAR', 'commune': 'VARCHAR', 'contrat': 'VARCHAR',
      'statut': 'VARCHAR', 'etp': 'DOUBLE', 'heures': 'DOUBLE', 'dispositif': 'VARCHAR', 'sexe': 'VARCHAR',
      'observations': 'VARCHAR'}})""")
    return db.execute("""
      with stock as (select axe, mois, association, sum(etp) as etp, count(distinct salarie_id) as salaries
          from rows group by all),
        first as (select association, poste_id, min(mois) as mois, arg_min(axe, mois) as axe
          from rows where statut = 'cree' group by all),
        hires as (select axe, mois, association, count(*) as embauches from first group by all)
      select axe, mois, association, etp, salaries, coalesce(embauches, 0) as embauches
      from stock left join hires using (axe, mois, association) order by all""").fetchall()


HEADER = ["axe", "mois", "association", "etp", "salaries", "embauches"]
table = with_polars().rows() if tool == "polars" else with_duckdb()
with open(out + ".csv", "w", encoding="utf-8") as file:
    file.write(",".join(HEADER) + "\n")
    for row in table:
        file.write(",".join(str(round(v, 6)) if isinstance(v, float) else str(v) for v in row) + "\n")
if "--csv-only" not in sys.argv:
    import xlsxwriter
    book = xlsxwriter.Workbook(out + ".xlsx")
    sheet = book.add_worksheet("Figures")
    sheet.write_row(0, 0, HEADER)
    for number, row in enumerate(table, 1):
        sheet.write_row(number, 0, row)
    book.close()
