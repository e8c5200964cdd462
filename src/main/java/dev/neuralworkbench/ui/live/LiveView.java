package dev.neuralworkbench.ui.live;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.map.DecisionMap;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import dev.neuralworkbench.ui.live.diagnosis.DiagnosisPane;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The live screen: the network, what it has learned so far, and how the run goes. */
public final class LiveView extends VBox implements ScreenView {

  /** Time between two pictures: more of them a second would not be seen. */
  private static final long REST_NANOS = 15_000_000;

  final LiveViewModel model;
  private final Messages messages;
  private final Headline headline;
  private final NetworkPaneViewModel network;
  private final LiveCharts charts;
  private final DecisionPicture picture;
  private final NetworkPane networkPane;
  private final LivePanes panes;
  private long restsUntil = System.nanoTime();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pull();
        }
      };

  /** What comes first shows on a first start. */
  public LiveView(
      LiveViewModel model,
      NetworkPaneViewModel network,
      Node first,
      ChartFiles files,
      DecisionPicture picture) {
    this.model = model;
    this.network = network;
    messages = files.messages();
    charts = new LiveCharts(model, files);
    this.picture = picture;
    networkPane = new NetworkPane(network, messages, picture::enlarge);
    headline = new Headline(model, messages);
    panes =
        new LivePanes(
            networkPane,
            new PicturePane(picture, files),
            new LiveNotes(model, messages, first, networkPane.changed, heightProperty()),
            List.of(charts.loss, charts.score));
    Styling.as(this, "#live", "screen", "live-screen");
    getChildren().setAll(headline, Space.tall(panes));
    bind();
  }

  @Override
  public void shown() {
    timer.start();
  }

  @Override
  public void hidden() {
    timer.stop();
  }

  private void bind() {
    picture.onMaps(networkPane::map);
    model.map.subscribe(this::show);
    network.start.subscribe(this::drawStart);
  }

  private void pull() {
    model.pull();
    model.travel.pull();
    charts.pull();
    if (picture.isFree() && System.nanoTime() - restsUntil > 0) {
      model.askWeights(this::draw);
    }
  }

  private void draw(NetworkDesign design, NetworkWeights weights) {
    restsUntil = System.nanoTime() + REST_NANOS;
    network.see(weights);
    picture.draw(design, weights);
  }

  private void drawStart(@Nullable NetworkWeights weights) {
    var drawn = network.drawn.get();
    if (weights != null && drawn != null) {
      picture.drawStart(drawn.shape().design(), weights);
    }
  }

  private void show(@Nullable DecisionMap map) {
    picture.show(map);
    networkPane.map(map == null || map.axes().isEmpty() ? UnitMaps.NONE : null);
    drawStart(network.start.get());
    panes.show(map != null && !map.axes().isEmpty());
  }

  /** The picture of what the network has learned, under its heading. */
  private static final class PicturePane extends VBox {

    PicturePane(DecisionPicture picture, ChartFiles files) {
      var messages = files.messages();
      var title =
          messages.text(
              picture.unit,
              (words, unit) ->
                  unit == null
                      ? words.text("picture.title")
                      : words.text("picture.title.unit", unit.column(), unit.unit() + 1));
      var heading = Labels.whole(title, "chart-heading");
      // A mark in place of words: beside the name of a unit the narrowest window has no room for
      // them.
      Runnable back = () -> picture.enlarge(null);
      String[] names = {"#picture-whole", Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL};
      var whole = Buttons.icon(Icon.REMOVE, messages, "picture.whole", back, names);
      Visibility.when(whole, picture.unit.isNotNull());
      var save =
          files.pictureButton("picture-save", picture.chart, heading::getText, "picture.png");
      var header =
          Styling.as(
              new HBox(heading, whole, Space.between(), picture.others(), picture.menu(), save),
              "chart-header");
      picture.chart.tell(messages, heading::getText);
      getStyleClass().add("chart-panel");
      getChildren().setAll(header, Space.tall(picture));
    }
  }

  /** What there is to say besides the numbers, laid over what is there so that nothing moves. */
  private static final class LiveNotes extends VBox {

    private final LiveViewModel model;
    private final Messages messages;

    LiveNotes(
        LiveViewModel model,
        Messages messages,
        Node first,
        Node network,
        ObservableDoubleValue height) {
      this.model = model;
      this.messages = messages;
      getStyleClass().add("live-notes");
      setPickOnBounds(false);
      getChildren()
          .setAll(
              first,
              new DiagnosisPane(model.diagnosis, messages, height),
              remark(),
              network,
              comparison(),
              past());
    }

    private HBox past() {
      var travel = model.travel;
      var back = Buttons.of(messages, "scrubber.end", travel::back, "#scrubber-end", "small");
      var branch =
          Buttons.of(messages, "scrubber.branch", travel::branch, "#scrubber-branch", "small");
      branch.disableProperty().bind(travel.moment.isNull());
      var bar = Styling.as(new HBox(back, branch), "headline-past");
      Visibility.when(bar, travel.moment.isNotNull().or(travel.wanted.isNotNull()));
      return bar;
    }

    private Label remark() {
      var said = messages.text(this::remark, model.reading, model.noPicture());
      var label = Labels.sentence(said, "#live-no-picture", "note");
      Visibility.when(label, label.textProperty().isNotEmpty());
      return label;
    }

    private String remark(Words words) {
      var said = model.reading.get().remark();
      var why = model.noPicture().getValue();
      return said != null ? said.in(words) : why == null ? "" : words.text(why);
    }

    private Label comparison() {
      var said =
          messages.text(
              words -> {
                var found = LiveComparison.of(model.previous.get(), model.present.get());
                return found == null ? "" : found.in(words);
              },
              model.previous,
              model.present,
              model.state);
      var label = Labels.sentence(said, "#live-comparison", "note");
      Visibility.when(label, label.textProperty().isNotEmpty());
      return label;
    }
  }
}
