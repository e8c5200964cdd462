package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.data.DataViewModel.TableContent;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The rows from the chosen one on as images, where the inputs are pixels; otherwise not there. */
final class ImagesPanel extends VBox {

  private static final int SHOWN = 20;

  private final DataViewModel model;
  private final Messages messages;
  private final Label heading = Labels.line("#images-heading", "panel-heading");
  private final FlowPane images = Styling.as(new FlowPane(), "row-images");

  ImagesPanel(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#data-images", "panel");
    getChildren().setAll(heading, images);
    OnAnyChange.all(this::show, model.content, model.row, messages.language());
  }

  private void show() {
    var content = model.content.get();
    var inputs = content == null ? List.<Column>of() : inputs(content);
    var pixels = Pixels.of(inputs);
    Visibility.when(this, pixels.isPresent());
    if (content != null && pixels.isPresent()) {
      show(content, inputs, pixels.get());
    }
  }

  private static List<Column> inputs(TableContent content) {
    return IntStream.of(content.preparation().inputIndices())
        .mapToObj(content.cells().table::column)
        .toList();
  }

  private void show(TableContent content, List<Column> inputs, Pixels pixels) {
    var table = content.cells().table;
    var first = Math.clamp(model.row.get(), 0, Math.max(0, table.rows() - SHOWN));
    var end = Math.min(table.rows(), first + SHOWN);
    heading.setText(messages.now("images.heading", Numbers.count(first + 1), Numbers.count(end)));
    var target = content.preparation().targetIndex();
    images.getChildren().clear();
    for (var at = first; at < end; at++) {
      var row = at;
      var image = new RowImage(pixels, input -> inputs.get(input).value(row));
      var named = Optional.of(target).filter(it -> it >= 0).map(it -> table.column(it).text(row));
      images.getChildren().add(image(image, row, named));
    }
  }

  private Node image(RowImage image, int row, Optional<String> target) {
    var view = new RowImageView();
    view.show(image);
    view.setAccessibleText(
        target
            .map(it -> messages.now("images.row.of", Numbers.count(row + 1), it))
            .orElseGet(() -> messages.now("images.row", Numbers.count(row + 1))));
    var label = Styling.as(new Label(target.orElse("")), "data");
    return Styling.as(new VBox(view, label), "row-thumbnail");
  }
}
