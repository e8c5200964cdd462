package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What is the same for all sheets of a workbook.
 *
 * @param texts texts that cells refer to by their places
 * @param formats how cells show numbers, by the places of styles
 * @param from1904 whether days are counted from the first of 1904
 */
record Workbook(
    WorkbookParts parts,
    List<SheetName> sheets,
    List<String> texts,
    List<CellFormat> formats,
    boolean from1904) {

  private static final String BOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String STYLES = "xl/styles.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";

  /** Bytes of a string beside its characters. */
  private static final int OVERHEAD = 64;

  /** A sheet, and the part in which it is packed. */
  record SheetName(String name, boolean visible, String part) {}

  /** Reads all but the sheets. */
  static Workbook of(WorkbookParts parts) throws IOException, XMLStreamException, TooManyException {
    var reader = new Reader(parts.mostBytes());
    var wanted = List.of(BOOK, RELATIONS, STYLES, TEXTS);
    parts.read(wanted::contains, false, reader::read);
    if (!reader.isBook) {
      throw new WorkbookParts.RefusedException("data.file.otherFormat");
    }
    var sheets =
        reader.sheets.stream()
            .map(it -> new SheetName(it.name, it.visible, reader.part(it.part)))
            .toList();
    return new Workbook(
        parts, sheets, List.copyOf(reader.texts), reader.styles.formats(), reader.from1904);
  }

  private static final class Reader {

    private final long mostBytes;
    private final List<SheetName> sheets = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Styles styles = new Styles();
    private long bytes;
    private boolean isBook;
    private boolean from1904;

    Reader(long mostBytes) {
      this.mostBytes = mostBytes;
    }

    void read(String part, XMLStreamReader xml) throws XMLStreamException, TooManyException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (part) {
            case BOOK -> readBook(xml);
            case RELATIONS -> readRelation(xml);
            case STYLES -> styles.read(xml);
            default -> readText(xml);
          }
        }
      }
    }

    private void readBook(XMLStreamReader xml) {
      isBook = true;
      switch (xml.getLocalName()) {
        case "workbookPr" -> from1904 = Xml.isTrue(xml, "date1904");
        case "sheet" ->
            sheets.add(
                new SheetName(
                    Xml.text(xml, "name"),
                    Xml.text(xml, "state").isEmpty() || Xml.text(xml, "state").equals("visible"),
                    Xml.text(xml, "id")));
        default -> {}
      }
    }

    private void readRelation(XMLStreamReader xml) {
      if (xml.getLocalName().equals("Relationship")) {
        targets.put(Xml.text(xml, "Id"), Xml.text(xml, "Target"));
      }
    }

    private void readText(XMLStreamReader xml) throws XMLStreamException, TooManyException {
      if (xml.getLocalName().equals("si")) {
        var text = Xml.richText(xml, "si");
        bytes += OVERHEAD + 2L * text.length();
        if (bytes > mostBytes / 2) {
          throw new TooManyException();
        }
        texts.add(text);
      }
    }

    private String part(String id) {
      var target = Objects.requireNonNullElse(targets.get(id), "");
      return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
  }

  /** The formats of cells, by the places of their styles. */
  private static final class Styles {

    private final Map<Integer, CellFormat> own = new HashMap<>();
    private final List<Integer> ofCells = new ArrayList<>();

    void read(XMLStreamReader xml) throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "numFmt" ->
            own.put(Xml.number(xml, "numFmtId"), CellFormat.of(Xml.text(xml, "formatCode")));
        case "cellXfs" -> readCells(xml);
        default -> {}
      }
    }

    private void readCells(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        var event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("xf")) {
          ofCells.add(Xml.number(xml, "numFmtId"));
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("cellXfs")) {
          return;
        }
      }
    }

    List<CellFormat> formats() {
      return ofCells.stream().map(id -> own.getOrDefault(id, CellFormat.builtIn(id))).toList();
    }
  }

  /** What a cell's format says of its number. */
  enum CellFormat {
    NUMBER,
    /** Days since some day, with or without a time. */
    DATE,
    TIME;

    /** Most characters of a format; a spreadsheet takes no longer one. */
    private static final int LONGEST = 255;

    /** What formats say literally, and colours, languages and conditions. */
    private static final Pattern LITERAL =
        Pattern.compile(
            "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\[\\]]*+]", Pattern.CASE_INSENSITIVE);

    /** Hours, minutes or seconds in all, such as {@code [h]:mm}: of a day or of many. */
    private static final Pattern ELAPSED =
        Pattern.compile("\\[(h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("[hs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH = Pattern.compile("m", Pattern.CASE_INSENSITIVE);

    static CellFormat of(String code) {
      if (code.length() > LONGEST) {
        return NUMBER;
      }
      var first = LITERAL.matcher(code).replaceAll("").split(";", -1)[0];
      if (first.equalsIgnoreCase("general") || ELAPSED.matcher(first).find()) {
        return NUMBER;
      } else if (DAY.matcher(first).find()) {
        return DATE;
      } else if (CLOCK.matcher(first).find()) {
        return TIME;
      }
      return MONTH.matcher(first).find() ? DATE : NUMBER;
    }

    /** The format of a number that every spreadsheet knows (ECMA-376, part 1, 18.8.30). */
    static CellFormat builtIn(int id) {
      var isTime = (id >= 18 && id <= 21) || id == 45 || id == 47 || id == 32 || id == 33;
      var isDate =
          (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
      return isTime ? TIME : isDate ? DATE : NUMBER;
    }
  }
}
