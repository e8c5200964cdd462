package dev.neuralworkbench.data.read.xlsx;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

final class Xml {

  private Xml() {}

  /** An attribute; empty where there is none. */
  static String text(XMLStreamReader xml, String attribute) {
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  static boolean isTrue(XMLStreamReader xml, String attribute) {
    var text = text(xml, attribute);
    return text.equals("1") || text.equals("true");
  }

  /** A whole number that is an attribute; −1 where there is none. */
  static int number(XMLStreamReader xml, String attribute) {
    var text = text(xml, attribute);
    return text.isEmpty() ? -1 : Integer.parseInt(text);
  }

  /**
   * The text of an element that the reader is at the start of, in one piece or in several of
   * different looks; how Japanese is read aloud is no part of it.
   */
  static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
    var text = new StringBuilder();
    var aloud = 0;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          var name = xml.getLocalName();
          aloud += name.equals("rPh") ? 1 : 0;
          if (name.equals("t") && aloud == 0) {
            text.append(xml.getElementText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          aloud -= xml.getLocalName().equals("rPh") ? 1 : 0;
          if (xml.getLocalName().equals(element)) {
            return unescaped(text.toString());
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends in a text");
        default -> {}
      }
    }
  }

  /** Characters that XML cannot hold are written {@code _x000D_}. */
  private static String unescaped(String text) {
    var start = text.indexOf("_x");
    if (start < 0) {
      return text;
    }
    var plain = new StringBuilder();
    var from = 0;
    for (; start >= 0; start = text.indexOf("_x", from)) {
      var end = start + 7;
      var isCode =
          end <= text.length()
              && text.charAt(end - 1) == '_'
              && text.substring(start + 2, end - 1).matches("[0-9A-Fa-f]{4}");
      plain.append(text, from, isCode ? start : start + 1);
      if (isCode) {
        plain.append((char) Integer.parseInt(text.substring(start + 2, end - 1), 16));
      }
      from = isCode ? end : start + 1;
    }
    return plain.append(text.substring(from)).toString();
  }
}
