"""Tables as people keep them, and what a careful user of pandas ends with, for HonestReadingTest.

/usr/bin/python3 src/test/python/reading.py FOLDER writes NAME.csv and beside it NAME.expected:
a line of names, one of kinds (number or text), then the cells, with bars between them.
"""
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])


def save(name, text, encoding="utf-8"):
    (folder / f"{name}.csv").write_bytes(text.encode(encoding))


def expect(name, table):
    with open(folder / f"{name}.expected", "w", encoding="utf-8") as out:
        numbers = [pd.api.types.is_numeric_dtype(table[c]) for c in table]
        print(*table.columns, sep="|", file=out)
        print(*("number" if n else "text" for n in numbers), sep="|", file=out)
        for row in table.itertuples(index=False):
            cells = ["" if pd.isna(c) else repr(float(c)) if n else c for c, n in zip(row, numbers)]
            print(*cells, sep="|", file=out)


def raw(name, **how):
    return pd.read_csv(folder / f"{name}.csv", dtype=str, **how)


def coerced(column):
    """What pandas users do, after a look at what is no number."""
    return pd.to_numeric(column, errors="coerce")


def without(unit, column):
    return pd.to_numeric(column.str.replace(unit, "", regex=False).str.replace(",", "").str.strip())


# A logger: words among numbers, at the first row too; whole numbers; a column that is all words.
rows = [f"{20 + i / 8},{900 + 3 * i},{'on' if i % 3 else 'off'}" for i in range(80)]
rows[0] = "sensor off,900,on"
rows[33] = "sensor off,999,on"
rows[50] = "26.25,overflow!,off"
rows[60] = ",<900,off"
save("logger", "temperature,counts,heating\n" + "\n".join(rows) + "\n")
table = raw("logger")
table["temperature"] = coerced(table["temperature"])
table["counts"] = coerced(table["counts"])
expect("logger", table)

# A survey: refused answers, and grades of five that have a sixth category.
rows = []
for i in range(60):
    income = "refused" if i in (3, 17, 40) else str(21_000 + 517 * i)
    grade = "refused" if i % 20 == 5 else str(i * 7 % 5 + 1)
    rows.append(f"{i + 1},{income},{grade}")
save("survey", "nr,income,grade\n" + "\n".join(rows) + "\n")
table = raw("survey")
table["nr"] = coerced(table["nr"])
table["income"] = coerced(table["income"])
expect("survey", table)

# As a German spreadsheet saves it: windows-1252, semicolons, decimal commas, points at thousands.
rows = [
    f"{i + 1:02d}.03.2024;1.{200 + i},{i % 10}0 €;{i},5 %;{'Süd' if i % 2 else 'Nord'};1.{250 + i}"
    for i in range(20)
]
save("umsatz", "Datum;Umsatz;Anteil;Gebiet;Stück\n" + "\n".join(rows) + "\n", "cp1252")
table = raw("umsatz", sep=";", encoding="cp1252")
for name in ("Umsatz", "Anteil", "Stück"):
    plain = table[name].str.replace("[ €%.]", "", regex=True).str.replace(",", ".")
    table[name] = pd.to_numeric(plain)
expect("umsatz", table)

# Cars: a unit in every cell of a column, and two units in one.
rows = [
    f'"${1_200 + 77 * i:,}.50",{12 + i / 4:.2f} kg,{1100 + 16 * i} CC,{23.4 - i / 10:.1f} kmpl,'
    f"{f'{i + 1} kg' if i % 5 else f'{100 * i + 500} g'},{3 * i} %"
    for i in range(24)
]
save("cars", "price,load,engine,mileage,parcel,share\n" + "\n".join(rows) + "\n")
table = raw("cars")
for name, unit in (("price", "$"), ("load", "kg"), ("engine", "CC"), ("mileage", "kmpl")):
    table[name] = without(unit, table[name])
table["share"] = without("%", table["share"])
expect("cars", table)

# Codes: none of them is a quantity, and none may lose what it is written with.
rows = [
    f"A{i + 12},{'C' if i in (8, 30) else ''}{536365 + i},{'K1A0B1' if i == 9 else f'{2100 + i:05d}'},"
    f"{i % 30 + 1},{i / 2}"
    for i in range(40)
]
save("codes", "id,invoice,place,house,amount\n" + "\n".join(rows).replace(",7,", ",7b,") + "\n")
table = raw("codes")
table["amount"] = coerced(table["amount"])
expect("codes", table)
