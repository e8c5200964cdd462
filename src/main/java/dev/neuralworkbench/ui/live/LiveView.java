package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.ChartFiles;
import dev.neuralworkbench.ui.chart.ChartPanel;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Screen;
import dev.neuralworkbench.ui.common.Tips;
import dev.neuralworkbench.ui.drawing.World;
import dev.neuralworkbench.ui.drawing.WorldPicture;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The live screen: how the run goes, in curves and in words, and what it has learned so far. */
public final class LiveView extends VBox implements Screen {

  private final LiveViewModel model;
  private final ChartFiles files;
  private final Messages messages;
  private final Label state = new Label();
  private final Label values = new Label();
  private final LiveCharts charts;
  private final Label pictureHeading = new Label();
  private final Scrubber scrubber;
  private final WorldPicture picture;
  private final Button savePicture = new Button();
  private final VBox pictureColumn = new VBox();
  private final HBox columns = new HBox();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pull();
        }
      };

  /**
   * A view of a view-model.
   *
   * @param files saves its charts
   * @param executor makes its pictures, one after another, off the FX thread
   * @param products makes the products for the executor's thread
   */
  public LiveView(
      LiveViewModel model, ChartFiles files, Executor executor, Supplier<Products> products) {
    this.model = model;
    this.files = files;
    messages = files.messages();
    charts = new LiveCharts(model, files);
    scrubber = new Scrubber(model.travel(), messages);
    picture = new WorldPicture(messages, executor, products);
    setId("live");
    getStyleClass().add("screen");
    layOut();
    bind();
  }

  @Override
  public String id() {
    return "live";
  }

  @Override
  public String titleKey() {
    return "live.title";
  }

  @Override
  public Node view() {
    return this;
  }

  @Override
  public void shown() {
    timer.start();
  }

  @Override
  public void hidden() {
    timer.stop();
  }

  LiveViewModel model() {
    return model;
  }

  private void layOut() {
    state.setId("live-state");
    values.setId("live-values");
    values.getStyleClass().add("muted");
    for (var label : List.of(state, values)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    var words = new VBox(state, values, new ComparisonLabel(model, messages));
    words.getStyleClass().add("live-words");
    pictureHeading.getStyleClass().add("chart-heading");
    pictureHeading.setMinWidth(USE_PREF_SIZE);
    savePicture.setId("picture-save");
    savePicture.getStyleClass().addAll("flat", "small");
    savePicture.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var header = new HBox(pictureHeading, space, savePicture);
    header.getStyleClass().add("chart-header");
    pictureColumn.getStyleClass().add("chart-panel");
    pictureColumn.getChildren().setAll(header, picture);
    VBox.setVgrow(picture, Priority.ALWAYS);
    columns.getStyleClass().add("live-columns");
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().setAll(words, columns, scrubber);
  }

  private void bind() {
    state.textProperty().bind(messages.text(model.state(), (w, phrase) -> phrase.in(w)));
    values.textProperty().bind(messages.text(model.values(), (w, all) -> Phrase.join(all, w)));
    pictureHeading.textProperty().bind(messages.text("picture.title"));
    savePicture.textProperty().bind(messages.text("chart.save"));
    Tips.install(savePicture, messages.text("picture.save.tip"));
    savePicture.disableProperty().bind(picture.chart().blank());
    savePicture.setOnAction(_ -> files.savePicture(picture.chart(), "picture.png"));
    picture.chart().emptyText().bind(messages.text("picture.empty"));
    picture.chart().accessibleTextProperty().bind(pictureHeading.textProperty());
    for (var panel : panels()) {
      panel.chart().accessibleTextProperty().bind(state.textProperty());
    }
    model.world().subscribe(this::show);
  }

  private void pull() {
    model.pull();
    scrubber.pull();
    charts.pull();
    if (picture.isFree()) {
      model.askWeights(picture::draw);
    }
  }

  /** With a picture the charts stand beside it, one above the other; without, side by side. */
  private void show(@Nullable World world) {
    picture.show(world);
    var pictured = world != null && !world.axes().isEmpty();
    Pane rest = pictured ? new VBox() : new HBox();
    rest.getStyleClass().add("live-charts");
    for (var panel : panels()) {
      HBox.setHgrow(panel, Priority.ALWAYS);
      VBox.setVgrow(panel, Priority.ALWAYS);
      panel.setPrefSize(0, 0);
    }
    rest.getChildren().addAll(panels());
    for (var column : List.of(pictureColumn, rest)) {
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setPrefWidth(0);
    }
    columns.getChildren().setAll(pictured ? List.of(pictureColumn, rest) : List.of(rest));
  }

  private List<ChartPanel> panels() {
    return List.of(charts.loss(), charts.score());
  }
}
