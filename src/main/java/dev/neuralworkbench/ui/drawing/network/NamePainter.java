package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Ink;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws headings, names of inputs and outputs, and how many units and layers are left out. */
record NamePainter(
    NetworkPen pen, NetworkLayout layout, NetworkRoom room, NetworkWords words, ColumnTools tools) {

  private static final double HALF_IN_EM = 4;
  private static final double AIR_IN_EM = 0.5;

  void draw() {
    for (var column : layout.columns()) {
      headings(column);
      if (column.hidden() > 0) {
        unitsLeftOut(column);
      }
    }
    layersLeftOut();
    for (var column : layout.columns()) {
      var inputs = column.index() == 0;
      if (!column.isImage() && (inputs || column.index() == words.shape().columns() - 1)) {
        sideNames(column, inputs);
      }
    }
  }

  private void headings(NetworkLayout.Column column) {
    var look = pen.look();
    var em = pen.em();
    var index = column.index();
    var most = (layout.pitch() == 0 ? room.width() : layout.pitch()) - 0.6 * em;
    var y = 0.7 * em;
    var heading = fitting(words.heading(index), words.shortHeading(index), look.bold, most);
    pen.writeCentered(heading, look.bold, look.ink(Ink.TEXT), column.x(), y);
    y += NetworkRoom.LINE * em;
    var units =
        fitting(words.units(index), words.count(index), look.small, most - tools.width(index));
    muted(units, column.x(), y);
    tools.around(column, y, look.width(units, look.small), most + 0.4 * em, em);
    y += NetworkRoom.LINE * em;
    muted(fitting(words.dropout(index), "", look.small, most), column.x(), y);
  }

  private String fitting(String text, String shortened, Font font, double most) {
    return pen.look().width(text, font) <= most ? text : shortened;
  }

  private void muted(String text, double x, double y) {
    pen.writeCentered(text, pen.look().small, pen.look().ink(Ink.MUTED), x, y);
  }

  /** In their very place, where curves neither cross nor fan out; the text covers what is left. */
  private void unitsLeftOut(NetworkLayout.Column column) {
    var look = pen.look();
    var em = pen.em();
    var most = layout.pitch() > 0 ? 0.6 * layout.pitch() : Double.POSITIVE_INFINITY;
    var text =
        fitting(
            words.words().text("drawing.units.more", column.hidden()),
            Numbers.count(column.hidden()),
            look.small,
            most);
    var width = look.width(text, look.small) + 0.4 * em;
    pen.fill(look.ink(Ink.BACKGROUND), column.x(), column.gap(), width, 1.1 * em, 0.6 * em);
    muted(text, column.x(), column.gap());
  }

  private void layersLeftOut() {
    if (!Double.isNaN(layout.gap())) {
      var look = pen.look();
      var hidden = Numbers.count(words.shape().columns() - layout.columns().size());
      var middle = room.head() + (room.height() - room.head() - room.foot()) / 2;
      pen.writeCentered(hidden, look.bold, look.ink(Ink.MUTED), layout.gap(), middle);
      var below = middle + NetworkRoom.LINE * pen.em();
      muted(words.words().text("drawing.layers.more"), layout.gap(), below);
    }
  }

  private void sideNames(NetworkLayout.Column column, boolean inputs) {
    var look = pen.look();
    var names = inputs ? words.shape().inputs() : words.shape().outputs();
    var edge = (inputs ? column.x() : room.width() - column.x()) - column.reach();
    var most = room.above() ? 2 * (inputs ? room.left() : room.right()) : edge;
    var shown =
        look.fitted(
            column.spots().stream().map(it -> names.get(it.unit().unit())).toList(),
            most - 0.5 * pen.em());
    var align =
        room.above() ? TextAlignment.CENTER : inputs ? TextAlignment.RIGHT : TextAlignment.LEFT;
    var aside = room.above() ? 0 : column.reach() + 0.5 * pen.em();
    var up = room.above() ? room.nameAt(column.radius()) : 0;
    var x = column.x() + (inputs ? -aside : aside);
    for (var spot : column.spots()) {
      var name = shown.get(spot.place());
      pen.write(name, look.font, look.ink(Ink.TEXT), align, x, spot.y() - up);
    }
  }

  /**
   * What colour and width of a weight mean: a wedge from the negative end to the positive, in the
   * middle of the foot, without its name where there is no room for that.
   */
  void legend(double end) {
    var em = pen.em();
    var number = Numbers.exact(end);
    var lowWidth = width("\u2212" + number);
    var scale = lowWidth + width("+" + number) + (2 * HALF_IN_EM + 2 * AIR_IN_EM) * em;
    var name = words.words().text("drawing.legend");
    var nameWidth = width(name) + em;
    if (nameWidth + scale > room.width()) {
      name = "";
      nameWidth = 0;
    }
    var x = Math.max(0, (room.width() - nameWidth - scale) / 2);
    var y = room.height() - 0.8 * em;
    write(name, x, y);
    x += nameWidth;
    write("\u2212" + number, x, y);
    x += lowWidth + AIR_IN_EM * em;
    write("+" + number, x + (2 * HALF_IN_EM + AIR_IN_EM) * em, y);
    wedge(x, y);
  }

  private double width(String text) {
    return pen.look().width(text, pen.look().small);
  }

  private void write(String text, double x, double y) {
    var look = pen.look();
    pen.write(text, look.small, look.ink(Ink.MUTED), TextAlignment.LEFT, x, y);
  }

  private void wedge(double x, double y) {
    var steps = pen.look().steps();
    var step = 2 * HALF_IN_EM * pen.em() / steps;
    for (var i = 0; i < steps; i++) {
      var thickness = pen.look().lineWidth(2.0 * i / (steps - 1) - 1);
      pen.context().setFill(pen.look().shade(i));
      pen.context().fillRect(x + i * step, y - thickness / 2, step + 0.5, thickness);
    }
  }
}
