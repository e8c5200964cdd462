package dev.neuralworkbench.ui.data.sample;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The recipe of a generated table: a change makes it anew and drops what was trained on it. */
public final class RecipeViewModel {

  private static final int FEW_ROWS = 20_000;

  /** What the fields hold, unseen, while the table is not generated. */
  private static final GeneratedSample NONE = GeneratedSample.of(SampleKind.CIRCLES);

  private final Workspace workspace;
  private final BackgroundTasks tasks;
  private final LatestTask wish;
  private @Nullable GeneratedSample coming;

  public RecipeViewModel(Workspace workspace, BackgroundTasks tasks) {
    this.workspace = workspace;
    this.tasks = tasks;
    wish = LatestTask.seen(tasks, "job.recipe").whenCancelled(() -> coming = null);
  }

  ObservableValue<@Nullable GeneratedSample> recipe() {
    return workspace.document().map(RecipeViewModel::recipe);
  }

  ObservableValue<List<SampleKind>> kinds() {
    return recipe().orElse(NONE).map(recipe -> kindsLike(recipe.kind()));
  }

  Choice<SampleKind> kind() {
    return choice(
        "recipe.kind",
        GeneratedSample::kind,
        (recipe, kind) ->
            new GeneratedSample(kind, kind.defaultRows, kind.defaultNoise, recipe.seed()));
  }

  Choice<Double> rows() {
    return number("recipe.rows", "rows");
  }

  Choice<Double> noise() {
    return number("recipe.noise", "noise");
  }

  Choice<Double> seed() {
    return number("recipe.seed", "seed");
  }

  private Choice<Double> number(String component, String name) {
    return choice(
        component,
        recipe -> Records.get(recipe, name) instanceof Number value ? value.doubleValue() : 0.0,
        (recipe, next) -> Records.with(recipe, name, next));
  }

  void drawAgain() {
    var seed = seed();
    seed.choose((seed.value().getValue() + 1) % Integer.MAX_VALUE);
    seed.settled();
  }

  /** The recipe to be changed: the one that is being made, or else the open table's. */
  GeneratedSample present() {
    var open = recipe(workspace.document().get());
    return coming != null ? coming : open == null ? NONE : open;
  }

  void make(GeneratedSample recipe, String component, String nameKey) {
    if (recipe.rows() <= FEW_ROWS) {
      wish.forget();
      coming = null;
      put(DataReference.of(recipe), component, nameKey);
      return;
    }
    coming = recipe;
    wish.ask(
        _ -> DataReference.of(recipe),
        data -> {
          coming = null;
          put(data, component, nameKey);
        },
        tasks.complainAfter(() -> coming = null));
  }

  private void put(DataReference data, String component, String nameKey) {
    workspace.typeDocument(
        component,
        nameKey,
        document -> recipe(document) == null ? document : document.withOtherData(data));
  }

  private <T> Choice<T> choice(
      String component,
      Function<GeneratedSample, T> get,
      BiFunction<GeneratedSample, T, GeneratedSample> set) {
    return new DocumentChoice<>(
        workspace,
        component,
        recipe().orElse(NONE).map(get),
        next -> choose(component, set.apply(present(), next)));
  }

  /** A value out of its range makes no table: the last one stays, and the field says it. */
  private void choose(String component, GeneratedSample recipe) {
    recipe.problems().stream()
        .findFirst()
        .ifPresentOrElse(
            problem -> workspace.unreadable(component, problem.ofField(component)),
            () -> make(recipe, component, component));
  }

  private static @Nullable GeneratedSample recipe(Document document) {
    return document.data().source() instanceof DataSource.Recipe(GeneratedSample recipe)
        ? recipe
        : null;
  }

  private static List<SampleKind> kindsLike(SampleKind kind) {
    var columns = kind.columnNames();
    return Arrays.stream(SampleKind.values())
        .filter(it -> it.columnNames().equals(columns))
        .toList();
  }
}
