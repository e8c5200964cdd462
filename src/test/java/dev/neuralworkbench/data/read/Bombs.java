package dev.neuralworkbench.data.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that were made to take more memory or time than any table. */
record Bombs(Path folder) {

  private static final int MEGABYTE = 1 << 20;
  private static final String BOOK =
      "<workbook><sheets><sheet name=\"s\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>";
  private static final String RELATIONS =
      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
  private static final String CELLS =
      "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData>"
          + "</worksheet>";

  /** Writes something. */
  @FunctionalInterface
  private interface Content {

    void write(OutputStream out) throws IOException;
  }

  /** Writes all of them. */
  void write() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("zeros.csv.gz")))) {
      repeat(out, "1,2\n", 600);
    }
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("line.csv.gz")))) {
      repeat(out, "1", 600);
    }
    workbook("rows.xlsx", out -> wrapped(out, "<row/>", 800));
    workbook("blanks.xlsx", out -> wrapped(out, " ", 800));
    workbook("columns.xlsx", out -> text(out, sheet("<c r=\"ZZZZZZ1\"><v>1</v></c>")));
    workbook("shared.xlsx", out -> text(out, sheet("<c t=\"s\"><v>2147483647</v></c>")));
    workbook("longText.xlsx", out -> longText(out, 100));
    workbook("laughs.xlsx", out -> text(out, "<!DOCTYPE w [" + entities() + "]>" + CELLS));
    workbook(
        "outside.xlsx",
        out -> text(out, "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + CELLS));
    workbook("deep.xlsx", out -> wrapped(out, "<row>", 5));
    texts("texts.xlsx", 60);
    try (var zip = zip("parts.xlsx")) {
      for (var i = 0; i < 30_000; i++) {
        zip.putNextEntry(new ZipEntry("p" + i));
      }
    }
    json("deepLists.json", "[", 50);
    json("deepRecords.json", "{\"a\":", 50);
    try (var out = Files.newOutputStream(folder.resolve("longText.json"))) {
      text(out, "[{\"b\": 1, \"a\": \"");
      repeat(out, "x", 150);
      text(out, "\"}]");
    }
    try (var out = Files.newOutputStream(folder.resolve("names.json"))) {
      for (var i = 0; i < 100_000; i++) {
        text(out, "{\"n" + i + "\": 1}\n");
      }
    }
    Files.writeString(
        folder.resolve("sparse.arff"),
        "@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n{2147483648 1}\n");
  }

  private void json(String name, String opening, int megabytes) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(name))) {
      repeat(out, opening, megabytes);
    }
  }

  private static String sheet(String cells) {
    return "<worksheet><sheetData><row>" + cells + "</row></sheetData></worksheet>";
  }

  private static String entities() {
    var all = new StringBuilder("<!ENTITY e0 \"ha\">");
    for (var i = 1; i < 12; i++) {
      all.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
    }
    return all + "<!ENTITY x \"&e11;\">";
  }

  private void texts(String name, int megabytes) throws IOException {
    try (var zip = zip(name)) {
      part(zip, "xl/workbook.xml", out -> text(out, BOOK));
      part(zip, "xl/_rels/workbook.xml.rels", out -> text(out, RELATIONS));
      part(
          zip,
          "xl/sharedStrings.xml",
          out -> {
            text(out, "<sst>");
            repeat(out, "<si><t>abcdefghi</t></si>\n", megabytes);
            text(out, "</sst>");
          });
      part(zip, "xl/worksheets/sheet1.xml", out -> text(out, sheet("<c><v>1</v></c>")));
    }
  }

  private void workbook(String name, Content sheet) throws IOException {
    try (var zip = zip(name)) {
      part(zip, "xl/workbook.xml", out -> text(out, BOOK));
      part(zip, "xl/_rels/workbook.xml.rels", out -> text(out, RELATIONS));
      part(zip, "xl/worksheets/sheet1.xml", sheet);
    }
  }

  private ZipOutputStream zip(String name) throws IOException {
    return new ZipOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.write(zip);
  }

  private static void wrapped(OutputStream out, String inner, int megabytes) throws IOException {
    text(out, "<worksheet><sheetData>");
    repeat(out, inner, megabytes);
    text(out, "</sheetData></worksheet>");
  }

  private static void longText(OutputStream out, int megabytes) throws IOException {
    text(out, "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>");
    repeat(out, "long ", megabytes);
    text(out, "</t></is></c></row></sheetData></worksheet>");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void repeat(OutputStream out, String text, int megabytes) throws IOException {
    var times = MEGABYTE / text.length();
    var block = text.repeat(times).getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < megabytes; i++) {
      out.write(block);
    }
  }
}
