package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.common.form.NumberField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/**
 * Each field of the experiment shows what the document has there. The document is asked along the
 * field's id, {@code #training-stopping-epochs}, component by component.
 */
final class FieldLaw {

  private static final List<String> PARTS = List.of("preparation-", "network-", "training-");

  private FieldLaw() {}

  /** Fields that show something else. FX thread. */
  static List<String> broken(Experiment draft, boolean hasUnreadable) {
    return Showing.nodes().stream()
        .filter(FieldLaw::isField)
        .flatMap(field -> broken(field, draft, hasUnreadable))
        .toList();
  }

  private static boolean isField(Node node) {
    var id = node.getId();
    return id != null
        && PARTS.stream().anyMatch(id::startsWith)
        && (node instanceof NumberField || node instanceof CheckBox || node instanceof ComboBox);
  }

  private static Stream<String> broken(Node field, Experiment draft, boolean hasUnreadable) {
    var id = field.getId();
    if (id.equals("preparation-targetKind") && draft.preparation().target().isEmpty()) {
      return Stream.empty();
    }
    var has = has(draft, id);
    var shows =
        switch (field) {
          case NumberField number -> number(number.getText());
          case CheckBox box -> (Object) box.isSelected();
          // Of a choice that may be none, the field has a name for that.
          case ComboBox<?> choice when id.equals("preparation-split-by") ->
              String.valueOf(choice.getValue());
          case ComboBox<?> choice -> named(choice.getValue());
          default -> throw new AssertionError(field);
        };
    var should =
        field instanceof CheckBox && !(has instanceof Boolean)
            ? has != null
            : comparable(field, has);
    // What cannot be read stays in its field, with a sentence; the document keeps the last number.
    return Objects.equals(shows, should) || (hasUnreadable && field instanceof NumberField)
        ? Stream.empty()
        : Stream.of(
            "field shows another value: " + field.getId() + " " + shows + ", should be " + should);
  }

  private static @Nullable Object number(String text) {
    if (text.isBlank()) {
      return 0.0;
    }
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException _) {
      return text;
    }
  }

  private static @Nullable Object comparable(Node field, @Nullable Object has) {
    return switch (has) {
      case null -> field instanceof NumberField ? 0.0 : "";
      case Duration time -> time.toNanos() / 1e9;
      case Number number -> number.doubleValue();
      case Optional<?> column -> column.map(it -> ((ColumnPlan) it).name()).orElse("");
      case Record kind -> call(kind, "id");
      default -> named(has);
    };
  }

  /** Constants by their ids, by which settings of the catalogue are chosen. */
  private static @Nullable Object named(@Nullable Object chosen) {
    return chosen instanceof Enum<?> constant ? Ids.of(constant) : chosen;
  }

  private static @Nullable Object has(Experiment draft, String id) {
    if (id.equals("preparation-targetKind")) {
      return draft.preparation().target().map(ColumnPlan::kind).orElse(null);
    }
    var preparation = draft.preparation();
    switch (id) {
      case "preparation-rare" -> {
        return preparation.rareRows();
      }
      case "preparation-split-used" -> {
        return preparation.split().usedShare();
      }
      case "preparation-split-by" -> {
        var rule = preparation.split().by();
        return rule == null ? "CHANCE" : rule.kind().name();
      }
      default -> {}
    }
    @Nullable Object at = draft;
    for (var name : id.split("-", -1)) {
      at =
          at == null
              ? null
              : at instanceof List<?> all ? all.get(Integer.parseInt(name)) : call(at, name);
    }
    return at;
  }

  private static @Nullable Object call(Object on, String name) {
    try {
      var method = on.getClass().getMethod(name);
      return method.invoke(on);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(on.getClass().getSimpleName() + " has no " + name, e);
    }
  }
}
