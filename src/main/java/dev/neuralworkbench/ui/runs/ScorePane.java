package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.study.Luck;
import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.text.LuckWords;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.band.BandChart;
import dev.neuralworkbench.ui.chart.band.BandSeries;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.runs.RunComparison.Compared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The score against a choice, over seeds; and whether the best is ahead by more than luck. */
final class ScorePane extends VBox {

  /** More values than these are places of an axis of numbers. */
  private static final int MOST_NAMES = 7;

  /** Numbers that span more than this ratio have a logarithmic axis. */
  private static final double WIDE = 20;

  private final Messages messages;
  private final BandChart chart = Styling.as(new BandChart(), "#runs-scores");
  private final Label luck = Labels.sentence("#runs-luck");
  private final Button best;
  private final HBox choice;
  private final ObjectProperty<List<String>> columns = new SimpleObjectProperty<>(List.of());
  private final PropertyChoice<String> against =
      PropertyChoice.keepingWrong("runs.against", "", _ -> List.of());
  private Compared compared = Compared.NOTHING;
  private Luck judged = Luck.of(List.of(), 0);
  private @Nullable LoggedRun winner;
  private String preferred = "";

  ScorePane(ChartFiles files, Consumer<LoggedRun> open, Runnable study) {
    messages = files.messages();
    getStyleClass().add("runs-chart");
    chart.emptyText().bind(messages.text("runs.scores.none"));
    chart.fill(Icon.CURVE, Buttons.of(messages, "runs.scores.study", study, "#runs-scores-study"));
    chart.tell(messages, () -> messages.now("runs.scores"));
    best =
        Buttons.of(
            messages, "runs.best", () -> Optional.ofNullable(winner).ifPresent(open), "#runs-best");
    var field = Styling.as(new ChoiceField<>(against, columns, this::nameOf), "#runs-against");
    Labels.unseen(messages.text("runs.against"), field);
    var save =
        files.pictureButton(
            "runs-scores-save", chart, () -> messages.now("runs.scores"), "scores.png");
    choice =
        Styling.as(new HBox(Labels.whole(messages.text("runs.against")), field), "runs-score-bar");
    var bar =
        Styling.as(new HBox(choice, Space.between(), best, save), "section-head", "runs-score-bar");
    chart.setMinHeight(0);
    getChildren().setAll(bar, luck, Space.tall(chart));
    against.value().subscribe(this::draw);
  }

  private RunWords words() {
    return new RunWords(messages.words());
  }

  private SimpleStringProperty nameOf(@Nullable String key) {
    return new SimpleStringProperty(
        column(key == null ? "" : key).map(it -> words().head(it)).orElse(""));
  }

  private static String key(RunColumn column) {
    return column.component() + " " + column.subject();
  }

  private Optional<RunColumn> column(String key) {
    return compared.choices().stream().filter(it -> key(it).equals(key)).findFirst();
  }

  /** Draws against the choice of that name as soon as runs differ in it. */
  void prefer(String name) {
    preferred = name;
  }

  void show(Compared runs, Luck of) {
    compared = runs;
    judged = of;
    var keys = runs.choices().stream().map(ScorePane::key).toList();
    if (!keys.equals(columns.get())) {
      columns.set(keys);
    }
    var wanted =
        runs.choices().stream()
            .filter(it -> !preferred.isEmpty() && words().head(it).equals(messages.now(preferred)))
            .findFirst();
    if (wanted.isPresent()) {
      preferred = "";
      against.fill(key(wanted.get()));
    }
    if (!keys.contains(against.value().getValue())) {
      against.fill(usual(runs));
    }
    draw();
  }

  /** The choice with the most values: what was varied, rather than what was changed once. */
  private static String usual(Compared runs) {
    return runs.choices().stream()
        .max(Comparator.comparingLong(column -> values(column, runs)))
        .map(ScorePane::key)
        .orElse("");
  }

  private static long values(RunColumn column, Compared runs) {
    return runs.table().groups().stream()
        .map(group -> column.of(group.first().number()))
        .distinct()
        .count();
  }

