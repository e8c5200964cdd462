package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.map.DecisionMap;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import dev.neuralworkbench.ui.live.diagnosis.DiagnosisNotice;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
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
  private final NetworkPaneViewModel network;
  private final LiveCharts charts;
  private final DecisionPicture picture;
  private final NetworkPane networkPane;
  private final LivePanes panes;
  private final List<Node> notices;
  private final Label goingOn;
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
    var picturePane = new PicturePane(picture, files);
    panes = new LivePanes(charts.loss, picturePane, networkPane, charts.score, messages);
    picturePane.whereRoomy(panes.roomy);
    charts.loss.whereRoomy(panes.roomy);
    charts.score.whereRoomy(panes.roomy);
    notices = ranked(first, networkPane.changed);
    goingOn = NoticeLine.sentence(messages.text(model.state, (w, it) -> it.in(w)), "#live-state");
    Styling.as(this, "#live", "screen", "live-screen");
    getChildren().setAll(new Headline(model, messages), Space.tall(panes));
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

  @Override
  public List<Node> goingOn() {
    return List.of(goingOn);
  }

  @Override
  public List<Node> notices() {
    return notices;
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

    private final Node save;
    private final Node othersName;

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
      var whole = Buttons.small(Icon.REMOVE, messages, "picture.whole", back, "#picture-whole");
      Visibility.when(whole, picture.unit.isNotNull());
      othersName = picture.others().getChildrenUnmodifiable().getFirst();
      save = files.pictureButton("picture-save", picture.chart, heading::getText, "picture.png");
      var header =
          Styling.as(
              new HBox(heading, whole, Space.between(), picture.others(), picture.menu, save),
              "chart-header");
      picture.chart.tell(messages, heading::getText);
      getStyleClass().add("chart-panel");
      getChildren().setAll(header, Space.tall(picture));
    }

    void whereRoomy(ObservableValue<Boolean> roomy) {
      Visibility.when(save, roomy);
      Visibility.when(othersName, roomy);
    }
  }

  /** What there is to say besides the numbers, the most urgent first. */
  private List<Node> ranked(Node first, Node network) {
    return List.of(
        past(),
        new DiagnosisNotice(model.diagnosis, 0, messages),
        new DiagnosisNotice(model.diagnosis, 1, messages),
        network,
        said("#live-no-picture", messages.text(this::remark, model.reading, model.noPicture())),
        first,
        said(
            "#live-comparison",
            messages.text(this::comparison, model.previous, model.present, model.state)));
  }

  private HBox past() {
    var travel = model.travel;
    var back = Buttons.of(messages, "scrubber.end", travel::back, "#scrubber-end", "small");
    var branch =
        Buttons.of(messages, "scrubber.branch", travel::branch, "#scrubber-branch", "small");
    branch.disableProperty().bind(travel.moment.isNull());
    var bar = Styling.as(new HBox(back, branch), "notice-row");
    Visibility.when(bar, travel.moment.isNotNull().or(travel.wanted.isNotNull()));
    return bar;
  }

  private static Label said(String id, ObservableValue<String> text) {
    var label = NoticeLine.sentence(text, id);
    Visibility.when(label, label.textProperty().isNotEmpty());
    return label;
  }

  private String remark(Words words) {
    var said = model.reading.get().remark();
    var why = model.noPicture().getValue();
    return said != null ? said.in(words) : why == null ? "" : words.text(why);
  }

  private String comparison(Words words) {
    var found = LiveComparison.of(model.previous.get(), model.present.get());
    return found == null ? "" : found.in(words);
  }
}
