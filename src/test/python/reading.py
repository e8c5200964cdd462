"""Tables as people keep them, and what a careful user of pandas ends with, for HonestTablesTest.

/usr/bin/python3 src/test/python/reading.py FOLDER writes NAME.csv (.xlsx, .json) and beside it
NAME.expected: a line of names, one of kinds (number or text), then the cells of the rows that are
left, with bars between them. Needs python3-pandas and python3-openpyxl.
"""
import json
import random
import sys
from pathlib import Path

import openpyxl
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


def sheet(name, rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(folder / f"{name}.xlsx")


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

# Sales by region: subtotals, a grand total, names that come again, a line of units, notes.
months = [(f"2024-{m:02d}", 10 + 7 * m % 5, 100 + 31 * m % 17) for m in range(1, 13)]
lines = ["region,month,sales,costs"]
total = [0, 0]
for region in ("north", "south", "west"):
    block = [(region, month, s + len(region), c) for month, s, c in months]
    lines += [",".join(map(str, row)) for row in block]
    sums = [sum(row[i] for row in block) for i in (2, 3)]
    total = [a + b for a, b in zip(total, sums)]
    lines.append(f"Subtotal {region},,{sums[0]},{sums[1]}")
    lines += ["", "region,month,sales,costs"] if region == "south" else []
lines += [f"Total,,{total[0]},{total[1]}", "", "Source: head office", "* provisional"]
save("sales", "\n".join(lines) + "\n")
table = raw("sales")
table = table[table["month"].notna() & (table["month"] != "month")].copy()
table["sales"] = coerced(table["sales"])
table["costs"] = coerced(table["costs"])
expect("sales", table)

# A station: codes that stand for no value, one of them a date.
rows = []
for i in range(60):
    wind = -99 if i % 9 == 4 else round(4 + i * 7 % 23 / 4, 2)
    rain = 999 if i % 13 == 5 else i * 5 % 31
    day = "1900-01-01" if i % 10 == 7 else f"2023-{i // 28 + 4:02d}-{i % 28 + 1:02d}"
    rows.append(f"{day},{wind},{rain},{'storm' if i * 11 % 19 > 11 else 'calm'}")
save("station", "checked,wind,rain,sky\n" + "\n".join(rows) + "\n")
table = raw("station", na_values=["-99", "999", "1900-01-01"])
table["wind"] = coerced(table["wind"])
table["rain"] = coerced(table["rain"])
expect("station", table)

# Answers typed by hand: letters, blanks and accents differ; the most frequent spelling stays.
cities = ["K\u00f6ln", "Koln", "k\u00f6ln", "Berlin", "Berlin ", "berlin"]
rows = []
for i in range(90):
    answer = ("Yes", "No", "Yes", "No", "yes", "NO")[i % 6] if i % 3 else ("Yes", "No")[i % 2]
    city = cities[(0, 0, 0, 1, 3, 3, 3, 3, 5, 2, 4)[i % 11]]
    rows.append(f"{i * 37 % 53},{city},{answer}")
save("answers", "score,city,answer\n" + "\n".join(rows) + "\n")
table = raw("answers")
table["score"] = coerced(table["score"])
for name in ("city", "answer"):
    # OpenRefine's fingerprint, with the most frequent spelling of each cluster.
    text = table[name].str.strip()
    key = text.str.normalize("NFKD").str.encode("ascii", "ignore").str.decode("ascii").str.lower()
    table[name] = text.groupby(key).transform(lambda same: same.value_counts().idxmax())
expect("answers", table)

# A sheet with a title, in which cells were merged over rows.
rows = [["Hospitals by region"], [], ["region", "beds", "score", "grade"]]
merged = []
for block, region in enumerate(("Alps", "Coast", "Plain", "Delta", "Hills", "Lakes")):
    first = len(rows) + 1
    for i in range(6):
        name = region if i == 0 else None
        rows.append([name, 40 + 13 * i + block, (i * 5 + block) % 7 + 0.5, "ABC"[(i + block) % 3]])
    merged.append(f"A{first}:A{first + 5}")
sheet("hospitals", rows, merged)
table = pd.read_excel(folder / "hospitals.xlsx", skiprows=2)
table["region"] = table["region"].ffill()
expect("hospitals", table)

# Invoices as a program exports them: formulas that no spreadsheet has worked out.
rows = [["net", "tax", "shipping", "weight", "gross"]]
for i in range(50):
    net = round(20 + 3.17 * (i * 7 % 50), 2)
    tax = round(net * 0.19, 2)
    rows.append([net, tax, (0, 4.9, 9.9)[i % 3], f"=A{i + 2}/10", round(net + tax, 2)])
sheet("invoices", rows)
table = pd.read_excel(folder / "invoices.xlsx")
expect("invoices", table)

# Many columns that hold the same refusal.
names = [f"q{i + 1}" for i in range(50)]
chance = random.Random(1)
rows = [
    ",".join("refused" if (i + 3 * q) % 20 == 7 else f"{chance.random():.3f}" for q in range(50))
    for i in range(60)
]
save("refusals", ",".join(names) + "\n" + "\n".join(rows) + "\n")
# Rows without a target teach nothing.
expect("refusals", raw("refusals", na_values=["refused"]).astype(float).dropna(subset=["q50"]))

# Articles: numbers of trade as long as they are, dates as Germans write them, empty names.
rows = [
    f"{4006381333931 + 104729 * i},{i % 28 + 1:02d}.{i % 12 + 1:02d}.2024,"
    f"{'' if i % 7 == 3 else 'abc'[i % 3]},{i * 11 % 17 / 3:.15f},{'high' if i % 5 < 2 else 'low'}"
    for i in range(56)
]
save("articles", "ean,sold,shelf,share,price\n" + "\n".join(rows) + "\n")
table = raw("articles")
table["ean"] = coerced(table["ean"])
table["share"] = coerced(table["share"])
expect("articles", table)

# Orders as a shop's interface gives them: nested, with values that are missing.
orders = [
    {
        "order": {"channel": None if i % 6 == 5 else ("web", "shop")[i % 2], "items": i % 4 + 1},
        "customer": {"age": 20 + i * 7 % 41, "address": {"city": ("Bern", "Basel", "Chur")[i % 3]}},
        "paid": round(9.5 + i * 13 % 37 * 1.25, 2),
    }
    for i in range(40)
]
(folder / "orders.json").write_text(json.dumps(orders), encoding="utf-8")
names = ["order.channel", "order.items", "customer.age", "customer.address.city", "paid"]
expect("orders", pd.json_normalize(orders)[names])

# Rows that were entered twice.
rows = [f"{i * 37 % 101 + 0.25},{i * 91 % 103 + 0.5},{'yn'[i * 7 % 5 % 2]}" for i in range(80)]
rows += rows[10:34]
save("twice", "height,width,sold\n" + "\n".join(rows) + "\n")
table = raw("twice").drop_duplicates()
table["height"] = coerced(table["height"])
table["width"] = coerced(table["width"])
expect("twice", table)

# Labels that leak: a copy with noise, a code filled in later, a number along the sorted rows.
classes = ["none"] * 60 + ["mild"] * 40 + ["severe"] * 20
rows = []
for i, label in enumerate(classes):
    code = classes.index(label) // 20 if i % 31 else 7
    rows.append(f"{7 * (i // 2)},{i * 13 % 29},{i * 17 % 31 + 0.5},{code},{label}")
save("leaks", "second,age,dose,code,outcome\n" + "\n".join(rows) + "\n")
expect("leaks", raw("leaks").astype({"second": float, "age": float, "dose": float, "code": float}))

# One payment in a hundred is a fraud.
rows = [f"{i * 37 % 211},{i * 53 % 97 / 4},{'fraud' if i % 100 == 37 else 'fine'}" for i in range(1000)]
save("fraud", "amount,age,label\n" + "\n".join(rows) + "\n")
expect("fraud", raw("fraud").astype({"amount": float, "age": float}))
