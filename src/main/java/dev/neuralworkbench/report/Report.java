package dev.neuralworkbench.report;

import static dev.neuralworkbench.model.ExperimentDifference.chosen;
import static dev.neuralworkbench.model.ExperimentDifference.rates;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.text.EquationWords;
import dev.neuralworkbench.text.LuckWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.text.WeightsWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Intervention.Stop;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model's report: data, choices, curves, scores beside those without a network, the runs that
 * were compared, a step of backpropagation with its numbers, and how to repeat it. One file of HTML
 * that loads nothing and prints on A4.
 */
public final class Report {

  private static final int DIGITS = 4;
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_GROUPS = 100;
  private static final Set<String> OF_HIDDEN_LAYERS = Set.of("dropout", "activation");

  private final Document document;
  private final Model model;
  private final Words words;
  private final String title;
  private final Html page;

  private Report(Document document, Words words) {
    this.document = document;
    model = Objects.requireNonNull(document.trained(), "expected a model");
    this.words = words;
    title = words.text("report.title", document.data().name());
    page = Html.page(words.text("report.language"), title, PageStyle.REPORT);
  }

  /**
   * The page.
   *
   * @param document with a trained model; without its rows there are no scores
   * @param worked a step to be shown; null for none
   * @param program name and version
   */
  public static String page(
      Document document,
      Products products,
      @Nullable WorkedSteps worked,
      Words words,
      String program) {
    return new Report(document, words).write(products, worked, program);
  }

  private String write(Products products, @Nullable WorkedSteps worked, String program) {
    page.element("h1", title).paragraph("about", words.text("report.made", program));
    data();
    choices(model.experiment());
    curves(model.history());
    var table = document.data().table();
    if (table == null) {
      page.element("p", words.text("report.noRows"));
    } else {
      new ReportScores(model, page, words).write(table, products);
    }
    equation();
    runs();
    if (worked != null) {
      heading("report.step");
      if (worked.row() > 0) {
        page.element("p", words.text("report.step.row", Numbers.count(worked.row())));
      }
      page.element("p", new WeightsWords(words).of(model, worked.trace().setting()));
      page.markup(Worksheet.solved(worked, words));
    }
    repeat(table);
    return page.markup("</html>\n").toString();
  }

  private void heading(String key) {
    page.element("h2", words.text(key));
  }

  private void note(String sentence) {
    if (!sentence.isEmpty()) {
      page.element("p", sentence);
    }
  }

  private void data() {
    heading("report.data");
    var inputs = names(ColumnRole.INPUT);
    var ignored = names(ColumnRole.IGNORED);
    var rows = new ArrayList<List<String>>();
    rows.add(pair("report.data.rows", Numbers.count(document.data().rows())));
    rows.add(pair("report.data.target", model.preprocessor().target().name()));
    rows.add(pair("report.data.inputs", Numbers.count(inputs.size()) + ": " + some(inputs)));
    if (!ignored.isEmpty()) {
      rows.add(pair("report.data.ignored", some(ignored)));
    }
    rows.add(pair("report.data.split", heldOut(model.experiment().preparation().split())));
    page.pairs(rows);
  }

  private List<String> names(ColumnRole role) {
    return model.experiment().preparation().columns().stream()
        .filter(it -> it.role() == role)
        .map(it -> it.name())
        .toList();
  }

  private String heldOut(Split split) {
    var by = split.by();
    var key = "report.data.shares" + (by == null ? "" : "." + Ids.of(by.kind()));
    return words.text(
        key,
        Numbers.percent(split.validation(), DIGITS),
        Numbers.percent(split.test(), DIGITS),
        by == null ? "" : by.column());
  }

  private static String some(List<String> names) {
    return String.join(", ", names.stream().limit(MOST_COLUMNS).toList())
        + (names.size() > MOST_COLUMNS ? ", …" : "");
  }

  private List<String> pair(String key, String value) {
    return List.of(words.text(key), value);
  }

