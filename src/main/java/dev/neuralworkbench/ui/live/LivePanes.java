package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Divider;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The loss over the network, beside them what was learned over the score. Where nothing of what was
 * learned can be drawn, the loss takes the whole width. Edges are dragged and remembered; a double
 * click on a title, or its button, gives one pane the whole place and takes it back.
 */
final class LivePanes extends Pane {

  /** The edges, with their usual shares in per cent. */
  private enum Edge {
    COLUMNS(Orientation.VERTICAL, 63.5),
    LOSS(Orientation.HORIZONTAL, 50.5),
    PICTURE(Orientation.HORIZONTAL, 62);

    private final Orientation orientation;
    private final double usual;

    Edge(Orientation orientation, double usual) {
      this.orientation = orientation;
      this.usual = usual;
    }

    String key() {
      return "live.edge." + Ids.of(this);
    }
  }

  private static final double LEAST = 15;
  private static final double MOST = 85;
  private static final double GAP_IN_EM = 0.857;
  private static final double ROOMY_IN_EM = 54;

  private final Region loss;
  private final Region picture;
  private final Region network;
  private final Region score;
  private final Divider columns;
  private final Divider belowLoss;
  private final Divider belowPicture;
  private final Label ruler = new Label();

  /** Whether all tools of two panes side by side have room. */
  final BooleanBinding roomy =
      Bindings.createBooleanBinding(
          () -> getWidth() >= ROOMY_IN_EM * ruler.getFont().getSize(),
          widthProperty(),
          ruler.fontProperty());

  private @Nullable Region whole;
  private boolean pictured;

  LivePanes(Region loss, Region picture, Region network, Region score, Messages messages) {
    this.loss = loss;
    this.picture = picture;
    this.network = network;
    this.score = score;
    getStyleClass().add("live-panes");
    ruler.setVisible(false);
    getChildren().setAll(ruler, loss, picture, network, score);
    columns = divider(Edge.COLUMNS, messages);
    belowLoss = divider(Edge.LOSS, messages);
    belowPicture = divider(Edge.PICTURE, messages);
    getChildren().addAll(columns, belowLoss, belowPicture);
    addEnlarging("loss", loss, messages);
    addEnlarging("picture", picture, messages);
    addEnlarging("network", network, messages);
    addEnlarging("score", score, messages);
    setMinSize(0, 0);
    ruler.fontProperty().subscribe(_ -> requestLayout());
    Visibility.when(picture, false);
  }

  private List<Region> panes() {
    return List.of(loss, picture, network, score);
  }

  void show(boolean withPicture) {
    if (pictured != withPicture) {
      pictured = withPicture;
      if (!withPicture && picture.equals(whole)) {
        whole = null;
      }
      requestLayout();
    }
  }

  private Divider divider(Edge edge, Messages messages) {
    var divider =
        new Divider(
            edge.orientation,
            messages.text(edge.key()),
            new Divider.Place(
                LEAST, MOST, edge.usual, 2, () -> share(edge), share -> move(edge, share)),
            () -> 100 / (edge.orientation == Orientation.VERTICAL ? getWidth() : getHeight()));
    return Styling.as(divider, "#live-edge-" + Ids.of(edge), "divider");
  }

  private void addEnlarging(String name, Region pane, Messages messages) {
    var head = (Pane) pane.getChildrenUnmodifiable().getFirst();
    var id = "#live-enlarge-" + name;
    head.getChildren()
        .add(Buttons.small(Icon.ENLARGE, messages, "live.enlarge", () -> enlarge(pane), id));
    head.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          var isDouble = event.getButton() == MouseButton.PRIMARY && event.getClickCount() % 2 == 0;
          var around = Visibility.around((Node) event.getTarget());
          if (isDouble && around.noneMatch(ButtonBase.class::isInstance)) {
            enlarge(pane);
          }
        });
  }

  /** Gives a pane the whole place, or the others theirs again. */
  private void enlarge(Region pane) {
    whole = pane.equals(whole) ? null : pane;
    requestLayout();
  }

  private double share(Edge edge) {
    return ColumnWidths.get(this, edge.key(), edge.usual);
  }

  private void move(Edge edge, double share) {
    ColumnWidths.choose(this, edge.key(), share);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    for (var pane : panes()) {
      Visibility.when(pane, whole == null ? pictured || !pane.equals(picture) : pane.equals(whole));
    }
    columns.setVisible(whole == null);
    belowLoss.setVisible(whole == null);
    belowPicture.setVisible(whole == null && pictured);
    var width = getWidth();
    var height = getHeight();
    if (whole != null) {
      place(whole, 0, 0, width, height);
      return;
    }
    var gap = Math.rint(GAP_IN_EM * ruler.getFont().getSize());
    var least = pictured ? Math.ceil(picture.minWidth(-1)) : 0;
    var left = Math.min(part(Edge.COLUMNS, width, gap), width - gap - least);
    var high = part(Edge.LOSS, height, gap);
    var beside = left + gap;
    var below = high + gap;
    place(loss, 0, 0, pictured ? left : width, high);
    place(network, 0, below, left, height - below);
    place(belowLoss, 0, high, pictured ? left : width, gap);
    if (pictured) {
      var tall = part(Edge.PICTURE, height, gap);
      place(picture, beside, 0, width - beside, tall);
      place(belowPicture, beside, tall, width - beside, gap);
      place(score, beside, tall + gap, width - beside, height - tall - gap);
      place(columns, left, 0, gap, height);
    } else {
      place(score, beside, below, width - beside, height - below);
      place(columns, left, below, gap, height - below);
    }
  }

  private double part(Edge edge, double room, double gap) {
    return Math.rint(share(edge) / 100 * (room - gap));
  }

  private static void place(Region pane, double x, double y, double width, double height) {
    pane.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
  }
}
