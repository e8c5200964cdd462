"""Tables as nasty as people have them, and what is right about each, for the tests of reading.

    python corpus.py                 writes src/test/resources/corpus and what is right, expected.json
    python corpus.py --libreoffice   writes the workbooks of LibreOffice too, which needs its soffice

What is right is what pandas reads when it is told everything about a file: each call below states delimiter,
encoding, decimal mark, the columns of text and so on. A column that is not stated to be of texts must be of numbers
in pandas as well, or the script fails. What pandas cannot read is stated by hand.

Needs pandas 2.2, scipy 1.15 and openpyxl 3.1. The files come out the same, byte for byte, each time.
"""

import csv
import datetime
import gzip
import io
import json
import math
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pandas
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from scipy.io import arff as weka

CORPUS = Path(__file__).parents[1] / "resources" / "corpus"
FILES = []
BAD = []

# Texts that are missing in every column, in capitals. Others are missing among numbers only.
MARKS = set("? NA N/A NAN NULL <NA> \\N #N/A #NA #NV #DIV/0! #VALUE! #REF! #NAME? #NUM! #NULL!".split())


# ---------------------------------------------------------------- stating what is right


def unnamed(count):
    """Names of columns that have none."""
    return [f"column_{i + 1}" for i in range(count)]


def said(value):
    """A cell of a text column as a text, None if it is missing."""
    if value is None or value is pandas.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (datetime.datetime, datetime.date)):
        moment = pandas.Timestamp(value)
        return moment.strftime("%Y-%m-%d" if moment == moment.normalize() else "%Y-%m-%d %H:%M:%S")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return text or None


def number(value):
    """A number for JSON, None if it is missing; minus zero stays what it is."""
    value = float(value)
    is_plain = value.is_integer() and abs(value) < 1e15 and str(value) != "-0.0"
    return None if math.isnan(value) else int(value) if is_plain else value


def right(file, about, table, texts, *, options=(), doubt=False, refused=False, codes=(), marks=MARKS):
    """Notes a file and its table.

    :param texts: names of the columns of text; all others are numbers, or the script fails
    :param options: options of the command line with which it is right, where it cannot be without
    :param doubt: whether the program must be in doubt without them
    :param refused: whether it must refuse the file without them
    :param codes: columns of text although all their cells look like numbers
    """
    missing = set(texts) - set(table.columns)
    assert not missing, f"{file}: no columns {missing} among {list(table.columns)}"
    columns = []
    for name in table.columns:
        if name in texts:
            values = [said(value) for value in table[name]]
            values = [None if value is None or value.upper() in marks else value for value in values]
            present = [value for value in values if value is not None]
            assert present and (name in codes or not all(map(looks_numeric, present))), f"{file}: {name} is of numbers"
        else:
            values = [number(value) for value in pandas.to_numeric(table[name])]
        columns.append({"name": name, "type": "text" if name in texts else "number", "values": values})
    entry = {"file": file, "about": about, "columns": columns}
    assert len(table) > 0 and len(columns) > 0, file
    if options:
        entry["options"] = list(options)
    if doubt:
        entry["doubt"] = True
    if refused:
        entry["refused"] = True
    FILES.append(entry)


def looks_numeric(text):
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def write(file, data):
    (CORPUS / file).write_bytes(data)


def packed(data):
    return gzip.compress(data, mtime=0)


# ---------------------------------------------------------------- tables of text

BYTE_ORDER_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def text(
    file, about, content, *, sep, encoding="utf-8", newline="\n", texts=(), na_values=("",), options=(), doubt=False,
    refused=False, codes=(), **how,
):
    """A table of text, read by pandas as it is told to; na_values are all that is missing among numbers.

    :param newline: what each line feed of the content becomes
    """
    data = BYTE_ORDER_MARKS.get(encoding, b"") + content.replace("\n", newline).encode(encoding)
    how.setdefault("compression", "gzip" if file.endswith(".gz") else None)
    write(file, packed(data) if how["compression"] else data)
    table = pandas.read_csv(
        CORPUS / file,
        sep=sep,
        encoding="utf-16" if encoding in BYTE_ORDER_MARKS else encoding,
        dtype={name: str for name in texts},
        keep_default_na=False,
        na_values=na_values if isinstance(na_values, dict) else list(na_values),
        float_precision="round_trip",
        index_col=False,
        **how,
    )
    table.columns = [str(name).strip() for name in table.columns]
    right(file, about, table, texts, options=options, doubt=doubt, refused=refused, codes=codes)


def cut(unit, decimal=".", thousands=","):
    """A converter for pandas: numbers that carry a unit."""

    def converted(cell):
        plain = cell.replace(unit, "").replace(thousands, "").replace(decimal, ".").replace("\u2212", "-").strip()
        return float(plain) if plain else math.nan

    return converted


def delimiters_and_encodings():
    """Every delimiter in every Unicode, with cells that hold delimiters, quotation marks and ends of lines."""
    delimiters = {"comma": (",", "."), "semicolon": (";", ","), "tab": ("\t", ","), "bar": ("|", ".")}
    encodings = {"utf8": "utf-8", "utf8mark": "utf-8-sig", "utf16le": "utf-16-le", "utf16be": "utf-16-be"}
    for i, (delimiter, (sep, decimal)) in enumerate(delimiters.items()):
        for j, (short, encoding) in enumerate(encodings.items()):
            rows = [
                ["名称 name", "size", "weight", "note"],
                ["苹果 apple", "3", "0.25", f"red{sep} green"],
                ["pear", "", "1.5", 'the "good" one'],
                ["crème brûlée", "-7", "12.125", "two\nlines"],
                ["𠮷 😀", "12", "1e-3", "plain"],
                ["plum", "0", "", ""],
            ]
            rows[1:] = [[row[0], row[1], row[2].replace(".", decimal), row[3]] for row in rows[1:]]
            content = io.StringIO()
            quoting = csv.QUOTE_ALL if i == j else csv.QUOTE_MINIMAL
            csv.writer(content, delimiter=sep, lineterminator="\n", quoting=quoting).writerows(rows)
            # The end of a line within a cell stays as it is written, so it is one character in all files.
            newline = "\r\n" if (i + j) % 2 else "\n"
            body = "".join(
                part.replace("\n", newline) if k % 2 == 0 else part
                for k, part in enumerate(re.split(r'("(?:[^"]|"")*")', content.getvalue()))
            )
            text(
                f"{delimiter}-{short}.{'tsv' if sep == chr(9) else 'csv'}",
                f"cells between delimiters ({delimiter}) in {encoding}, with delimiters, quotes and an end of line in cells",
                body,
                sep=sep,
                encoding=encoding,
                decimal=decimal,
                texts=["名称 name", "note"],
            )


def encodings():
    """Without a byte order mark, in what was usual before Unicode."""
    text(
        "latin1-french.csv",
        "French in Latin 1, decimal commas between semicolons",
        "région;prénom;âge;taille\nÎle-de-France;Zoé;34;1,68\nProvence;Benoît;51;1,81\nFranche-Comté;Hélène;29;1,7\n"
        "Rhône-Alpes;Gaëlle;45;1,59\nPays de la Loire;François;62;1,75\n",
        sep=";", encoding="cp1252", decimal=",", texts=["région", "prénom"],
    )
    text(
        "cp1252-euro.csv",
        "typographic quotes, a dash and the sign of the euro, which only Windows has in one byte",
        "item,price,remark\nCafé,€3.50,“hot” – or not\nThé,€2.80,it’s mild\nCrème,€4.00,…\n",
        sep=",", encoding="cp1252", texts=["item", "remark"], converters={"price": cut("€")},
    )
    text(
        "cp1250-polish.csv",
        "Polish in Windows 1250",
        "miasto;województwo;ludność;powierzchnia\nŁódź;łódzkie;670642;293,25\nKraków;małopolskie;800653;326,85\n"
        "Wrocław;dolnośląskie;672929;292,82\nGdańsk;pomorskie;486022;261,96\nRzeszów;podkarpackie;195871;129,01\n"
        "Częstochowa;śląskie;208282;159,71\n",
        sep=";", encoding="cp1250", decimal=",", texts=["miasto", "województwo"],
    )
    russian = (
        "Город;Область;Население;Доля\nМосква;Центральный округ;13149803;0,09\n"
        "Новосибирск;Сибирский округ;1633851;0,011\n"
        "Казань;Приволжский округ;1314685;0,009\nЕкатеринбург;Уральский округ;1536183;0,0105\n"
    )
    for file, encoding in (("cp1251-russian.csv", "cp1251"), ("koi8r-russian.csv", "koi8_r")):
        text(
            file, f"Russian in {encoding}", russian,
            sep=";", encoding=encoding, decimal=",", texts=["Город", "Область"],
        )
    chinese = (
        "城市,省份,人口,温度,备注\n北京,直辖市,2189,12.9,首都，历史悠久\n"
        "广州,广东,1868,22.4,“花城”\n成都,四川,2094,16.1,\n哈尔滨,黑龙江,1001,4.9,冬天很冷\n"
    )
    text(
        "gb18030-chinese.csv",
        "simplified Chinese in GB 18030, one character of four bytes, full-width comma in a cell",
        chinese + "吉林,吉林,362,5.5,𠮷\n",
        sep=",", encoding="gb18030", texts=["城市", "省份", "备注"],
    )
    text(
        "gbk-chinese.tsv",
        "simplified Chinese in GBK between tabs, ends of lines as in Windows",
        chinese.replace(",", "\t"),
        sep="\t", encoding="gbk", newline="\r\n", texts=["城市", "省份", "备注"],
    )
    text(
        "big5-chinese.csv",
        "traditional Chinese in Big5, characters whose second byte is a bar or a backslash",
        "城市,學校,人數,分數\n臺北市,體育功能學校,1200,81.5\n"
        "高雄市,許功蓋中學,860,77\n臺南市,教育大學,1430,\n新竹市,清華大學,15000,92.25\n",
        sep=",", encoding="big5", texts=["城市", "學校"],
    )
    text(
        "big5-chinese-bar.txt",
        "traditional Chinese in Big5 between bars, which are second bytes too",
        "名稱|種類|數量\n體育館|教育|12\n圖書館|教育|7\n醫院|衛生|3\n市場|商業|25\n車站|交通|9\n",
        sep="|", encoding="big5", texts=["名稱", "種類"],
    )
    text(
        "shiftjis-japanese.csv",
        "Japanese in Shift JIS, characters whose second byte is a backslash or a bar, half-width kana",
        "都市,名物,人口,面積\n東京都新宿区,ソースカツ,349,18.22\n大阪市北区,たこ焼きポテト表示,139,10.34\n札幌市中央区,ﾗｰﾒﾝ味噌,248,46.42\n"
        "福岡市博多区,明太子,252,31.62\n",
        sep=",", encoding="cp932", newline="\r\n", texts=["都市", "名物"],
    )
    text(
        "euckr-korean.csv",
        "Korean in EUC-KR",
        "도시,구역,인구,점수\n서울특별시,종로구,144,8.5\n부산광역시,해운대구,388,7.25\n"
        "대구광역시,수성구,412,\n인천광역시,연수구,385,6\n광주광역시,북구,428,9.75\n",
        sep=",", encoding="cp949", texts=["도시", "구역"],
    )
    text(
        "cp1253-greek.csv",
        "Greek in Windows 1253, whose bytes are words in Cyrillic as well",
        "πόλη,περιοχή,κάτοικοι\nΑθήνα,Αττική,643452\nΘεσσαλονίκη,Μακεδονία,319045\n"
        "Πάτρα,Πελοπόννησος,170896\nΛάρισα,Θεσσαλία,148562\n",
        sep=",", encoding="cp1253", texts=["πόλη", "περιοχή"],
        options=["--encoding", "windows-1253"], doubt=True,
    )
    text(
        "one-odd-byte.csv",
        "a file of ASCII with a single letter of Latin 1 near its end",
        "name,n\n" + "".join(f"row {i},{i}\n" for i in range(60)) + "Müller,60\nlast,61\n",
        sep=",", encoding="latin-1", texts=["name"],
    )
    text(
        "utf16-packed.csv.gz",
        "UTF-16 packed with gzip",
        "naam,waarde\néén,1.5\ntwee,2.5\ndrie,\n",
        sep=",", encoding="utf-16-le", texts=["naam"],
    )


