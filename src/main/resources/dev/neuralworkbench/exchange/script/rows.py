# ---- From cells to the numbers that the network sees ----

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


def number(cell):
    """The number that a cell is; NaN where it is none."""
    cell = cell.replace(",", ".")  #? source.decimal=,
    value = float(cell) if NUMBER.fullmatch(cell) else math.nan
    return value if math.isfinite(value) else math.nan


def name_of(cell):
    """What a category is called: 1.0 is 1."""
    value = number(cell)
    return cell if math.isnan(value) else str(int(value)) if value.is_integer() else repr(value)


def raw_text(column, row):
    """The cell of a row, without spaces around; empty where it is missing."""
    cell = row.get(column["name"])
    cell = "" if cell is None else str(cell).strip()
    is_missing = cell.lower() in MISSING or (column["type"] == "number" and cell.lower() in MISSING_NUMBERS)
    return "" if is_missing else cell


def text(column, row):
    """The cell of a row as the model reads it; empty where it is missing."""
    cell = raw_text(column, row)
    #[ preprocessor.cleaning
    same = name_of if column["type"] == "number" else str
    for own in MODEL["preprocessor"]["cleaning"]:  # values that are read as others
        if own["column"] == column["name"]:
            for replaced in own["replaced"]:
                if same(replaced["value"]) == same(cell):
                    return replaced.get("by", "")
    #]
    return cell


#[ inputs.type=category
def one_hot(column, cells):
    """1 in the column of a row's category and 0 elsewhere (rows × categories); an unknown category is all 0."""
    place = {name: i for i, name in enumerate(column["categories"])}
    numbers = np.zeros((len(cells), len(place)))
    for row, cell in enumerate(cells):
        cell = cell or column["fill"]
        found = place.get(cell, place.get(name_of(cell)))
        if found is not None:
            numbers[row, found] = 1
    return numbers


#]
#[ preprocessor.features
FEATURES = {
    "square": lambda x, y: x * x,  #? feature.kind=square
    "product": lambda x, y: x * y,  #? feature.kind=product
    "sine": lambda x, y: np.sin(x),  #? feature.kind=sine
    "log": lambda x, y: np.copysign(np.log1p(np.abs(x)), x),  #? feature.kind=log
    "missing": lambda x, y: np.isnan(x) * 1.0,  #? feature.kind=missing
}


def engineered(feature, raw, filled):
    """An input that is worked out of one column, or of two, in the units of the table."""
    x, y = feature["column"], feature.get("other", feature["column"])
    numbers = raw if feature["kind"] == "missing" else filled
    return FEATURES[feature["kind"]](numbers[x], numbers[y])


#]
def scaled(column, numbers):
    """(x − offset) / scale, and whether x is small enough for a network in single precision."""
    most = 10.0 ** math.floor(math.log10(1e30 * min(1, abs(column["scale"]))))
    return (numbers - column["offset"]) / column["scale"], np.abs(numbers) <= most


def encode(rows):
    """What the network sees of rows, each a dict from column to cell.

    Returns the inputs (rows × inputs), rounded to single precision, and whether each row can be predicted.
    """
    blocks, usable = [], np.ones(len(rows), bool)
    raw, filled = {}, {}  #? preprocessor.features
    for column in MODEL["preprocessor"]["inputs"]:
        cells = [text(column, row) for row in rows]
        #[ inputs.type=category
        if column["type"] == "category":
            usable &= [cell != "" for cell in cells]  #? preprocessor.missing=drop_row
            blocks.append(one_hot(column, cells))
            continue
        #]
        x = np.array([number(cell) for cell in cells])
        usable &= ~np.isnan(x)  #? preprocessor.missing=drop_row
        raw[column["name"]] = x  #? preprocessor.features
        x = np.where(np.isnan(x), column["fill"], x)
        filled[column["name"]] = x  #? preprocessor.features
        x, fits = scaled(column, x)
        blocks.append(x[:, None])
        usable &= fits
    #[ preprocessor.features
    for column in MODEL["preprocessor"]["features"]:
        x, fits = scaled(column, engineered(column["feature"], raw, filled))
        blocks.append(x[:, None])
        usable &= fits
    #]
    x = np.hstack(blocks)
    x[~usable] = 0
    return x.astype("float32"), usable


def lines(path, delimiter):
    """The lines of a file, each as many cells as the first one has names."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader, expected, at = csv.reader(file, delimiter=delimiter), 0, 1
        for line in reader:
            expected = expected or len(line)
            if len(line) not in (0, expected):
                sys.exit(f"{path}, line {at}: expected {many(expected, 'field')}, found {len(line)}")
            if line:
                yield line
            at = reader.line_num + 1


def read(path, *also):
    """The names of a CSV file's columns, and its rows; commas, semicolons or tabs part the cells.

    There must be the model's inputs, and columns called `also`. Between semicolons a number may have a decimal comma.
    """
    missing = needed = [column["name"] for column in MODEL["preprocessor"]["inputs"]] + [*also]
    try:
        for delimiter in ",;\t":
            found = lines(path, delimiter)
            names = [name.strip() for name in next(found, [])]
            if set(needed) <= set(names):
                rows = [dict(zip(names, line)) for line in found]
                return names, with_points(rows) if delimiter == ";" else rows
            missing = min(missing, [name for name in needed if name not in names], key=len)
    except OSError as problem:
        sys.exit(f"{path}: {problem.strerror}")
    except UnicodeError:
        sys.exit(f"{path}: expected a CSV file in UTF-8, found another encoding")
    except csv.Error as problem:
        sys.exit(f"{path}: expected a CSV file in UTF-8: {problem}")
    sys.exit(f"{path}: {many(len(missing), 'column is', 'columns are')} missing: {', '.join(missing)}")


def with_points(rows):
    """Numbers with a decimal point where they have a comma and none of them has a point."""
    cells = {cell for row in rows for name, cell in row.items() if name in NUMBERS}
    if not any("," in cell for cell in cells) or any("." in cell and NUMBER.fullmatch(cell.strip()) for cell in cells):
        return rows

    def with_point(cell):
        pointed = cell.replace(",", ".")
        return pointed if NUMBER.fullmatch(pointed.strip()) else cell

    return [{name: with_point(cell) if name in NUMBERS else cell for name, cell in row.items()} for row in rows]


def many(count, one, more=None):
    """1 row, 2 rows."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def tell_unread(path, rows):
    """Tells on stderr of cells that are no numbers, and of categories that the model does not know."""

    def tell(what, cells, then):
        few = list(dict.fromkeys(cells))
        shown = ", ".join(few[:3]) + ", …" * (len(few) > 3)
        print(f"{path}: {column['name']}: {what} ({shown}){then}", file=sys.stderr)

    for column in MODEL["preprocessor"]["inputs"]:
        cells = [cell for cell in (text(column, row) for row in rows) if cell]
        #[ inputs.type=category
        if column["type"] == "category":
            known = {*column["categories"], *column.get("others", [])}
            cells = [cell for cell in cells if not {cell, name_of(cell)} & known]
            if cells:
                what = many(len(set(cells)), "unknown category", "unknown categories")
                tell(what, cells, f" in {many(len(cells), 'row')}, as all zeros")
            continue
        #]
        cells = [cell for cell in cells if math.isnan(number(cell))]
        if cells:
            tell(many(len(cells), "cell is not a number", "cells are not numbers"), cells, ", read as missing")
