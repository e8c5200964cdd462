MISSING = MODEL["missingMarks"]["anywhere"].split()
MISSING_NUMBERS = MODEL["missingMarks"]["amongNumbers"].split()  # among texts, "-" and "None" may be values
COLUMNS = [*MODEL["preprocessor"]["inputs"], MODEL["preprocessor"]["target"]]
NUMBERS = {column["name"] for column in COLUMNS if column["type"] == "number"}