def ways_of_numbers():
    text(
        "decimal-comma-tab.tsv", "decimal commas between tabs",
        "a\tb\tkind\n1,5\t2\tx\n-0,25\t3\ty\n1e-3\t4\tx\n,5\t5\ty\n",
        sep="\t", decimal=",", texts=["kind"],
    )
    text(
        "decimal-comma-quoted.csv", "quoted decimal commas between commas",
        'city,rent,size\nUlm,"11,5",60\nBonn,"9,25",72\nKöln,"14,75",55\nJena,"8",80\n',
        sep=",", texts=["city"], converters={"rent": cut("", decimal=",", thousands=".")},
    )
    text(
        "thousands-point.csv", "points between thousands and decimal commas, as in Germany and Brazil",
        "Ort;Einwohner;Umsatz;Anteil\nUlm;126.405;1.234.567,89;6,5\nBonn;331.885;987.654,3;12,25\n"
        "Weimar;65.098;-1.000,5;0,75\n",
        sep=";", decimal=",", thousands=".", texts=["Ort"],
    )
    text(
        "thousands-comma.csv", "quoted numbers with commas between thousands",
        'country,population,gdp\nA,"1,234,567","12,345.5"\nB,"98,765","1,000.25"\nC,"312","999.75"\n'
        'D,"12,000,000",\n',
        sep=",", thousands=",", texts=["country"],
    )
    text(
        "thousands-comma-tab.tsv", "commas between thousands, and a decimal point that tells them from decimal commas",
        "id\tpay\tbonus\n1\t1,200\t10.5\n2\t3,400\t7.25\n3\t980\t0.5\n",
        sep="\t", thousands=",",
    )
    text(
        "thousands-blank.csv", "blanks between thousands and decimal commas, as in France",
        "ville;habitants;loyer\nLyon;522 250;1 050,5\nNice;342 669;980,75\nDole;23 711;610\n",
        sep=";", decimal=",", thousands=" ", texts=["ville"],
    )
    text(
        "thousands-nobreak.csv", "no-break spaces, wide and narrow, between thousands",
        "ville;habitants;surface\nLyon;522\u00a0250;47,87\nNice;342\u00a0669;71,92\n"
        "Paris;2\u202f133\u202f111;105,4\n",
        sep=";", texts=["ville"], decimal=",",
        converters={"habitants": lambda cell: float(re.sub("[\u00a0\u202f]", "", cell))},
    )
    text(
        "thousands-apostrophe.csv", "apostrophes between thousands, as in Switzerland",
        "Kanton;Franken;Quote\nZH;1'234'567.50;0.5\nBE;98'765.25;0.25\nGE;500;0.125\n",
        sep=";", thousands="'", texts=["Kanton"],
    )
    text(
        "thousands-only.csv", "points between three digits in all cells: decimals or thousands, only the user knows",
        "Stadt;Einwohner\nUlm;126.405\nBonn;331.885\nWeimar;65.098\nJena;110.731\n",
        sep=";", thousands=".", decimal=",", texts=["Stadt"], options=["--decimal", ","], doubt=True,
    )
    text(
        "exponents.csv", "numbers with exponents, signs, no digit before or after the point, and many digits",
        "x,y,z\n1e-5,+5,.5\n-1.5E+3,-0,5.\n6.02214076e23,007.5,-.25\n"
        "3.141592653589793238462643,12345678901234567890,1e-320\n",
        sep=",",
    )
    text(
        "minus-sign.csv", "the minus sign of typesetting",
        "day,low,high\nMo,−5,3.5\nTu,−12.5,−1\nWe,2,8\n",
        sep=",", texts=["day"], converters={"low": cut(""), "high": cut("")},
    )
    text(
        "percent.csv", "per cent behind numbers, with and without a blank",
        "party,share,change\nA,41.2%,+3.1 %\nB,30%,-2 %\nC,28.8%,0 %\n",
        sep=",", texts=["party"], converters={"share": cut("%"), "change": cut("%")},
    )
    text(
        "dollars.csv", "dollars before numbers, a minus before and behind the sign, commas between thousands",
        'account,balance\nA,"$1,234.50"\nB,-$20\nC,$-7.25\nD,"$12,000"\n',
        sep=",", texts=["account"], converters={"balance": cut("$")},
    )
    text(
        "euros-behind.csv", "euros behind numbers, decimal commas and points between thousands",
        "Posten;Preis;Rabatt\nTisch;1.249,00 €;5 %\nStuhl;89,90 €;12,5 %\nLampe;45 €;0 %\n",
        sep=";", texts=["Posten"],
        converters={"Preis": cut("€", ",", "."), "Rabatt": cut("%", ",", ".")},
    )
    text(
        "yuan.csv", "the full-width sign of the yuan, full-width per cent",
        '商品,价格,折扣\n茶,￥12.50,5％\n书,"￥1,200",10％\n笔,￥3,0％\n',
        sep=",", texts=["商品"], converters={"价格": cut("￥"), "折扣": cut("％")},
    )
    text(
        "unit-in-most.csv", "a unit in most cells of a column, none in the others",
        "item,price\na,$10.50\nb,7\nc,$3.25\nd,$8\ne,$12\n",
        sep=",", texts=["item"], converters={"price": cut("$")},
    )
    text(
        "not-numbers.csv", "texts that some programs take for numbers: hexadecimal, suffixes of Java, fractions, ranges",
        "hex,java,fraction,range,version,n\n0x1F,1d,1/2,1-5,1.2.3,1\n0xFF,2f,3/4,6-10,1.10.0,2\n"
        "0x00,3L,1/3,11-15,2.0.1,3\n",
        sep=",", texts=["hex", "java", "fraction", "range", "version"],
    )
    text(
        "addresses-decimal-comma.csv", "addresses, dates and versions with points between decimal commas",
        "Server;IP;Datum;Version;Last\nalpha;192.168.1.10;01.05.2024;1.12;0,5\n"
        "beta;192.168.100.101;12.11.2023;2.3.4;1,25\ngamma;10.0.0.1;31.12.2024;1.2;0,75\n",
        sep=";", decimal=",", texts=["Server", "IP", "Datum", "Version"],
    )
    text(
        "coordinates.csv", "pairs of numbers in one cell are texts",
        'place,position,n\nBerlin,"52.5200,13.4050",1\nParis,"48.8566,2.3522",2\nRome,"41.9028,12.4964",3\n',
        sep=",", texts=["place", "position"],
    )
    text(
        "phone-numbers.csv", "phone numbers that begin with a sign, and such with brackets",
        "who,phone,calls\nAnn,+49 30 1234567,3\nBob,(0351) 46-33,1\nCem,+1 212 555 0100,7\n",
        sep=",", texts=["who", "phone"],
    )
    text(
        "big-ids.csv", "whole numbers beyond the precision of a double, and identifiers of digits and letters",
        "id,uuid,hash,n\n9007199254740993,123e4567-e89b-12d3-a456-426614174000,1e5a,1\n"
        "9007199254740995,00112233-4455-6677-8899-aabbccddeeff,77e0b,2\n"
        "1234567890123456789,ffffffff-0000-4000-8000-000000000000,12e3,3\n",
        sep=",", texts=["uuid", "hash"],
    )
    text(
        "zip-codes.csv", "codes of places with leading zeros, which are names though all cells look like numbers",
        "town,zip,rent\nHoltsville,00501,950\nAgawam,01001,1100\nBoston,02108,2400\nNew York,10001,3100\n",
        sep=",", texts=["town", "zip"], codes=["zip"], options=["--type", "zip=text"], doubt=True,
    )
    text(
        "slip.csv", "a column of numbers in which one cell is a slip of the pen",
        "a,b\n" + "".join(f"{i},{i * 1.5}\n" for i in range(11)) + "12x,16.5\n" + "".join(f"{i},2\n" for i in range(8)),
        sep=",", na_values=["", "12x"], options=["--missing", "12x"], doubt=True,
    )


