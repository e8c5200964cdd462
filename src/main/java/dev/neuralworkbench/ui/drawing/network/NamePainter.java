package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.text.Numbers;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws headings, names of inputs and outputs, and how many units and layers are left out. */
record NamePainter(
    GraphicsContext context,
    DrawingLook look,
    NetworkLayout layout,
    NetworkWords words,
    ColumnTools tools) {

  private static final double LINE = 1.3;

  /** Height of the headings, in em. */
  static double headInEm(NetworkShape shape) {
    for (var column = 0; column < shape.columns(); column++) {
      if (shape.dropout(column) > 0) {
        return 3 + LINE;
      }
    }
    return 3;
  }

  void draw(NetworkRoom room) {
    context.setTextBaseline(VPos.CENTER);
    var pitch = layout.pitch() == 0 ? room.width() : layout.pitch();
    var most = pitch - 0.6 * look.em();
    for (var column : layout.columns()) {
      headings(column, most);
      if (column.hidden() > 0) {
        unitsLeftOut(column);
      }
    }
    layersLeftOut(room);
    sideNames(room);
  }

  private void headings(NetworkLayout.Column column, double most) {
    context.setTextAlign(TextAlignment.CENTER);
    var index = column.index();
    var y = 0.7 * look.em();
    line(
        column,
        y,
        look.bold(),
        DrawingInk.TEXT,
        most,
        words.heading(index),
        words.shortHeading(index));
    y += LINE * look.em();
    var units =
        line(
            column,
            y,
            look.small(),
            DrawingInk.MUTED,
            most - tools.width(index),
            words.units(index),
            words.count(index));
    tools.around(column, y, units, most + 0.4 * look.em(), look.em());
    y += LINE * look.em();
    line(column, y, look.small(), DrawingInk.MUTED, most, words.dropout(index), "");
  }

  /** The text, or a short one where it does not fit; its width. */
  private double line(
      NetworkLayout.Column column,
      double y,
      Font font,
      DrawingInk ink,
      double most,
      String text,
      String shortened) {
    var fitting = look.width(text, font) <= most ? text : shortened;
    context.setFont(font);
    context.setFill(look.ink(ink));
    context.fillText(fitting, column.x(), y);
    return look.width(fitting, font);
  }

  /**
   * How many units are left out, in their very place: beside it the curves cross. What little of
   * them reaches behind the text is covered.
   */
  private void unitsLeftOut(NetworkLayout.Column column) {
    var text = words.words().text("drawing.units.more", column.hidden());
    if (look.width(text, look.small()) > leftOutWidth()) {
      text = Numbers.count(column.hidden());
    }
    var width = look.width(text, look.small()) + 0.4 * look.em();
    context.setFill(look.ink(DrawingInk.BACKGROUND));
    context.fillRoundRect(
        column.x() - width / 2,
        column.gap() - 0.55 * look.em(),
        width,
        1.1 * look.em(),
        0.6 * look.em(),
        0.6 * look.em());
    context.setFont(look.small());
    context.setTextAlign(TextAlignment.CENTER);
    context.setFill(look.ink(DrawingInk.MUTED));
    context.fillText(text, column.x(), column.gap());
  }

  /** Further from the column its curves fan out. */
  private double leftOutWidth() {
    return layout.pitch() > 0 ? 0.6 * layout.pitch() : Double.POSITIVE_INFINITY;
  }

  private void layersLeftOut(NetworkRoom room) {
    if (Double.isNaN(layout.gap())) {
      return;
    }
    var hidden = words.shape().columns() - layout.columns().size();
    var middle = room.head() + (room.height() - room.head() - room.foot()) / 2;
    context.setTextAlign(TextAlignment.CENTER);
    context.setFill(look.ink(DrawingInk.MUTED));
    context.setFont(look.bold());
    context.fillText(Numbers.count(hidden), layout.gap(), middle);
    context.setFont(look.small());
    context.fillText(
        words.words().text("drawing.layers.more"), layout.gap(), middle + LINE * look.em());
  }

  private void sideNames(NetworkRoom room) {
    context.setFont(look.font());
    context.setFill(look.ink(DrawingInk.TEXT));
    for (var column : layout.columns()) {
      var inputs = column.index() == 0;
      if (!column.isImage() && (inputs || column.index() == words.shape().columns() - 1)) {
        sideNames(room, column, inputs);
      }
    }
  }

  private void sideNames(NetworkRoom room, NetworkLayout.Column column, boolean inputs) {
    var names = inputs ? words.shape().inputs() : words.shape().outputs();
    var most = (inputs ? room.left() : room.right()) - 0.5 * look.em();
    var shown =
        look.fitted(
            IntStream.range(0, column.shown())
                .mapToObj(place -> names.get(column.unit(place)))
                .toList(),
            room.above() ? 2 * most : most);
    context.setTextAlign(
        room.above() ? TextAlignment.CENTER : inputs ? TextAlignment.RIGHT : TextAlignment.LEFT);
    var aside = room.above() ? 0 : column.reach() + 0.5 * look.em();
    var up = room.above() ? room.nameAt(column.radius()) : 0;
    for (var place = 0; place < column.shown(); place++) {
      context.fillText(
          shown.get(place), column.x() + (inputs ? -aside : aside), column.y(place) - up);
    }
  }
}
