package dev.neuralworkbench.data.read.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The formats of cells, by the places of their styles. */
final class Styles {

  private final Map<Integer, CellFormat> own = new HashMap<>();
  private final List<Integer> ofCells = new ArrayList<>();

  /** Takes an element that is a style, with what lies in it. */
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
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        return;
      }
    }
  }

  List<CellFormat> formats() {
    return ofCells.stream().map(id -> own.getOrDefault(id, CellFormat.builtIn(id))).toList();
  }
}
