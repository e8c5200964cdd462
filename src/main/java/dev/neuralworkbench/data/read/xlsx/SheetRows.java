package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

final class SheetRows {

  /** Types of cells that are texts; an error such as {@code #N/A} bare would be a comment. */
  private static final Set<String> TEXTS = Set.of("s", "str", "inlineStr", "e");

  private static final int MOST_COLUMNS = 16_384;
  private static final int LETTERS = 26;
  private static final long SECONDS_A_DAY = 86_400;

  /** Last number of a day in the 10th millennium, the last that spreadsheets know. */
  private static final double LAST_DAY = 2_958_466;

  /**
   * Lotus took 1900 for a leap year, and all spreadsheets follow: from day 60 on one is skipped.
   */
  private static final int SKIPPED_DAY = 60;

  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate START_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Workbook workbook;
  private final Receiver to;
  private int row;

  interface Receiver {

    /**
     * A cell of the row.
     *
     * @param column from 0 on, rising
     * @param isText whether it was written as a text
     */
    void cell(int column, String text, boolean isText);

    /** A row has ended, by its number in the sheet, from 1 on. */
    void end(int row) throws TooManyException;

    /** A cell with a formula, for which no value was stored. */
    default void formula(String place) {}

    /** Cells that are merged into their first, such as {@code B2:B4}; told behind all rows. */
    default void merged(String range) throws XMLStreamException {}
  }

  SheetRows(Workbook workbook, Receiver to) {
    this.workbook = workbook;
    this.to = to;
  }

  void read(XMLStreamReader xml) throws XMLStreamException, TooManyException {
    var column = 0;
    while (xml.hasNext()) {
      var event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> {
            column = 0;
            var told = Xml.number(xml, "r");
            row = told < 0 ? row + 1 : told;
          }
          case "c" -> column = readCell(xml, column) + 1;
          case "mergeCell" -> to.merged(Xml.text(xml, "ref"));
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> to.end(row);
          case "mergeCells" -> {
            return;
          }
          default -> {}
        }
      }
    }
  }

  private int readCell(XMLStreamReader xml, int next) throws XMLStreamException {
    var place = Xml.text(xml, "r");
    var column = column(place, next);
    var type = Xml.text(xml, "t");
    var style = Xml.number(xml, "s");
    var value = "";
    var isUnknown = false;
    while (true) {
      var event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> isUnknown = true;
          case "v" -> {
            value = xml.getElementText();
            isUnknown &= value.isBlank() && !type.equals("str");
          }
          case "is" -> value = Xml.richText(xml, "is");
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
    }
    hand(column, type, style, value);
    if (isUnknown) {
      to.formula(place);
    }
    return column;
  }

  private void hand(int column, String type, int style, String value) throws XMLStreamException {
    var isText = TEXTS.contains(type);
    var text =
        switch (type) {
          case "s" -> shared(value.strip());
          case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
          case "d" -> date(value.strip());
          case "str", "inlineStr", "e" -> value;
          default -> value.isBlank() ? "" : number(Double.parseDouble(value.strip()), style);
        };
    if (!text.isBlank()) {
      to.cell(column, text, isText);
    }
  }

  private String shared(String place) throws XMLStreamException {
    var index = place.isEmpty() ? -1 : Integer.parseInt(place);
    if (index < 0 || index >= workbook.texts().size()) {
      throw new XMLStreamException("no text " + place);
    }
    return workbook.texts().get(index);
  }

  /** A date as ISO 8601 writes it, without a time that is midnight. */
  private static String date(String value) {
    var text = value.replace('T', ' ').replaceFirst("(\\.\\d*)?Z?$", "");
    return text.endsWith(" 00:00:00") ? text.substring(0, text.indexOf(' ')) : text;
  }

  private String number(double number, int style) {
    var formats = workbook.formats();
    var format =
        style >= 0 && style < formats.size() ? formats.get(style) : Workbook.CellFormat.NUMBER;
    if (number < 0 || number >= LAST_DAY) {
      return NumberStyle.written(number);
    }
    return switch (format) {
      case NUMBER -> NumberStyle.written(number);
      case DATE -> date(number);
      case TIME ->
          number < 1
              ? time(Math.round(number * SECONDS_A_DAY)).format(TIME)
              : NumberStyle.written(number);
    };
  }

  private static LocalTime time(long seconds) {
    return LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
  }

  private String date(double number) {
    var seconds = Math.round(number * SECONDS_A_DAY);
    var days = seconds / SECONDS_A_DAY;
    var start =
        workbook.from1904()
            ? START_OF_1904
            : days >= SKIPPED_DAY ? BEFORE_1900.minusDays(1) : BEFORE_1900;
    var day = start.plusDays(days);
    return seconds % SECONDS_A_DAY == 0
        ? day.toString()
        : LocalDateTime.of(day, time(seconds)).format(DATE_TIME);
  }

  /** The column of a place such as {@code C7}; the next one where none is told. */
  static int column(String place, int next) throws XMLStreamException {
    var column = 0;
    for (var i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = LETTERS * column + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
      if (column > MOST_COLUMNS) {
        throw new XMLStreamException("no column " + place);
      }
    }
    var found = place.isEmpty() ? next : column - 1;
    if (found < next || found >= MOST_COLUMNS) {
      throw new XMLStreamException("no column " + place);
    }
    return found;
  }
}