def missing_marks():
    text(
        "marks-everywhere.csv", "marks that are missing among numbers and texts alike, in any capitals",
        "n,name,m\n1.5,ann,1\nNA,N/A,2\nn/a,na,3\nNaN,null,4\nnan,NULL,5\n<NA>,<NA>,6\n\\N,\\N,7\n?,?,8\n"
        "NULL,bob,9\n,,10\n2.5,cem,11\n",
        sep=",", texts=["name"], na_values=["", "NA", "n/a", "NaN", "nan", "<NA>", "\\N", "?", "NULL"],
    )
    text(
        "marks-spreadsheet.csv", "errors of spreadsheets, in English and German",
        "n,name,m\n1,ann,1\n#N/A,#N/A,2\n#NA,#NV,3\n#NV,#REF!,4\n#DIV/0!,bob,5\n#VALUE!,ann,6\n"
        "#REF!,#NAME?,7\n#NAME?,bob,8\n#NUM!,ann,9\n#NULL!,#NULL!,10\n7,bob,11\n",
        sep=",", texts=["name"],
        na_values=["", "#N/A", "#NA", "#NV", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"],
    )
    text(
        "marks-among-numbers.csv", "marks that are missing among numbers only",
        "a,b,c,d\n1,-,.,None\n-,2.5,..,nil\n--,3.5,1,n.a.\n---,–,2,4\n5,—,3,none\n",
        sep=",", na_values=["", "-", "--", "---", "–", "—", ".", "..", "None", "none", "nil", "n.a."],
    )
    text(
        "dash-is-a-value.csv", "plus and minus are values of a class, None is a kind of fence; a dash is missing among numbers",
        "n,sign,fence,label\n1,+,None,+\n-,-,wood,-\n3,+,None,-\n4,-,wire,+\n5,-,None,+\n",
        sep=",", texts=["sign", "fence", "label"], na_values={"n": ["", "-"]},
    )
    text(
        "rare-mark.csv", "a full stop stands rarely in a column of classes: missing, or a class",
        "size,class\n" + "".join(f"{i}.5,{'.' if i == 13 else 'ab'[i % 2]}\n" for i in range(24)),
        sep=",", texts=["class"], na_values={"class": ["."], "size": [""]}, options=["--missing", "."], doubt=True,
    )
    text(
        "missing-first.csv", "columns whose first cells are missing",
        "a,b,c\n?,,x\n?,,\n?,,\n1,NA,\n2,word,y\n",
        sep=",", texts=["b", "c"], na_values=["", "?", "NA"],
    )
    text(
        "all-missing.csv", "columns with nothing in them, empty or of marks",
        "a,nothing,marks,b\n1,,NA,x\n2,,NA,y\n3,,NA,x\n",
        sep=",", texts=["b"], na_values=["", "NA"],
    )
    text("short-row.csv", "a row that lacks a cell", "a,b,c\n1,2,3\n4,5\n7,8,9\n", sep=",")
    text(
        "uci-comma-blank.data", "no header, a blank behind each comma, question marks, as in UCI's Adult",
        "39, State-gov, 77516, Bachelors, 13, <=50K\n50, ?, 83311, Bachelors, 13, <=50K\n"
        "38, Private, 215646, HS-grad, 9, >50K\n53, Private, ?, 11th, 7, <=50K\n"
        "28, ?, 338409, Bachelors, 13, >50K\n37, Private, 284582, HS-grad, 9, <=50K\n\n",
        sep=",", header=None, names=unnamed(6), skipinitialspace=True, texts=["column_2", "column_4", "column_6"],
        na_values=["", "?"],
    )


def above_the_table():
    text(
        "sep-semicolon.csv", "Excel's own first line tells the delimiter",
        "sep=;\nname;wert\nä;1,5\nö;2,25\n", sep=";", skiprows=1, decimal=",", newline="\r\n", encoding="cp1252", texts=["name"],
    )
    text(
        "sep-unusual.csv", "the first line tells a delimiter that is none of the usual, in quotes",
        '"sep=^"\nname^n\na,b;c^1\nd|e^2\n', sep="^", skiprows=1, texts=["name"],
    )
    text(
        "sep-tab-utf16.csv", "the first line tells a tab, in UTF-16, as Excel's “Unicode text”",
        "sep=\t\nnaïve\tx\nα\t1\nβ\t2\n", sep="\t", skiprows=1, encoding="utf-16-le", newline="\r\n", texts=["naïve"],
    )
    text(
        "title.csv", "a title above the table",
        "Rents of 2020\ntown,size,rent\nUlm,60,690.5\nBonn,72,840\nJena,80,\n", sep=",", skiprows=1, texts=["town"],
    )
    text(
        "title-delimiters.csv", "two titles with the delimiters that a spreadsheet fills lines with, and an empty line",
        "Mieten;;\nStand: Mai 2020;;\n;;\nOrt;Fläche;Miete\nUlm;60;690,5\nBonn;72;840\nJena;80;\n",
        sep=";", skiprows=3, decimal=",", texts=["Ort"],
    )
    text(
        "title-with-commas.csv", "a title with commas in it, an empty line below",
        "Rents, sizes, and towns, all of Germany, 2020\n\ntown,size,rent\nUlm,60,690.5\nBonn,72,840\nJena,80,700\n",
        sep=",", skiprows=2, texts=["town"],
    )
    text(
        "title-like-rows.csv", "lines about the station above the table, which are cut as its rows are",
        "station,Ulm\nyear,2020\n\nday,heat\n" + "".join(f"{i},{i + 0.5}\n" for i in range(1, 25)),
        sep=",", skiprows=3, options=["--skip-lines", "3"], doubt=True,
    )
    text(
        "comments.csv", "comments above the table and between its rows",
        "# made in May, by hand\n#\na,b\n1,2\n# a pause\n3,4\n", sep=",", comment="#",
    )
    text(
        "comment-names.txt", "the names stand in a comment, as numpy and gnuplot write them",
        "# run 7\n#x y\n1.5 2\n2.5 3\n3.5 4\n", sep=" ", skiprows=2, header=None, names=["#x", "y"],
    )
    text(
        "number-signs.csv", "names and colours that begin with the sign of comments",
        "#,colour,n\n1,#ff0000,5\n2,#00ff00,6\n3,#0000ff,7\n", sep=",", texts=["colour"],
    )
    text(
        "blank-lines.csv", "empty lines before, within and behind the table, the last ones of spaces",
        "\n\na,b\n1,x\n\n2,y\n\n3,x\n\n\n   \n  \n", sep=",", skip_blank_lines=True, texts=["b"],
    )
    text(
        "rows-of-delimiters.csv", "a spreadsheet's empty rows at the end: rows in which everything is missing",
        "a,b,c\n1,x,2\n3,y,4\n,,\n,,\n", sep=",", texts=["b"],
    )


def ends_and_quotes():
    text(
        "carriage-returns.csv", "ends of lines of old Macintoshes",
        "a,b\n1,x\n2,y\n3,x\n", sep=",", newline="\r", texts=["b"],
    )
    text(
        "mixed-ends.csv", "all ends of lines in one file, none behind the last row",
        "a,b\r\n1,x\n2,y\r3,z", sep=",", texts=["b"],
    )
    text(
        "doubled-ends.csv", "a carriage return too many at each end of line, from a file written twice as text",
        "a,b\n1,x\n2,y\n", sep=",", newline="\r\r\n", texts=["b"],
    )
    text(
        "trailing-delimiter.csv", "each line ends with a delimiter",
        "a;b;\n1;x;\n2;y;\n3;x;\n", sep=";", usecols=["a", "b"], texts=["b"],
    )
    text(
        "trailing-delimiter-rows.csv", "each row ends with a delimiter, but not the header",
        "a,b\n1,x,\n2,y,\n3,x,\n", sep=",", header=0, names=["a", "b", "none"], usecols=["a", "b"], texts=["b"],
    )
    text(
        "quoted-all.csv", "everything quoted, numbers too, spaces around and within",
        '"a" , "name", "n"\n"1" , " ann ", "2.5"\n"2" , "bob", ""\n"3" , "", "4.5"\n',
        sep=",", skipinitialspace=True, texts=["name"], converters={"a": float},
    )
    text(
        "quotes-within.csv", "quotation marks within cells that are not quoted, single ones, and an inch",
        "part,size\n5\" pipe,1\n'single',2\nit's,3\n12' beam,4\n", sep=",", texts=["part"], quoting=csv.QUOTE_NONE,
    )
    text(
        "long-cells.csv", "cells of thousands of characters, quoted lines with commas",
        f'review,stars\n"{"good, " * 400}",5\n"{"so so\n" * 80}",3\nbad,1\n', sep=",", texts=["review"],
    )
    text(
        "formulas.csv", "what a spreadsheet takes for formulas, and its trick to keep leading zeros",
        '"code","formula","n"\n"=""00501""","=1+1",1\n"=""01001""","+a",2\n"=""02108""","@sum",3\n', sep=",", texts=["code", "formula"],
    )
    text(
        "padded.csv", "cells padded with blanks, no-break and ideographic spaces",
        "城市,  n  ,kind\n　北京　, 1 ,  x\n\u00a0上海\u00a0,  2,x  \n广州,3  , y \n", sep=",", texts=["城市", "kind"],
    )


def headers():
    text(
        "no-header.csv", "no header, numbers and a class, as in UCI's Iris",
        "5.1,3.5,1.4,setosa\n4.9,3.0,1.4,setosa\n7.0,3.2,4.7,versicolor\n6.4,3.2,4.5,versicolor\n"
        "6.3,3.3,6.0,virginica\n\n",
        sep=",", header=None, names=unnamed(4), texts=["column_4"],
    )
    text(
        "no-header-texts.csv", "no header, and nothing but texts, which recur",
        "sunny,hot,high,no\nsunny,hot,high,no\nrain,mild,high,yes\nrain,cool,normal,yes\nsunny,mild,normal,yes\n",
        sep=",", header=None, names=unnamed(4), texts=unnamed(4),
    )
    text(
        "header-of-texts.csv", "a header above nothing but texts",
        "outlook,heat,play\nsunny,hot,no\nsunny,hot,no\nrain,mild,yes\nrain,hot,yes\n", sep=",", texts=["outlook", "heat", "play"],
    )
    text(
        "names-twice.csv", "names that occur twice, one of them with the number that the second would get",
        "a,a,b,a (2),a\n1,2,x,3,4\n5,6,y,7,8\n", sep=",", header=0, names=["a", "a (3)", "b", "a (2)", "a (4)"], texts=["b"],
    )
    text(
        "names-empty.csv", "columns without names among others",
        "a,,b,\n1,x,2,3\n4,y,5,6\n", sep=",", header=0, names=["a", "column_2", "b", "column_4"], texts=["column_2"],
    )
    text(
        "names-quoted.csv", "names with delimiters, quotes and an end of line",
        '"size, cm","so ""called""","two\nlines"\n1,x,2\n3,y,4\n', sep=",", texts=['so "called"'],
    )
    text(
        "names-positions.csv", "the names are the positions, as pandas writes an array",
        "0,1,2,3\n0.5,1.5,2.5,a\n3.5,4.5,5.5,b\n", sep=",", texts=["3"],
    )
    text(
        "names-years.csv", "three years and a text are the names",
        "2019,2020,2021,label\n5.5,6,7,a\n4,5,6.5,b\n3,4,5,a\n2,4,8,b\n", sep=",", texts=["label"],
    )
    text(
        "names-two-years.csv", "two years above numbers: names, or a row",
        "2019,2020\n1.5,2.5\n1.75,2.875\n", sep=",", header=0, options=["--header", "yes"], doubt=True,
    )
    text(
        "names-chinese.csv", "Chinese names and cells with full-width marks",
        "编号,姓名,性别,成绩（分）\n1,王芳,女,92.5\n2,李伟,男,\n3,“小明”；张,男,88\n",
        sep=",", texts=["姓名", "性别"],
    )
    text(
        "index-pandas.csv", "the index of pandas in a column without a name",
        ",a,b\n0,1.5,x\n1,2.5,y\n2,,x\n", sep=",", header=0, names=["column_1", "a", "b"], texts=["b"],
    )
    text(
        "names-of-rows-r.csv", "names of rows, as R's write.csv has them",
        '"","mpg","cyl","am"\n"Mazda RX4",21,6,"manual"\n"Datsun 710",22.8,4,"manual"\n"Hornet 4 Drive",21.4,6,NA\n',
        sep=",", header=0, names=["column_1", "mpg", "cyl", "am"], texts=["column_1", "am"],
    )
    text(
        "names-of-rows-r.txt", "names of rows without a cell in the header, blanks between, as R's write.table",
        '"mpg" "cyl" "am"\n"Mazda RX4" 21 6 TRUE\n"Datsun 710" 22.8 4 TRUE\n"Hornet 4 Drive" 21.4 NA FALSE\n',
        sep=" ", header=0, names=["column_1", "mpg", "cyl", "am"], na_values=["", "NA"], texts=["column_1", "am"],
    )
    text(
        "names-of-rows-r.tsv", "names of rows without a cell in the header, tabs between, decimal commas, as R's write.table",
        "mpg\tcyl\nMazda RX4\t21\t6\nDatsun 710\t22,8\t4\nHornet 4 Drive\t21,4\tNA\n",
        sep="\t", header=0, names=["column_1", "mpg", "cyl"], decimal=",", na_values=["", "NA"], texts=["column_1"],
    )
    text("single-row.csv", "a single row below a header", "a,b,c\n1,x,2.5\n", sep=",", texts=["b"])
    text(
        "wide.csv", "more columns than rows",
        ",".join(f"f{i}" for i in range(80)) + "\n" + "".join(",".join(str((i * j) % 7) for i in range(80)) + "\n" for j in range(1, 4)),
        sep=",",
    )


def kinds_of_cells():
    text(
        "dates.csv", "dates and times of several styles are texts as they stand",
        "iso,german,american,stamp,time,year,n\n"
        "2024-01-31,31.01.2024,1/31/2024,2024-01-31T13:45:00Z,13:45,2024,1\n"
        "2023-12-01,01.12.2023,12/1/2023,2023-12-01T00:00:00Z,0:05,2023,2\n"
        "1999-07-04,04.07.1999,7/4/1999,1999-07-04T23:59:59Z,23:59,1999,3\n",
        sep=",", texts=["iso", "german", "american", "stamp", "time"],
    )
    text(
        "dates-chinese.csv", "Chinese dates and months in words",
        "日期,month,n\n2024年1月31日,Jan-24,1\n2023年12月1日,Dec-23,2\n1999年7月4日,Jul-99,3\n", sep=",", texts=["日期", "month"],
    )
    text(
        "booleans.csv", "truth in several writings, 0 and 1 as numbers",
        "a,b,c,d,e\ntrue,TRUE,yes,T,1\nfalse,FALSE,no,F,0\ntrue,TRUE,yes,F,0\nfalse,TRUE,no,T,1\n", sep=",", texts=["a", "b", "c", "d"],
    )
    text(
        "letters-of-case.csv", "classes that differ in capitals only stay apart",
        "n,class\n1,yes\n2,Yes\n3,YES\n4,yes\n", sep=",", texts=["class"],
    )
    text(
        "commas-in-semicolons.csv", "texts with many commas between semicolons, decimal points",
        "title;tags;score\nA, B, and C;x,y;1.5\nD, E, and F;y,z;2.5\nG, H, and I;x,z;3.25\n", sep=";", texts=["title", "tags"],
    )
    text(
        "colons.txt", "colons between cells, which is not looked for: without being told it is no table",
        "name:size:kind\nann:1.5:x\nbob:2.5:y\ncem:3.5:x\n",
        sep=":", texts=["name", "kind"], options=["--delimiter", ":"], refused=True,
    )
    text(
        "tab-in-csv.csv", "tabs between cells that have commas, in a file named .csv",
        "name\tplace\tn\nBell, Ann\tUlm, Neu\t1\nSmith, Tom\tBonn\t2\nOdd, Eva\tJena\t3\n", sep="\t", texts=["name", "place"],
    )
    text(
        "tab-empty-cells.tsv", "empty cells between tabs at the start, within and at the end of lines",
        "a\tb\tc\td\n\t1\t\tx\n2\t\t3\t\n\t\t4\ty\n5\t6\t\t\n", sep="\t", texts=["d"],
    )
    text(
        "bars-padded.txt", "bars with blanks around", "name | size | kind\nann | 1.5 | x\nbob | NA | y\ncem | 2.5 | x\n",
        sep="|", header=0, names=["name", "size", "kind"], texts=["name", "kind"], na_values=["", " NA "],
    )
    text(
        "blanks-aligned.data", "numbers aligned with blanks, a tab before quoted names, as UCI's Auto MPG",
        '18.0   8   307.0      130.0\t"chevrolet chevelle malibu"\n'
        '15.0   8   350.0      165.0\t"buick skylark 320"\n25.0   4   98.00      ?\t"ford pinto"\n',
        sep=r"\s+", header=None, names=unnamed(5), na_values=["", "?"], texts=["column_5"],
    )
    text(
        "blanks-leading.txt", "numbers set flush right, each line begins with blanks",
        "    x    y class\n  1.5   20     a\n 10.5    3     b\n100.5 -400     a\n", sep=r"\s+", texts=["class"],
    )
    text(
        "blanks-or-tabs.dat", "single blanks, runs of them and tabs, no header",
        "1 2  3\n4\t5   6\n7  8\t 9\n", sep=r"\s+", header=None, names=unnamed(3),
    )
    text(
        "packed.csv.gz", "packed with gzip, decimal commas between semicolons", "größe;n\n1,5;1\n2,5;2\n", sep=";", decimal=",",
    )
    text(
        "packed-without-ending.csv", "packed with gzip, though its name does not tell",
        "a,b\n1,x\n2,y\n3,x\n", sep=",", compression="gzip", texts=["b"],
    )
    write("packed-twice-joined.csv.gz", packed(b"a,b\n1,x\n") + packed(b"2,y\n3,x\n"))
    table = pandas.read_csv(CORPUS / "packed-twice-joined.csv.gz", sep=",", compression="gzip", dtype={"b": str})
    right("packed-twice-joined.csv.gz", "two packed files joined to one, as cat makes it", table, ["b"])


# ---------------------------------------------------------------- JSON


def records(file, about, content, *, lines=False, encoding="utf-8", texts=(), codes=(), rename=None):
    """Flat records of JSON, one a line or in an array, read by pandas without any guessing of types."""
    data = BYTE_ORDER_MARKS.get(encoding, b"") + content.encode(encoding)
    write(file, packed(data) if file.endswith(".gz") else data)
    table = pandas.read_json(
        CORPUS / file,
        orient="records",
        lines=lines,
        encoding="utf-16" if encoding in BYTE_ORDER_MARKS else encoding,
        compression="gzip" if file.endswith(".gz") else None,
        dtype=False,
        convert_axes=False,
        convert_dates=False,
        precise_float=True,
    ).rename(columns=rename or {})
    for name in texts:
        table[name] = [str(value).lower() if str(value) in ("True", "False") else value for value in table[name]]
    for name in set(table.columns) - set(texts):
        table[name] = [math.nan if str(value).strip().upper() in MARKS | {""} else value for value in table[name]]
    right(file, about, table, texts, codes=codes)


def json_lines():
    records(
        "plain.jsonl", "a record a line",
        '{"a": 1, "b": "x"}\n{"a": 2.5, "b": "y"}\n{"a": -3e-2, "b": "x"}\n', lines=True, texts=["b"],
    )
    records(
        "keys-missing.jsonl", "keys that some records lack, or have in another order, and that come late",
        '{"a": 1, "b": "x"}\n{"b": "y", "a": 2}\n{"b": "z"}\n{"a": 4, "c": 0.5}\n{}\n{"c": 1.5, "b": "x", "a": 6}\n',
        lines=True, texts=["b"],
    )
    records(
        "null-and-true.jsonl", "null among all kinds, true and false",
        '{"n": null, "t": "x", "ok": true}\n{"n": 2, "t": null, "ok": false}\n{"n": 3, "t": "y", "ok": null}\n',
        lines=True, texts=["t", "ok"],
    )
    records(
        "blank-lines.jsonl", "byte order mark, ends of lines as in Windows, empty lines, none at the end",
        '{"名称": "苹果", "n": 1}\r\n\r\n{"名称": "梨", "n": 2}\r\n{"名称": "", "n": 3}', lines=True, encoding="utf-8-sig", texts=["名称"],
    )
    records(
        "escapes.ndjson", "escapes of Unicode, surrogate pairs, quotes, ends of lines and slashes, in names too",
        '{"na\\u006de": "\\u82f9\\u679c", "n": 1}\n{"name": "\\ud83d\\ude00 \\"x\\"", "n": 2}\n'
        '{"name": "a\\nb\\tc\\/d\\\\e", "n": 3}\n',
        lines=True, texts=["name"],
    )
    records(
        "numbers-as-text.jsonl", "numbers in quotes, some of them missing, beside numbers",
        '{"a": "1.5", "b": 1, "zip": "00501"}\n{"a": "-2", "b": "2", "zip": "10001"}\n'
        '{"a": "NA", "b": 3, "zip": "02108"}\n{"a": "", "b": 4.5, "zip": "94105"}\n',
        lines=True, texts=["zip"], codes=["zip"],
    )
    records(
        "packed.jsonl.gz", "a record a line, packed with gzip",
        '{"a": 1, "b": "é"}\n{"a": 2, "b": "ü"}\n', lines=True, texts=["b"],
    )
    records("single.jsonl", "a single record", '{"a": 1, "b": "x", "c": 2}\n', lines=True, texts=["b"])
    records(
        "brackets-in-texts.jsonl", "braces, brackets and commas in texts",
        '{"a": "{[x,y]}", "n": 1}\n{"a": "}{", "n": 2}\n{"a": "\\"[", "n": 3}\n', lines=True, texts=["a"],
    )


def json_arrays():
    records(
        "plain.json", "an array of records in one line, as pandas writes it",
        '[{"a":1,"b":"x","c":true},{"a":2,"b":"y","c":false},{"a":null,"b":null,"c":true}]', texts=["b", "c"],
    )
    records(
        "pretty.json", "an array of records, a value a line, with tabs",
        '\n[\n\t{\n\t\t"size" : 1.25e2 ,\n\t\t"kind" : "x"\n\t} ,\n\t{\n\t\t"size" : 0 ,\n\t\t"kind" : "y"\n\t}\n]\n\n', texts=["kind"],
    )
    records(
        "nan.json", "NaN, which is no JSON but which Python writes",
        '[{"a": NaN, "b": "x"}, {"a": 2.5, "b": "y"}, {"a": 3.5, "b": "x"}]', texts=["b"],
    )
    records(
        "chinese.json", "byte order mark, Chinese names and texts, full-width marks",
        '[{"城市": "北京", "人口（万）": 2189, "沿海": false},'
        '{"城市": "上海", "人口（万）": 2487, "沿海": true}, {"城市": "“香港”", "人口（万）": 748, "沿海": true}]',
        encoding="utf-8-sig", texts=["城市", "沿海"],
    )
    records(
        "utf16.json", "UTF-16 with its mark, as PowerShell writes",
        '[\r\n  {"a": 1, "b": "ä"},\r\n  {"a": 2, "b": "ö"}\r\n]\r\n', encoding="utf-16-le", texts=["b"],
    )
    records(
        "late-keys.json", "columns that begin late, texts after many missing cells, numbers among texts",
        '[{"a": 1}, {"a": 2}, {"a": 3, "b": null}, {"a": 4, "b": 7}, {"a": 5, "b": "seven"}, {"a": 6, "c": 0.5}]', texts=["b"],
    )
    records(
        "numbers.json", "numbers of all forms: exponents, minus zero, more digits than a double has",
        '[{"x": 1E5, "y": -0.0, "z": 0.1000000000000000055511151231257827},'
        '{"x": 1e-7, "y": 2.5E+2, "z": 123456789012345678}, {"x": 1e-300, "y": 0, "z": 1.5e+300}]',
    )
    records(
        "marks.json", "marks of missing values in texts; a dash is missing among numbers, a value among texts",
        '[{"a": 1, "b": "x", "sign": "-"}, {"a": "NaN", "b": "N/A", "sign": "+"},'
        ' {"a": "?", "b": "null", "sign": "-"}, {"a": 4, "b": "y", "sign": "+"}]',
        texts=["b", "sign"],
    )
    records(
        "index-pandas.json", "a name that is empty, dates as texts",
        '[{"": 0, "day": "2024-01-31T00:00:00.000", "v": 1.5}, {"": 1, "day": "2024-02-01T00:00:00.000", "v": 2.5}]',
        rename={"": "column_1"}, texts=["day"],
    )
    records("packed.json.gz", "an array packed with gzip", '[{"a": 1, "b": "x"},\n {"a": 2, "b": "y"}]\n', texts=["b"])


# ---------------------------------------------------------------- ARFF


def declared(file, about, content, columns=None, *, encoding="utf-8", newline="\n"):
    """A table of Weka, read by scipy, or stated by hand where that lacks what the file has.

    :param columns: names with values; numbers where all that are there are numbers of Python
    """
    data = content.replace("\n", newline).encode(encoding)
    write(file, packed(data) if file.endswith(".gz") else data)
    if columns is None:
        rows, meta = weka.loadarff(io.StringIO(content))
        columns = {}
        for name, kind in zip(meta.names(), meta.types(), strict=True):
            values = rows[name].tolist()
            texts = [None if value == b"?" else value.decode() for value in values] if kind == "nominal" else values
            columns[name] = texts
    table = pandas.DataFrame({name: pandas.Series(values, dtype=object) for name, values in columns.items()})
    texts = [name for name, values in columns.items() if any(isinstance(value, str) for value in values)]
    right(file, about, table, texts, marks=set(), codes=texts)


def arff():
    declared(
        "plain.arff", "numbers and a class, comments above",
        "% 1. Title: Iris\n%\n@RELATION iris\n\n@ATTRIBUTE sepallength\tREAL\n"
        "@ATTRIBUTE petallength \tREAL\n@ATTRIBUTE class \t{Iris-setosa,Iris-versicolor}\n\n@DATA\n"
        "5.1,1.4,Iris-setosa\n7.0,4.7,Iris-versicolor\n4.9,1.4,Iris-setosa\n%\n%\n",
    )
    declared(
        "capitals.arff", "key words in all capitals and none, blanks and tabs around everything, ends of lines as in Windows",
        "@Relation   r\n@attribute\ta\tNumeric\n@ATTRIBUTE b   INTEGER\n@attribute c Real\n"
        "@Attribute d { x ,y,\tz }\n@Data\n1.5 , 2,\t-3e2 , x\n 4,5,6,\tz\n",
        {"a": [1.5, 4], "b": [2, 5], "c": [-300, 6], "d": ["x", "z"]}, newline="\r\n",
    )
    declared(
        "missing.arff", "question marks in numbers and classes",
        "@relation r\n@attribute a numeric\n@attribute b {x,y}\n@attribute c numeric\n@data\n?,x,1\n2,?,?\n3,y,3\n",
    )
    declared(
        "quoted-question-mark.arff", "a question mark in quotes is a value; so are NA, a dash and null, in Weka",
        "@relation r\n@attribute a string\n@attribute b {'?',x,NA,-}\n@attribute c numeric\n@data\n"
        "'?','?',1\n?,?,2\nNA,NA,3\n-,-,4\nnull,x,?\n",
        {"a": ["?", None, "NA", "-", "null"], "b": ["?", None, "NA", "-", "x"], "c": [1, 2, 3, 4, None]},
    )
    declared(
        "names-quoted.arff", "names in single and double quotes, with blanks, commas, braces and escaped quotes",
        "@relation 'my data'\n@attribute 'body weight, kg' numeric\n@attribute \"it's {x}\" numeric\n"
        "@attribute 'a \\'b\\'' {yes,no}\n@data\n70.5,1,yes\n82,2,no\n",
        {"body weight, kg": [70.5, 82], "it's {x}": [1, 2], "a 'b'": ["yes", "no"]},
    )
    declared(
        "nominal-blanks.arff", "values of classes with blanks, commas, braces and per cent, in either quotes",
        "@relation r\n@attribute colour { 'light blue' , \"dark, red\", green, '{x}', '50%' }\n"
        "@attribute n numeric\n@data\n'light blue',1\n\"dark, red\",2\ngreen,3\n'{x}',4\n'50%',5\n"
        "\"light blue\",6\n",
        {"colour": ["light blue", "dark, red", "green", "{x}", "50%", "light blue"], "n": [1, 2, 3, 4, 5, 6]},
    )
    declared(
        "strings.arff", "texts with commas, per cent, escaped quotes, backslashes, tabs and ends of lines",
        "@relation r\n@attribute text string\n@attribute n numeric\n@data\n'one, two',1\n"
        "\"100 % sure\",2\n'it\\'s',3\n'a\\\\b',4\n'line\\nbreak\\tand tab',5\nbare words,6\n"
        "\"say \\\"hi\\\"\",7\n",
        {"text": ["one, two", "100 % sure", "it's", "a\\b", "line\nbreak\tand tab", "bare words", 'say "hi"'], "n": [1, 2, 3, 4, 5, 6, 7]},
    )
    declared(
        "dates.arff", "dates with and without a form of their own, kept as texts",
        "@relation r\n@attribute day date 'yyyy-MM-dd'\n@attribute stamp DATE \"yyyy-MM-dd HH:mm:ss\"\n"
        "@attribute iso date\n@attribute n numeric\n@data\n"
        "2024-01-31,'2024-01-31 13:45:00',2024-01-31T13:45:00,1\n"
        "'2023-12-01',\"2023-12-01 00:00:00\",?,2\n?,?,1999-07-04T00:00:00,3\n",
        {
            "day": ["2024-01-31", "2023-12-01", None], "stamp": ["2024-01-31 13:45:00", "2023-12-01 00:00:00", None],
            "iso": ["2024-01-31T13:45:00", None, "1999-07-04T00:00:00"], "n": [1, 2, 3],
        },
    )
    declared(
        "sparse.arff", "sparse rows: what is left out is 0, or the first of the declared values",
        "@relation r\n@attribute a numeric\n@attribute b integer\n@attribute c {no,yes}\n"
        "@attribute d real\n@data\n{1 5, 2 yes}\n{}\n{0 ?,3 -1.5}\n{ 0 0.25 , 2 'yes' , 3 1e3 }\n{2 ?}\n",
        {"a": [0, 0, None, 0.25, 0], "b": [5, 0, 0, 0, 0], "c": ["yes", "no", "no", "yes", None], "d": [0, 0, -1.5, 1000, 0]},
    )
    declared(
        "comments.arff", "comments and empty lines everywhere, also behind declarations and rows",
        "%\n\n% r\n@relation r % why\n\n@attribute a numeric % of metres\n%\n@attribute b {x,y} % kinds\n"
        "@data % now\n\n1,x % the first\n% between\n\n2,y\n   \n\t% the end\n3,x",
        {"a": [1, 2, 3], "b": ["x", "y", "x"]},
    )
    declared(
        "names-twice.arff", "two columns of one name, and names that are key words",
        "@relation r\n@attribute real real\n@attribute x numeric\n@attribute x numeric\n"
        "@attribute string {numeric,date}\n@data\n1,2,3,date\n4,5,6,numeric\n",
        {"real": [1, 4], "x": [2, 5], "x (2)": [3, 6], "string": ["date", "numeric"]},
    )
    declared(
        "digits-declared-names.arff", "a class whose names are digits is of names, as it is declared",
        "@relation r\n@attribute a numeric\n@attribute class {0,1,10}\n@data\n1.5,0\n2.5,10\n3.5,1\n",
    )
    declared(
        "blanks.arff", "values between blanks and tabs in place of commas",
        "@relation r\n@attribute a numeric\n@attribute b numeric\n@attribute c {x,'y z'}\n@data\n1 2 x\n"
        "3\t4\t'y z'\n5  ?  x\n",
        {"a": [1, 3, 5], "b": [2, 4, None], "c": ["x", "y z", "x"]},
    )
    chinese = (
        "@relation 水果\n@attribute 名称 string\n@attribute '重量 克' numeric\n@attribute 颜色 {红,绿,黄色}\n"
        "@data\n苹果,150.5,红\n'大 西瓜',4200,绿\n香蕉,?,黄色\n"
    )
    fruits = {"名称": ["苹果", "大 西瓜", "香蕉"], "重量 克": [150.5, 4200, None], "颜色": ["红", "绿", "黄色"]}
    declared("chinese.arff", "Chinese names, classes and texts with a byte order mark", chinese, fruits, encoding="utf-8-sig")
    declared("chinese-gb18030.arff", "the same in GB 18030", chinese, fruits, encoding="gb18030")
    declared(
        "packed.arff.gz", "packed with gzip, text in Latin 1",
        "@relation r\n@attribute größe numeric\n@attribute straße {Hügelweg,'Am Öl'}\n@data\n1,Hügelweg\n2,'Am Öl'\n",
        {"größe": [1, 2], "straße": ["Hügelweg", "Am Öl"]}, encoding="cp1252",
    )


# ---------------------------------------------------------------- workbooks


def sheet(file, about, *, texts=(), sheet_name=0, names=None, codes=(), options=(), doubt=False, **how):
    """Notes a workbook and the table in one of its sheets, read by pandas as it is told to."""
    table = pandas.read_excel(
        CORPUS / file,
        sheet_name=sheet_name,
        engine="openpyxl",
        dtype=object,
        keep_default_na=False,
        na_values=[""],
        **how,
    )
    table.columns = names or [str(name).strip() for name in table.columns]
    for name in table.columns:
        if name in texts:
            table[name] = [str(value).upper() if isinstance(value, bool) else value for value in table[name]]
        else:
            table[name] = [math.nan if str(value).strip().upper() in MARKS | {"", "-"} else value for value in table[name]]
    right(file, about, table, texts, codes=codes, options=options, doubt=doubt)


def settled(file, parts):
    """Writes a zip file whose bytes depend on nothing but its parts."""
    with zipfile.ZipFile(CORPUS / file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 31, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)


def save(book, file):
    """Saves a workbook of openpyxl without the time of day."""
    content = io.BytesIO()
    book.save(content)
    with zipfile.ZipFile(content) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-31T00:00:00Z", parts["docProps/core.xml"])
    settled(file, parts | {"docProps/core.xml": core})


def workbook(rows=(), title="Sheet1"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


FRUITS = [["name", "size", "kind"], ["apple", 3, "a"], ["pear", 2.5, "b"], ["plum", None, "a"], ["fig", 0.75, "b"]]
DAY = datetime.datetime


def workbooks():
    save(workbook(FRUITS), "plain.xlsx")
    sheet("plain.xlsx", "a plain table", texts=["name", "kind"])

    save(workbook([["Fruits of 2024"], ["all weights in grams"], [], *FRUITS]), "title-rows.xlsx")
    sheet("title-rows.xlsx", "two titles and an empty row above the table", texts=["name", "kind"], skiprows=3)

    book = workbook()
    for i, row in enumerate(FRUITS):
        for j, value in enumerate(row):
            book.active.cell(5 + i, 3 + j, value)
    save(book, "empty-rows-columns.xlsx")
    sheet("empty-rows-columns.xlsx", "the table begins in C5", texts=["name", "kind"], skiprows=4, usecols="C:E")

    book = workbook([["All fruits"], *FRUITS])
    book.active.merge_cells("A1:C1")
    save(book, "merged-title.xlsx")
    sheet("merged-title.xlsx", "a title over merged cells", texts=["name", "kind"], skiprows=1)

    book = workbook([
        ["region", "town", "n"], ["north", "a", 1], [None, "b", 2], [None, "c", 3], ["south", "d", 4],
        [None, "e", 5],
    ])
    book.active.merge_cells("A2:A4")
    book.active.merge_cells("A5:A6")
    save(book, "merged-cells.xlsx")
    sheet(
        "merged-cells.xlsx", "merged cells within the table: the value is in the first, the others are empty",
        texts=["region", "town"],
    )

    book = workbook([["day", "stamp", "n"], [DAY(2024, 1, 31), DAY(2024, 1, 31, 13, 45), 1], [DAY(1999, 7, 4), DAY(1999, 7, 4), 2],
                     [None, DAY(2023, 12, 1, 23, 59, 59), 3], [DAY(1900, 1, 15), DAY(2000, 2, 29, 0, 0, 1), 45322]])
    for row in book.active.iter_rows(min_row=2):
        row[0].number_format = "yyyy-mm-dd"
        row[1].number_format = "yyyy-mm-dd hh:mm:ss"
    save(book, "dates.xlsx")
    sheet(
        "dates.xlsx", "dates, one before the leap day that 1900 did not have, times, and a number that could be a date",
        texts=["day", "stamp"],
    )

    book = workbook([["a", "b", "c", "d", "n"]] + [[DAY(2024, month, 31)] * 4 + [month] for month in (1, 3, 5)])
    for row in book.active.iter_rows(min_row=2):
        for cell, form in zip(row, ['yyyy"年"m"月"d"日"', "d. mmm. yy", "[$-407]dddd, d. mmmm yyyy", "m/d/yyyy;@"], strict=False):
            cell.number_format = form
    save(book, "dates-formats.xlsx")
    sheet("dates-formats.xlsx", "the same dates in Chinese, German and American forms", texts=["a", "b", "c", "d"])

    book = workbook([["day", "n"], [DAY(2024, 1, 31), 1], [DAY(2023, 12, 1), 2]])
    book.epoch = CALENDAR_MAC_1904
    save(book, "dates-1904.xlsx")
    sheet("dates-1904.xlsx", "dates counted from 1904, as Excel for the Macintosh did", texts=["day"])

    book = workbook([
        ["share", "metres", "red", "euro", "code"], [0.25, 12, -3.5, 9.5, 7], [0.5, 7, 2, 12, 12],
        [1, 3.5, 0, 1000, 123],
    ])
    for row in book.active.iter_rows(min_row=2):
        for cell, form in zip(row, ["0%", '0.0" m (dry)"', "0.00;[Red]-0.00", '#,##0.00\\ "€"', '"day "00000'], strict=True):
            cell.number_format = form
    save(book, "number-formats.xlsx")
    sheet("number-formats.xlsx", "formats of numbers with letters of dates in them: the numbers are what is stored, 25 % is 0.25")

    save(workbook([
        ["a", "done", "n"], ["x", True, 1], ["y", False, 0], ["z", None, 1], ["x", True, 0],
    ]), "booleans.xlsx")
    sheet("booleans.xlsx", "truths and numbers 0 and 1", texts=["a", "done"])

    book = workbook([
        ["name", "ratio", "found"], ["a", 1.5, "x"], ["b", "#DIV/0!", "#N/A"], ["c", 2.5, "y"],
        ["#REF!", "#VALUE!", "x"], ["d", "#NUM!", "#NAME?"],
    ])
    save(book, "errors.xlsx")
    sheet("errors.xlsx", "cells with errors are missing", texts=["name", "found"])

    book = workbook([
        ["id", "price", "zip", "mixed"], ["1", "10.5", "00501", 5], ["2", " 7 ", "10001", "five"],
        ["3", "", "02108", 2.5], [4, 3, "94105", None],
    ])
    save(book, "numbers-as-text.xlsx")
    sheet(
        "numbers-as-text.xlsx", "numbers stored as texts, codes with leading zeros, numbers among texts",
        texts=["zip", "mixed"], codes=["zip"],
    )

    save(workbook([
        ["a", "b", "sign"], [1, "x", "-"], ["NA", "N/A", "+"], ["?", "null", "-"], ["-", "y", "+"],
        [5, "#N/A", "-"],
    ]), "marks.xlsx")
    sheet("marks.xlsx", "marks of missing values as texts; a dash is missing among numbers only", texts=["b", "sign"])

    book = workbook(FRUITS, "Data")
    book.create_sheet("Notes").append(["weighed by hand"])
    book.create_sheet("Empty")
    save(book, "sheets-first.xlsx")
    sheet("sheets-first.xlsx", "the first of three sheets is the table", sheet_name="Data", texts=["name", "kind"])

    book = workbook([["kind", "price"], ["a", 1.5], ["b", 2.5], ["c", 3.5]], "Prices")
    other = book.create_sheet("Fruits")
    for row in FRUITS:
        other.append(row)
    save(book, "sheets-second.xlsx")
    sheet(
        "sheets-second.xlsx", "two sheets with a table each, and the second is meant",
        sheet_name="Fruits", texts=["name", "kind"], options=["--sheet", "Fruits"], doubt=True,
    )

    book = workbook([["a", "x"], ["b", "y"]], "Lists")
    book.active.sheet_state = "hidden"
    other = book.create_sheet("Data")
    for row in FRUITS:
        other.append(row)
    book.active = 1
    save(book, "sheet-hidden.xlsx")
    sheet(
        "sheet-hidden.xlsx", "the first sheet is hidden, the table is in the only one that is seen",
        sheet_name="Data", texts=["name", "kind"],
    )

    book = workbook(FRUITS, "水果")
    book.create_sheet("隐藏").sheet_state = "veryHidden"
    book["隐藏"].append(["不", "看"])
    save(book, "sheet-chinese.xlsx")
    sheet("sheet-chinese.xlsx", "Chinese names of sheets, another is hidden", sheet_name="水果", texts=["name", "kind"])

    save(workbook([
        ["城市", "人口（万）", "沿海"], ["北京", 2189.3, False], ["上海", 2487.1, True], ["“香港”", 748, True],
    ], "数据"), "chinese.xlsx")
    sheet("chinese.xlsx", "Chinese names, texts and sheet", texts=["城市", "沿海"])

    book = workbook(FRUITS)
    book.active["A2"] = CellRichText("ap", TextBlock(InlineFont(b=True), "pl"), TextBlock(InlineFont(i=True, color="FFFF0000"), "e "), "red")
    book.active["C1"] = CellRichText(TextBlock(InlineFont(b=True), "ki"), "nd")
    save(book, "rich-text.xlsx")
    sheet("rich-text.xlsx", "letters of different fonts within a cell", texts=["name", "kind"])

    book = workbook(FRUITS)
    for row in range(6, 40):
        for column in range(1, 8):
            book.active.cell(row, column).font = Font(bold=True)
    book.active["B40"] = ""
    save(book, "empty-trailing.xlsx")
    sheet(
        "empty-trailing.xlsx", "rows and columns behind the table with nothing but a font",
        texts=["name", "kind"], nrows=4, usecols="A:C",
    )

    save(workbook([["a", "a", None, "b"], [1, "x", 2, "u"], [3, "y", 4, "v"]]), "names-twice-empty.xlsx")
    sheet(
        "names-twice-empty.xlsx", "a name twice, and none",
        names=["a", "a (2)", "column_3", "b"], texts=["a (2)", "b"],
    )

    save(workbook([
        ["town", 2019, 2020, 2021], ["a", 5.5, 6, 7], ["b", 4, 5, 6.5], ["a", 3, 4, 5], ["b", 2, 4, 8],
    ]), "names-years.xlsx")
    sheet("names-years.xlsx", "years, which are numbers, among the names", texts=["town"])

    save(workbook([
        [5.1, 3.5, "setosa"], [4.9, 3, "setosa"], [7, 3.2, "virginica"], [6.4, 3.2, "virginica"],
    ]), "no-header.xlsx")
    sheet("no-header.xlsx", "no header", header=None, names=unnamed(3), texts=["column_3"])

    save(workbook([["a", "b", "c"], [1, "x", 2.5]]), "single-row.xlsx")
    sheet("single-row.xlsx", "a single row below a header", texts=["b"])

    book = workbook([
        ["text", "n"], ["two\nlines", 1], ['quotes "x", commas, tabs\t', 2], ["  spaces around  ", 3],
        ["<tag> & 'amp'", 4], ["=not a formula", 5],
    ])
    book.active["A6"].data_type = "s"
    save(book, "odd-texts.xlsx")
    sheet("odd-texts.xlsx", "ends of lines, quotes, tags and signs in texts, blanks around", texts=["text"])

    book = workbook(FRUITS)
    book.active.auto_filter.ref = "A1:C5"
    book.active.freeze_panes = "A2"
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["C"].hidden = True
    save(book, "filtered.xlsx")
    sheet(
        "filtered.xlsx", "a filter hides a row, and a column is hidden: they are of the table",
        texts=["name", "kind"],
    )

    save(workbook([[f"f{i}" for i in range(30)]] + [[i if (i + j) % 7 == 0 else None for i in range(30)] for j in range(1, 12)]), "gaps.xlsx")
    sheet("gaps.xlsx", "most cells are missing, rows begin and end anywhere")


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def by_hand(file, sheets, *, shared=None, prefix="", absolute=False, styles=None):
    """A workbook of parts written by hand, as other programs than openpyxl write them.

    :param sheets: name, number of the part and rows in XML of each sheet, in the order of the tabs
    :param shared: shared texts in XML
    """
    mark = f"{prefix}:" if prefix else ""
    space = f'xmlns{":" + prefix if prefix else ""}="{MAIN}" xmlns:r="{RELATIONS}"'
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    tabs, links, parts, types = "", "", {}, ""
    targets = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for _, number, _ in sheets]
    for (name, number, rows), (key, _, target) in zip(sheets, targets, strict=True):
        tabs += f'<{mark}sheet name="{name}" sheetId="{number}" r:id="{key}"/>'
        parts[f"xl/{target}"] = f"{DECLARATION}<{mark}worksheet {space}><{mark}sheetData>{rows}</{mark}sheetData></{mark}worksheet>"
        types += f'<Override PartName="/xl/{target}" ContentType="{kinds}worksheet+xml"/>'
    if shared:
        targets.append(("rId90", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = f"{DECLARATION}<{mark}sst {space}>{shared}</{mark}sst>"
        types += f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}sharedStrings+xml"/>'
    if styles:
        targets.append(("rId91", "styles", "styles.xml"))
        parts["xl/styles.xml"] = f"{DECLARATION}<styleSheet {space}>{styles}</styleSheet>"
        types += f'<Override PartName="/xl/styles.xml" ContentType="{kinds}styles+xml"/>'
    for key, kind, target in targets:
        links += f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{"/xl/" if absolute else ""}{target}"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    settled(file, {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="{"/" if absolute else ""}xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"{DECLARATION}<{mark}workbook {space}><{mark}sheets>{tabs}</{mark}sheets></{mark}workbook>",
        "xl/_rels/workbook.xml.rels": f'{DECLARATION}<Relationships xmlns="{package}/relationships">{links}</Relationships>',
    } | parts)


