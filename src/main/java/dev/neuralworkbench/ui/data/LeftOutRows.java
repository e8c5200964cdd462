package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowFilter.Comparison;
import dev.neuralworkbench.data.prepare.RowFilter.Condition;
import dev.neuralworkbench.data.prepare.RowFilter.Span;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.RowsField;
import dev.neuralworkbench.ui.common.form.WrittenField;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Which rows are no data: some by their numbers, some by a condition. */
final class LeftOutRows extends VBox {

  private static final String WHERE = "preparation.leftOut.where.";
  private static final Condition ANY = new Condition("", Comparison.EQUAL, "");

  private final Workspace workspace;

  LeftOutRows(Workspace workspace, ObservableValue<Preparation> preparation, Fields fields) {
    this.workspace = workspace;
    getStyleClass().add("form");
    var rows =
        choice(
            "preparation.leftOut.rows",
            RowFilter::rows,
            (RowFilter filter, List<Span> spans) -> filter.withRows(spans));
    var column = choice(WHERE + "column", it -> where(it).column(), LeftOutRows::withColumn);
    var comparison =
        choice(
            WHERE + "comparison",
            it -> where(it).comparison(),
            (RowFilter it, Comparison next) ->
                withWhere(it, new Condition(where(it).column(), next, where(it).value())));
    var value =
        choice(
            WHERE + "value",
            it -> where(it).value(),
            (RowFilter it, String next) ->
                withWhere(it, new Condition(where(it).column(), where(it).comparison(), next)));
    var names = preparation.map(LeftOutRows::names);
    var columns =
        Styling.as(new ChoiceField<>(column, names, it -> name(it, fields.messages())), "data");
    var byColumn = fields.field(column, columns, "form.leftOut.column");
    var how =
        fields.choice(
            comparison,
            List.of(Comparison.values()),
            it -> MessageKey.of(it).key(),
            "form.leftOut.comparison");
    var with = fields.field(value, new WrittenField(value), "form.leftOut.value");
    getChildren()
        .setAll(fields.field(rows, new RowsField(rows), "form.leftOut.rows"), byColumn, how, with);
    var condition = preparation.map(it -> Optional.ofNullable(it.filter().where()));
    WhileInScene.subscribe(
        this,
        () ->
            condition.subscribe(
                it -> {
                  Visibility.when(how, it.isPresent());
                  Visibility.when(
                      with, it.filter(of -> of.comparison() != Comparison.MISSING).isPresent());
                }));
  }

  private static ObservableValue<String> name(String column, Messages messages) {
    return column.isEmpty() ? messages.text("form.leftOut.none") : new SimpleStringProperty(column);
  }

  /** The empty name first, for no condition. */
  private static List<String> names(Preparation preparation) {
    var names = new ArrayList<>(List.of(""));
    preparation.columns().forEach(it -> names.add(it.name()));
    return names;
  }

  private static Condition where(RowFilter filter) {
    return filter.where() == null ? ANY : filter.where();
  }

  private static RowFilter withColumn(RowFilter filter, String column) {
    var before = where(filter);
    return filter.withWhere(
        column.isEmpty() ? null : new Condition(column, before.comparison(), before.value()));
  }

  private static RowFilter withWhere(RowFilter filter, Condition next) {
    return filter.where() == null ? filter : filter.withWhere(next);
  }

  private <T> Choice<T> choice(
      String component, Function<RowFilter, T> get, BiFunction<RowFilter, T, RowFilter> set) {
    return DocumentChoice.of(
        workspace,
        component,
        "form.leftOut",
        draft -> get.apply(draft.preparation().filter()),
        (draft, next) -> {
          var preparation = draft.preparation();
          return workspace.prepared(
              draft, preparation.withLeftOut(set.apply(preparation.filter(), next)));
        });
  }
}