  private void choices(Experiment experiment) {
    heading("report.choices");
    var rows = new ArrayList<List<String>>();
    for (var setting : Settings.variable(experiment)) {
      if (experiment.network().hiddenDense().isEmpty() && OF_HIDDEN_LAYERS.contains(setting.id())) {
        continue;
      }
      var value =
          switch (setting.id()) {
            case "learning-rate" -> rates(experiment, model.history().interventions());
            case "initializer" -> initializers(experiment.network());
            default -> chosen(setting.component(), setting.get().apply(experiment).orElseThrow());
          };
      rows.add(pair(setting.component(), words.text("runs.value", value)));
    }
    if (experiment.preparation().problemType() == ProblemType.CLASSIFICATION) {
      var on = experiment.preparation().isBalanced();
      rows.add(pair("preparation.balanced", words.text(on ? "difference.on" : "difference.off")));
      if (experiment.preparation().isPriorCorrected()) {
        rows.add(pair("preparation.priorCorrected", words.text("difference.on")));
      }
    }
    var missing = Ids.of(experiment.preparation().missing());
    rows.add(pair("report.missing", words.text("missingvalues." + missing)));
    rows.addAll(cleaning(experiment));
    rows.addAll(seldom(experiment));
    rows.add(pair("training.seed", String.valueOf(experiment.training().seed())));
    page.pairs(rows);
  }

  /** Rows that were left out, and cells that were read otherwise than they stand. */
  private List<List<String>> cleaning(Experiment experiment) {
    var preparation = experiment.preparation();
    var plain =
        preparation.columns().stream()
            .map(it -> new ColumnPlan(it.name(), it.role(), it.kind()))
            .toList();
    var before = preparation.withLeftOut(RowFilter.NONE).withColumns(plain);
    return changed(experiment.withPreparation(before), experiment);
  }

  private List<List<String>> seldom(Experiment experiment) {
    var usual = TrainingConfig.of(Adam.DEFAULT, 1, 1).withSeed(experiment.training().seed());
    var said = experiment.withTraining(usual);
    for (var setting : Settings.VARIABLE) {
      said = setting.said(experiment, said);
    }
    return changed(experiment.withTraining(said.training()), experiment);
  }

  private List<List<String>> changed(Experiment before, Experiment now) {
    return ExperimentDifference.between(before, now).changes().stream()
        .map(
            it -> {
              var column = new RunColumn(it.component(), it.subject(), it.before(), Map.of());
              return List.of(
                  new RunWords(words).head(column), words.text("runs.value", it.after()));
            })
        .toList();
  }

  /** Of each layer, the output last; one where all are alike. */
  private String initializers(NetworkDesign network) {
    var names =
        network.dense(1).stream()
            .map(layer -> words.text("initializer." + Ids.of(layer.initializer())))
            .toList();
    return String.join(", ", Set.copyOf(names).size() == 1 ? names.subList(0, 1) : names);
  }

  private void curves(TrainingHistory history) {
    if (history.epochs() == 0) {
      return;
    }
    heading("report.curves");
    var x = IntStream.rangeClosed(1, history.epochs()).mapToDouble(i -> i).toArray();
    var training = IntStream.range(0, x.length).mapToDouble(history::trainingLoss).toArray();
    var validation = IntStream.range(0, x.length).mapToDouble(history::validationLoss).toArray();
    var smoothed = model.experiment().network().smoothing() > 0 ? ".smoothed" : "";
    var chart =
        new SvgChart(words.text("live.epoch"), words.text("report.loss"))
            .line(words.text("report.loss.training" + smoothed), x, training, "");
    if (DoubleStream.of(validation).anyMatch(Double::isFinite)) {
      chart.line(words.text("report.loss.validation"), x, validation, "6 4");
    }
    page.markup(chart.svg());
    var result = RunResult.of(model);
    var reason = result.stopReason();
    page.element(
        "p",
        words.text(
            "report.end",
            result.epochs(),
            result.used(),
            Numbers.rounded(result.seconds(), 3),
            words.text("runs.end." + (reason == null ? "open" : Ids.of(reason)))));
  }