def inline(text):
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def workbooks_by_hand():
    rows = "".join(f"<row>{''.join(cells)}</row>" for cells in (
        [inline("name"), inline("n"), inline("v")], [inline("ä &amp; ö"), "<c><v>1</v></c>", inline("2.5")],
        [inline("x"), "<c><v>2</v></c>", "<c/>"], [inline(""), "<c><v>1E-3</v></c>", inline("0.30000000000000004")],
    ))
    by_hand("inline.xlsx", [("Sheet", 1, rows)])
    sheet("inline.xlsx", "texts within the cells, which do not tell their places, and no shared ones", texts=["name"])

    formulas = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>1/A2</f><v>0.5</v></c>'
        '<c r="C2" t="str"><f>"k"&amp;A2</f><v>k2</v></c><c r="D2" t="b"><f>A2&gt;2</f><v>0</v></c></row>'
        '<row r="3"><c r="A3"><v>4</v></c><c r="B3"><f t="shared" ref="B3:B4" si="0">1/A3</f><v>0.25</v></c>'
        '<c r="C3" t="str"><f>"k"&amp;A3</f><v>k4</v></c><c r="D3" t="b"><f>A3&gt;2</f><v>1</v></c></row>'
        '<row r="4"><c r="A4"><v>0</v></c><c r="B4" t="e"><f t="shared" si="0"/><v>#DIV/0!</v></c>'
        '<c r="C4" t="str"><f>""</f><v></v></c><c r="D4" t="e"><f>NA()</f><v>#N/A</v></c></row>'
    )
    words = "".join(f"<si><t>{word}</t></si>" for word in ("a", "inverse", "word", "large"))
    by_hand("formulas.xlsx", [("Sheet", 1, formulas)], shared=words)
    sheet(
        "formulas.xlsx", "formulas with the values that they had: numbers, texts, truths and errors",
        texts=["word", "large"],
    )

    other = '<row r="1"><c r="A1"><v>9</v></c><c r="B1"><v>8</v></c></row>'
    by_hand("sheet-order.xlsx", [("Table", 7, rows), ("Other", 1, other)], absolute=True)
    sheet(
        "sheet-order.xlsx", "the first tab is the part with the higher number, and targets are absolute",
        sheet_name="Table", texts=["name"],
    )

    prefixed = re.sub(r"<(/?)(\w)", r"<\1x:\2", formulas)
    by_hand("prefixed.xlsx", [("Sheet", 1, prefixed)], shared=re.sub(r"<(/?)(\w)", r"<\1x:\2", words), prefix="x")
    sheet("prefixed.xlsx", "all elements carry a prefix", texts=["word", "large"])

    furigana = (
        "<si><t>都市</t></si><si><t>n</t></si>"
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><r><t>大</t></r><r><rPr><b/></rPr><t>阪</t></r><rPh sb="0" eb="1"><t>オオ</t></rPh></si>'
    )
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1</v></c></row>'
        '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4"><v>2</v></c></row>'
        '<row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5"><v>3</v></c></row>'
    )
    by_hand("phonetic.xlsx", [("表", 1, cells)], shared=furigana)
    sheet(
        "phonetic.xlsx", "Japanese with its readings, which are no text of the cell; row 3 is not there",
        texts=["都市"], skiprows=[2],
    )

    styles = (
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>'
    )
    dates = (
        f"<row>{inline('day')}{inline('built in')}{inline('iso')}{inline('n')}</row>"
        '<row><c s="1"><v>45322</v></c><c s="2"><v>45322.5</v></c><c t="d" s="1"><v>2024-01-31T00:00:00</v></c><c><v>45322</v></c></row>'
        '<row><c s="1"><v>36345</v></c><c s="2"><v>36345</v></c><c t="d" s="1"><v>1999-07-04T00:00:00</v></c><c s="0"><v>1</v></c></row>'
    )
    by_hand("dates-styles.xlsx", [("Sheet", 1, dates)], styles=styles)
    sheet(
        "dates-styles.xlsx", "dates by a style of the file's own, by a built-in one, and in ISO's form",
        texts=["day", "built in", "iso"],
    )


