package dev.neuralworkbench.ui.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.block.AbstractBlock;
import org.jfree.chart.block.Block;
import org.jfree.chart.block.BlockContainer;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.block.EmptyBlock;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.LabelBlock;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.CompositeTitle;
import org.jfree.chart.title.LegendGraphic;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.Range;

/** The head of a chart: the name of the vertical axis, then samples with names, in rows. */
public final class Legend {

  private static final double GAP = 5;
  private static final double BETWEEN = 14;
  private static final double AIR = 0.2;

  /** Room below the rows, in em: half of the topmost number of the vertical axis stands there. */
  private static final double BELOW = 0.3;

  private static final double LINE = 20;
  private static final double SCALE = 48;

  private final ChartLook look;
  private final BlockContainer items;
  private final AbstractBlock name;

  /** Parts of the name that " · " separates may stand in rows of their own. */
  public Legend(String yName, ChartLook look) {
    var parts = yName.split(" · ");
    this(label(parts[0], look, Ink.MUTED, 0), look);
    Arrays.stream(parts).skip(1).forEach(part -> items.add(label(part, look, Ink.MUTED, 0)));
  }

  /** A head that leaves room for what stands in the place of the name. */
  public Legend(double nameWidth, ChartLook look) {
    this(new EmptyBlock(nameWidth, look.font().getSize2D()), look);
  }

  private <B extends AbstractBlock & Block> Legend(B name, ChartLook look) {
    this.look = look;
    this.name = name;
    items = row();
    items.add(name);
  }

  private static BlockContainer row() {
    var flow = new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, BETWEEN, 0);
    return new BlockContainer(flow);
  }

  public void addLine(Paint paint, Stroke stroke, String text) {
    addShape(new Line2D.Double(0, 0, LINE, 0), paint, paint, stroke, text);
  }

  public void addShape(Shape shape, Paint fill, Paint edge, Stroke stroke, String text) {
    var sample = new LegendGraphic(shape, fill);
    sample.setShapeOutlineVisible(true);
    sample.setOutlinePaint(edge);
    sample.setOutlineStroke(stroke);
    add(sample, text);
  }

  public void addScale(Color low, Color middle, Color high, String text) {
    add(
        new LegendGraphic(new Rectangle2D.Double(0, 0, SCALE, 8), middle) {
          private static final long serialVersionUID = 1;

          @Override
          public void draw(Graphics2D graphics, Rectangle2D area) {
            var left = (float) area.getMinX();
            var right = (float) area.getMaxX();
            var places = new float[] {0, 0.5f, 1};
            var colors = new Color[] {low, middle, high};
            setFillPaint(new LinearGradientPaint(left, 0, right, 0, places, colors));
            super.draw(graphics, area);
          }
        },
        text);
  }

  public void addText(String text) {
    items.add(label(text, look, Ink.TEXT, 0));
  }

  /** Moves what follows the name to the right end, where all has room in one row. */
  public void alignRight(Graphics2D graphics, double width) {
    var free = width - items.arrange(graphics).getWidth();
    name.setMargin(0, 0, 0, Math.max(0, Math.floor(free)));
  }

  CompositeTitle title() {
    var title = new CompositeTitle(items);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(0, 0, BELOW * look.font().getSize2D(), 0));
    return title;
  }

  public double height(Graphics2D graphics, double width) {
    var room = new Range(0, width);
    return title().arrange(graphics, new RectangleConstraint(room, room)).getHeight();
  }

  private void add(LegendGraphic sample, String text) {
    var item = new BlockContainer(new BorderArrangement());
    item.add(sample, RectangleEdge.LEFT);
    item.add(label(text, look, Ink.TEXT, GAP));
    items.add(item);
  }

  private static LabelBlock label(String text, ChartLook look, Ink ink, double left) {
    var label = new LabelBlock(text, look.font(), look.ink(ink));
    var air = AIR * look.font().getSize2D();
    label.setPadding(air, left, air, 0);
    return label;
  }
}