  private void equation() {
    var lines = EquationWords.lines(model);
    if (!lines.isEmpty()) {
      heading("report.equation");
      page.element("pre", String.join("\n", lines)).element("p", EquationWords.note(model, words));
    }
  }

  private void runs() {
    var runs =
        document.runs().present().stream()
            .filter(it -> it.record().data().equals(document.data().hash()))
            .toList();
    if (runs.isEmpty()) {
      return;
    }
    heading("report.runs");
    var table = RunTable.of(runs);
    var said = new RunWords(words);
    var columns = table.columns().stream().filter(it -> !it.isSeed()).toList();
    var head = new ArrayList<String>();
    head.add(words.text("runs.column.run"));
    columns.forEach(column -> head.add(said.head(column)));
    var type = Ids.of(model.experiment().preparation().problemType());
    head.add(words.text("runs.column.validationScore." + type));
    head.add(words.text("runs.column.validationLoss"));
    head.add(words.text("runs.column.epochs"));
    var lines = new ArrayList<List<String>>();
    lines.add(head);
    for (var group : table.groups().stream().limit(MOST_GROUPS).toList()) {
      var line = new ArrayList<String>();
      line.add(said.run(group));
      columns.forEach(column -> line.add(said.value(column, group.first().number())));
      line.add(said.number(group.spread(run -> run.result().validationScore())));
      line.add(said.number(group.spread(run -> run.result().validationLoss())));
      line.add(said.number(group.spread(run -> (double) run.result().epochs())));
      lines.add(line);
    }
    page.element("p", words.text("report.runs.about") + " " + ofRun());
    page.table(lines);
    var left = table.groups().size() - lines.size() + 1;
    if (left > 0) {
      page.element("p", words.text("report.runs.left", Numbers.count(left)));
    }
    var names = table.ranked().stream().map(group -> said.name(group, columns)).toList();
    note(LuckWords.of(table.luck(), names, words));
  }

  private String ofRun() {
    return document
        .runs()
        .source(model)
        .map(
            run ->
                words.text(
                    run.owns(model) ? "report.runs.own" : "report.runs.changed",
                    Numbers.count(run.number())))
        .orElse("");
  }

  /** What the command leaves out: settings, and what was done by hand; empty for nothing. */
  private String missing(Repetition repetition) {
    var missing = new ArrayList<String>();
    for (var it : repetition.missing()) {
      missing.add(words.text(it.key(), it.subject(), it.before(), it.after()));
    }
    var history = model.history();
    var byHand = history.interventions().stream().filter(it -> !(it instanceof Stop)).count();
    if (byHand > 0) {
      missing.add(words.text("report.repeat.byHand", byHand));
    }
    var end = history.stopReason();
    if (end == null || end == StopReason.STOPPED || end == StopReason.TIME) {
      var epochs = model.experiment().training().stopping().epochs();
      missing.add(
          history.epochs() < epochs
              ? words.text("report.repeat.end", history.epochs(), epochs)
              : words.text("report.repeat.steps", epochs));
    }
    if (document.runs().of(model).filter(it -> !it.owns(model)).isPresent()) {
      missing.add(words.text("report.repeat.edited"));
    }
    if (model.decision() instanceof Threshold it && it.aim() == null) {
      missing.add(words.text("report.repeat.decision"));
    }
    return String.join(words.text("difference.separator"), missing);
  }

  private void repeat(@Nullable Table table) {
    heading("report.repeat");
    if (table == null) {
      page.element("p", words.text("report.repeat.noRows"));
    } else {
      var repetition = Repetition.of(model.experiment(), document.data(), table);
      var missing = missing(repetition);
      var isAnew = document.runs().of(model).map(it -> it.record().anew()).orElse(true);
      if (!isAnew) {
        page.element("p", words.text("report.repeat.notAnew"));
      } else if (!missing.isEmpty()) {
        page.element("p", words.text("report.repeat.incomplete", missing));
      }
      var decided = Repetition.decision(model, document.data());
      page.element("pre", (repetition.command() + "\n" + decided).strip());
    }
    page.element(
        "p", words.text("report.repeat.data", document.data().name(), document.data().hash()));
  }
}
