package dev.neuralworkbench.ui.common;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** A name as long as room allows, and {@linkplain Shortened#apart apart} from those beside it. */
public final class FittedName extends Label {

  private static final int FEWEST = 6;
  private static final double LEAST_IN_EM = 5;

  private final List<String> cuts;

  private FittedName(String name, List<String> cuts) {
    super(cuts.getFirst());
    this.cuts = cuts;
    setTooltip(new Tooltip(name));
  }

  /** Labels for names that stand beside each other, of at most so many characters. */
  public static List<FittedName> of(List<String> names, int most) {
    var cuts =
        IntStream.iterate(most, it -> it >= FEWEST, it -> it - 1)
            .mapToObj(length -> Shortened.apart(names, length))
            .toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new FittedName(
                    names.get(i), cuts.stream().map(cut -> cut.get(i)).distinct().toList()))
        .toList();
  }

  public String name() {
    return getTooltip().getText();
  }

  @Override
  protected double computePrefWidth(double height) {
    return wanted(cuts.getFirst());
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.min(wanted(cuts.getFirst()), LEAST_IN_EM * getFont().getSize());
  }

  @Override
  protected void layoutChildren() {
    setText(
        cuts.stream().filter(it -> wanted(it) <= getWidth()).findFirst().orElse(cuts.getLast()));
    super.layoutChildren();
  }

  private double wanted(String cut) {
    var text = new Text(cut);
    text.setFont(getFont());
    Insets around = getInsets();
    return snapSizeX(around.getLeft() + text.getLayoutBounds().getWidth() + around.getRight()) + 1;
  }
}