# ---------------------------------------------------------------- workbooks of LibreOffice


def converted(source, file):
    """Lets LibreOffice write a workbook; it stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", folder, str(source)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        write(file, (Path(folder) / f"{source.stem}.xlsx").read_bytes())


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="测量"><table:table-column table:number-columns-repeated="6"/>ROWS</table:table>
<table:table table:name="Notes"><table:table-row><table:table-cell office:value-type="string"><text:p>by hand</text:p>
</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>
"""


def flat_row(*cells):
    """A row of a flat spreadsheet of LibreOffice, from pairs of a type and a value."""
    row = ""
    for kind, value in cells:
        if kind == "string":
            row += f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        elif kind == "empty":
            row += "<table:table-cell/>"
        else:
            attribute = {"date": "date-value", "boolean": "boolean-value"}.get(kind, "value")
            row += f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}"/>'
    return f"<table:table-row>{row}</table:table-row>"


def write_with_libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.xlsx"
        book = workbook([["a", "double", "word", "large", "day"]])
        for i in (1, 2, 30, 4):
            row = book.active.max_row + 1
            book.active.append([i, f"=A{row}*2", f'="w"&A{row}', f"=A{row}>3", f"=DATE(2024,1,A{row})"])
            book.active.cell(row, 5).number_format = "yyyy-mm-dd"
        book.save(source)
        converted(source, "libreoffice-formulas.xlsx")

        book = workbook([["x", "inverse", "found"], [2, "=1/A2", '=IF(A2>1,"yes","no")'], [0, "=1/A3", "=NA()"], [4, "=1/A4", '=IF(A4>1,"yes","no")'], [-1, "=SQRT(A5)", "=#REF!"]])
        book.save(source)
        converted(source, "libreoffice-errors.xlsx")

        book = workbook([["Fruits"], [], *FRUITS], "Data")
        book.active.merge_cells("A1:C1")
        book.active.column_dimensions["B"].hidden = True
        book.create_sheet("Secret").append(["x", 1])
        book["Secret"].sheet_state = "hidden"
        book.save(source)
        converted(source, "libreoffice-merged.xlsx")

        table = Path(folder) / "table.csv"
        table.write_text('城市,code,n,note\n北京,00501,1.5,"two\nlines"\n上海,12-3,2.5,\n广州,x,,"quoted ""x"""\n', "utf-8")
        converted(table, "libreoffice-from-csv.xlsx")

        rows = "<table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>"
        names = ("empty", ""), *(("string", name) for name in ("day", "ok", "share", "price", "text"))
        rows += flat_row(*names)
        for day, ok, share, price, text in (
            ("2024-01-31", "true", 0.25, 9.5, "007"), ("1999-07-04", "false", 0.5, 12, "x"), ("2023-12-01", "true", 1, 1000.75, "y"),
        ):
            rows += flat_row(("empty", ""), ("date", day), ("boolean", ok), ("percentage", share), ("currency", price), ("string", text))
        flat = Path(folder) / "flat.fods"
        flat.write_text(FLAT.replace("ROWS", rows), "utf-8")
        converted(flat, "libreoffice-flat.xlsx")