  private void draw() {
    var words = words();
    chart.show(
        column(against.value().getValue()).map(it -> content(it, words)).orElse(BandChart.NOTHING));
    var ranked = compared.table().ranked();
    var numbers = ranked.stream().map(it -> it.first().number()).collect(Collectors.toSet());
    var few =
        compared.table().groups().stream()
            .filter(it -> !it.scores().isEmpty() && it.scores().size() < Luck.LEAST_SEEDS)
            .filter(it -> !numbers.contains(it.first().number()))
            .count();
    var sentence = LuckWords.of(judged, ahead(ranked, words), messages.words());
    luck.setText(few == 0 ? sentence : sentence + " " + messages.now("runs.scores.few", few));
    winner = judged.second() < 0 ? null : ranked.get(judged.best()).ofFirstSeed();
    Visibility.when(best, winner != null);
    Visibility.when(choice, !columns.get().isEmpty());
    Visibility.when(luck, !luck.getText().isEmpty());
  }

  private List<String> ahead(List<RunGroup> ranked, RunWords words) {
    var names = new ArrayList<>(Collections.nCopies(ranked.size(), ""));
    if (judged.second() >= 0) {
      var two = List.of(ranked.get(judged.best()), ranked.get(judged.second()));
      var told = compared.names(two, words);
      names.set(judged.best(), told.getFirst());
      names.set(judged.second(), told.getLast());
    }
    return names;
  }

  private BandChart.Content content(RunColumn column, RunWords words) {
    var others = compared.choices().stream().filter(it -> !it.equals(column)).toList();
    Map<List<Object>, List<RunGroup>> lines = new LinkedHashMap<>();
    for (var group : compared.table().groups()) {
      if (!group.scores().isEmpty()) {
        var number = group.first().number();
        lines
            .computeIfAbsent(
                others.stream().map(it -> it.of(number)).toList(), _ -> new ArrayList<>())
            .add(group);
      }
    }
    // Of more lines none is named.
    var named = !others.isEmpty() && lines.size() <= BandChart.MOST_NAMED;
    var found =
        lines.values().stream()
            .flatMap(List::stream)
            .map(group -> column.of(group.first().number()))
            .distinct()
            .toList();
    var numeric = found.stream().allMatch(Number.class::isInstance);
    // Names stay in the order in which they were tried.
    var values = numeric ? found.stream().sorted(RunColumn.NATURAL).toList() : found;
    var places = numeric && (values.size() > MOST_NAMES || column.isShare());
    Function<RunGroup, Double> x =
        group -> {
          var value = column.of(group.first().number());
          return places ? ((Number) value).doubleValue() : values.indexOf(value);
        };
    var series = new ArrayList<BandSeries>();
    var dots = new ArrayList<BandChart.Dot>();
    lines.forEach(
        (_, groups) -> {
          var name = named ? words.name(groups.getFirst(), others) : "";
          for (var group : groups) {
            group
                .scores()
                .forEach(it -> dots.add(new BandChart.Dot(series.size(), x.apply(group), it)));
          }
          series.add(series(name, groups, x));
        });
    return new BandChart.Content(
        series,
        dots,
        places ? List.of() : values.stream().map(it -> words.text(column, it)).toList(),
        words.head(column),
        messages.now(scoreKey()),
        numeric,
        places && isWide(values),
        isClassification() ? new Span(0, 1) : new Span(Double.NEGATIVE_INFINITY, 1));
  }

  private static boolean isWide(List<Object> values) {
    var least = ((Number) values.getFirst()).doubleValue();
    var most = ((Number) values.getLast()).doubleValue();
    return least > 0 && most / least > WIDE;
  }

  private boolean isClassification() {
    return compared.table().problemType() == ProblemType.CLASSIFICATION;
  }

  private String scoreKey() {
    return (compared.byFolds() ? "runs.column.foldsScore." : "runs.column.validationScore.")
        + (isClassification() ? "classification" : "regression");
  }

  private static BandSeries series(
      String name, List<RunGroup> groups, Function<RunGroup, Double> x) {
    var ordered = groups.stream().sorted(Comparator.comparing(x)).toList();
    var places = ordered.stream().mapToDouble(x::apply).toArray();
    var spreads =
        ordered.stream()
            .map(group -> Spread.of(group.scores().stream().mapToDouble(Double::doubleValue)))
            .toList();
    return BandSeries.means(
        name,
        places,
        spreads.stream().mapToDouble(Spread::mean).toArray(),
        spreads.stream().mapToDouble(Spread::deviation).toArray());
  }
}
