MISSING = MODEL["missingMarks"]["anywhere"].split()
MISSING_NUMBERS = MODEL["missingMarks"]["amongNumbers"].split()  # among texts, "-" and "None" may be values