def workbooks_of_libreoffice():
    sheet(
        "libreoffice-formulas.xlsx", "formulas computed by LibreOffice: numbers, texts, truths, dates",
        texts=["word", "large", "day"],
    )
    sheet("libreoffice-errors.xlsx", "errors computed by LibreOffice are missing", texts=["found"])
    sheet(
        "libreoffice-merged.xlsx", "a merged title, a hidden column and a hidden sheet, by LibreOffice",
        sheet_name="Data", skiprows=2, texts=["name", "kind"],
    )
    sheet(
        "libreoffice-from-csv.xlsx", "a CSV file that LibreOffice opened and saved: numbers among texts of a column",
        texts=["城市", "code", "note"],
    )
    sheet(
        "libreoffice-flat.xlsx", "the table begins in B3; dates, truths, shares and prices, by LibreOffice; a second sheet of notes",
        sheet_name="测量", skiprows=2, usecols="B:F", texts=["day", "ok", "text"],
    )


# ---------------------------------------------------------------- no tables


def bad(file, about, data):
    write(file, data.encode() if isinstance(data, str) else data)
    BAD.append({"file": file, "about": about})


def bad_texts():
    bad("bad-empty.csv", "an empty file", "")
    bad("bad-empty-lines.csv", "nothing but empty lines", "\n\r\n\n")
    bad("bad-mark-only.csv", "nothing but a byte order mark", b"\xef\xbb\xbf")
    bad("bad-header-only.csv", "a header without rows", "a,b,c\n")
    bad("bad-long-row.csv", "a row with a cell too many", "a,b,c\n1,2,3\n4,5,6,7\n7,8,9\n")
    bad("bad-decimal-commas.csv", "decimal commas that are not quoted between commas", "a,b\n1,5,2\n2,5,3\n3,25,4\n")
    bad("bad-unclosed-quote.csv", "a quotation mark that is never closed", 'a,b\n1,"x\n2,y\n3,z\n')
    bad("bad-prose.csv", "prose", "Dear all,\nthe data, as you know, is late, sorry.\nYours, T.\n")
    bad(
        "bad-page.csv", "a page of the web in place of the table",
        "<!DOCTYPE html>\n<html><head><title>a,b</title></head>\n<body>Log in, please</body></html>\n",
    )
    bad(
        "bad-page-indented.csv", "a page that begins with a comment and blanks",
        "\n  <!-- made, by hand -->\n"
        "  <html lang=\"en\"><body><table><tr><td>1,2</td></tr></table></body></html>\n",
    )
    bad("bad-xml.csv", "XML", '<?xml version="1.0"?>\n<rows><row a="1" b="2"/></rows>\n')
    bad(
        "bad-pointer.csv", "a pointer of Git LFS in place of the file",
        "version https://git-lfs.github.com/spec/v1\n"
        "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
    )
    bad("bad-not-found.csv", "the message of a server", "404: Not Found")
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c63f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082"
    )
    bad("bad-picture.csv", "a picture", pixel)
    bad(
        "bad-document.csv", "a PDF",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
    )
    bad("bad-zeros.csv", "bytes of zero among text", b"a,b\n1,\x00\x00\x00\x00\n2,\x00\x00\x00\x00\n")
    bad("bad-cut-utf16.csv", "UTF-16 cut within a character", "\ufeffa,b\n1,ä\n2,ö\n".encode("utf-16-le")[:-1])
    whole = packed(b"a,b\n" + b"".join(b"%d,%d\n" % (i, i * i) for i in range(500)))
    bad("bad-cut.csv.gz", "a packed file that was cut", whole[: len(whole) // 2])
    bad("bad-checksum.csv.gz", "a packed file with a wrong sum", whole[:-8] + b"\0\0\0\0" + whole[-4:])
    bad("bad-not-packed.csv.gz", "a picture named as a packed table", pixel)
    bad("bad-packed-picture.csv.gz", "a packed picture", packed(pixel))


def bad_records():
    bad("bad-nested.json", "records within records", '[{"a": 1, "b": {"c": 2}}, {"a": 2, "b": {"c": 3}}]')
    bad("bad-nested-list.jsonl", "a list in a record", '{"a": 1, "b": [1, 2]}\n{"a": 2, "b": [3]}\n')
    bad("bad-scalar.json", "a single number", "42\n")
    bad("bad-text.json", "a single text", '"a,b"')
    bad("bad-cut.json", "an array that was cut", '[{"a": 1, "b": "x"}, {"a": 2, "b"')
    bad("bad-cut.jsonl", "a last line that was cut", '{"a": 1, "b": "x"}\n{"a": 2, "b": "y"}\n{"a": 3, "b": "z')
    bad("bad-two-arrays.json", "two arrays", '[{"a": 1, "b": 2}]\n[{"a": 3, "b": 4}]\n')
    bad("bad-mixed.json", "records and numbers in one array", '[{"a": 1, "b": 2}, 3, {"a": 4, "b": 5}]')
    bad("bad-numbers.json", "an array of numbers", "[1, 2, 3]")
    bad("bad-empty.json", "an array without records", "[]")
    bad("bad-no-keys.json", "records without anything in them", "[{}, {}]")
    bad("bad-large-number.json", "a number beyond all doubles", '[{"a": 1, "b": 1e400}, {"a": 2, "b": 2}]')
    bad("bad-comma.json", "a comma too many, and single quotes", "[{'a': 1, 'b': 2,},]")
    bad("bad-escape.json", "an escape that there is not", '[{"a": 1, "b": "\\x41"}]')
    bad("bad-nothing.jsonl", "an empty file", "")


def bad_declared():
    head = "@relation r\n@attribute a numeric\n@attribute b {x,y}\n@data\n"
    bad(
        "bad-no-data.arff", "no rows, and no line that begins them",
        "@relation r\n@attribute a numeric\n@attribute b {x,y}\n",
    )
    bad("bad-no-rows.arff", "no rows", head)
    bad("bad-number.arff", "a word in a column of numbers", head + "1,x\ntwo,y\n")
    bad("bad-value.arff", "a value that was not declared", head + "1,x\n2,z\n")
    bad("bad-ragged.arff", "a row with a value too many", head + "1,x\n2,y,3\n")
    bad("bad-quote.arff", "a quotation mark that is not closed", head + "1,'x\n2,y\n")
    bad("bad-place.arff", "a sparse row with a place that there is not", head + "{0 1, 2 x}\n")
    bad(
        "bad-relational.arff", "a column of tables",
        "@relation r\n@attribute a numeric\n@attribute bag relational\n@attribute x numeric\n@end bag\n"
        "@data\n1,'2\\n3'\n",
    )
    bad("bad-csv.arff", "a CSV file", "a,b\n1,2\n3,4\n")


def bad_workbooks():
    fruits = (CORPUS / "plain.xlsx").read_bytes()
    bad("bad-cut.xlsx", "a workbook that was cut", fruits[: len(fruits) // 2])
    bad("bad-empty.xlsx", "an empty file", "")
    bad("bad-csv.xlsx", "bytes that are no workbook and no text", bytes(range(256)))
    settled("bad-other-zip.xlsx", {"hello.txt": "hello", "data/table.txt": "no table"})
    bad("bad-other-zip.xlsx", "a zip file of something else", (CORPUS / "bad-other-zip.xlsx").read_bytes())
    word = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document xmlns:w='w'><w:body/></w:document>"}
    settled("bad-document.xlsx", word)
    bad("bad-document.xlsx", "a document of Word", (CORPUS / "bad-document.xlsx").read_bytes())
    # Heads of the compound files of Windows: all that is looked at; not whole ones.
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900") + bytes(480)
    secret = compound + "EncryptedPackage\0EncryptionInfo\0".encode("utf-16-le") + bytes(448)
    bad("bad-password.xlsx", "a workbook with a password, which is a compound file", secret)
    bad("bad-old.xls", "a workbook of Excel 97", compound + "Workbook\0".encode("utf-16-le") + bytes(494))
    save(workbook(), "bad-empty-sheet.xlsx")
    bad("bad-empty-sheet.xlsx", "a workbook with an empty sheet", (CORPUS / "bad-empty-sheet.xlsx").read_bytes())
    save(workbook([["a", "b", "c"]]), "bad-header-only.xlsx")
    bad("bad-header-only.xlsx", "a header without rows", (CORPUS / "bad-header-only.xlsx").read_bytes())
    by_hand("bad-xml.xlsx", [("Sheet", 1, '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</c></row>')])
    bad("bad-xml.xlsx", "a sheet whose XML is not well-formed", (CORPUS / "bad-xml.xlsx").read_bytes())
    by_hand(
        "bad-shared.xlsx",
        [("Sheet", 1, '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c></row>'
          '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>')],
        shared="<si><t>a</t></si>",
    )
    bad("bad-shared.xlsx", "a cell with a shared text that there is not", (CORPUS / "bad-shared.xlsx").read_bytes())
    settled("bad-packed-table.csv", {"table.csv": "a,b\n1,2\n"})
    bad(
        "bad-packed-table.csv", "a table in a zip file named as a table",
        (CORPUS / "bad-packed-table.csv").read_bytes(),
    )


# ---------------------------------------------------------------- all


def main():
    CORPUS.mkdir(exist_ok=True)
    if "--libreoffice" in sys.argv:
        write_with_libreoffice()
    for part in (
        delimiters_and_encodings, encodings, ways_of_numbers, missing_marks, above_the_table, ends_and_quotes, headers,
        kinds_of_cells, json_lines, json_arrays, arff, workbooks, workbooks_by_hand, workbooks_of_libreoffice,
        bad_texts, bad_records, bad_declared, bad_workbooks,
    ):
        part()
    names = [entry["file"] for entry in FILES + BAD]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
    assert len([entry for entry in FILES if "options" in entry]) <= 0.05 * len(FILES)
    strangers = {path.name for path in CORPUS.iterdir()} - set(names) - {"expected.json", "README.md", ".gitattributes"}
    assert not strangers, f"in the corpus, but not stated: {strangers}"
    lines = {
        key: ",\n".join("  " + json.dumps(entry, ensure_ascii=False, allow_nan=False) for entry in entries)
        for key, entries in (("files", FILES), ("bad", BAD))
    }
    expected = '{"files": [\n' + lines["files"] + '\n], "bad": [\n' + lines["bad"] + "\n]}\n"
    json.loads(expected)
    (CORPUS / "expected.json").write_text(expected, "utf-8")
    print(len(FILES), "tables,", len(BAD), "that are none")


if __name__ == "__main__":
    main()
