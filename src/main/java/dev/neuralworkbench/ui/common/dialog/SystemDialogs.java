package dev.neuralworkbench.ui.common.dialog;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

public final class SystemDialogs implements Dialogs {

  private static final String HOME = System.getProperty("user.home");

  /** Between two looks whether a question is answered. */
  private static final Duration WHILE_ASKED = Duration.millis(200);

  private final Stage owner;
  private final Messages messages;
  private final Theme theme;

  /** Whether the system is asking for a file. */
  private boolean asking;

  public final ObjectProperty<@Nullable Path> dataFolder = new SimpleObjectProperty<>();
  public final ObjectProperty<@Nullable Path> modelFolder = new SimpleObjectProperty<>();

  public SystemDialogs(Stage owner, Messages messages, Theme theme) {
    this.owner = owner;
    this.messages = messages;
    this.theme = theme;
  }

  @Override
  public Optional<Path> openData() {
    var chooser =
        chooser(
            "dialog.openData",
            dataFolder,
            filter("dialog.filter.data", FileKind.DATA),
            new ExtensionFilter(messages.now("dialog.filter.all"), "*"));
    return open(chooser, dataFolder);
  }

  @Override
  public Optional<Path> openModel() {
    var chooser =
        chooser("dialog.openModel", modelFolder, filter("dialog.filter.anyModel", FileKind.MODELS));
    return open(chooser, modelFolder);
  }

  @Override
  public Optional<Path> openPictures() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(messages.now("dialog.openPictures"));
    start(dataFolder).ifPresent(chooser::setInitialDirectory);
    return remember(asking(() -> chooser.showDialog(owner)), dataFolder);
  }

  @Override
  public Optional<Path> openPicture(List<String> endings) {
    return open(
        chooser("dialog.openPicture", dataFolder, filter("dialog.filter.pictures", endings)),
        dataFolder);
  }

  @Override
  public Optional<Path> saveModel(String suggestedName, @Nullable Path folder) {
    var chooser =
        chooser("dialog.saveModel", modelFolder, filter("dialog.filter.model", List.of(".nnw")));
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return save(chooser, modelFolder, suggestedName, ".nnw");
  }

  @Override
  public Optional<Path> saveTable(String suggestedName) {
    return saveAs("dialog.saveTable", suggestedName, "dialog.filter.data", ".csv");
  }

  @Override
  public Optional<Path> savePicture(String suggestedName) {
    return saveAs("dialog.savePicture", suggestedName, "dialog.filter.picture", ".png");
  }

  @Override
  public Optional<Path> savePage(String suggestedName) {
    return saveAs("dialog.savePage", suggestedName, "dialog.filter.page", ".html");
  }

  @Override
  public Optional<Path> export(String suggestedName, String kindKey, String ending) {
    return saveAs("dialog.export", suggestedName, kindKey, ending);
  }

  private Optional<Path> saveAs(String titleKey, String name, String filterKey, String ending) {
    var chooser = chooser(titleKey, dataFolder, filter(filterKey, List.of(ending)));
    return save(chooser, dataFolder, name, ending);
  }

  @Override
  public Unsaved unsaved(String question, String loss) {
    return new QuestionDialog<>("unsaved", Unsaved.CANCEL)
        .answer("save", ButtonData.YES, Unsaved.SAVE)
        .answer("discard", ButtonData.NO, Unsaved.DISCARD)
        .ask(question, loss);
  }

  @Override
  public ChangedElsewhere changedElsewhere(String fileName) {
    return new QuestionDialog<>("changed", ChangedElsewhere.CANCEL)
        .answer("save-as", ButtonData.YES, ChangedElsewhere.SAVE_AS)
        .answer("replace", ButtonData.NO, ChangedElsewhere.REPLACE)
        .ask(
            messages.now("dialog.changed.header", fileName),
            messages.now("dialog.changed.content"));
  }

  @Override
  public SavedEpoch savedEpoch(int shown, int used) {
    return new QuestionDialog<>("epoch", SavedEpoch.CANCEL)
        .answer("shown", ButtonData.YES, SavedEpoch.SHOWN, Numbers.count(shown))
        .answer("in-use", ButtonData.NO, SavedEpoch.IN_USE, Numbers.count(used))
        .ask(
            messages.now("dialog.epoch.header", Numbers.count(shown), Numbers.count(used)),
            messages.now("dialog.epoch.content"));
  }

  @Override
  public EditedWeights editedWeights(boolean canContinue) {
    var question =
        new QuestionDialog<>("edited", EditedWeights.CANCEL)
            .answer("anew", ButtonData.NO, EditedWeights.TRAIN_ANEW);
    if (canContinue) {
      question.answer("continue", ButtonData.YES, EditedWeights.CONTINUE);
    }
    return question.ask(
        messages.now("dialog.edited.header"), messages.now("dialog.edited.content"));
  }

  boolean mayReplace(Path file) {
    return new QuestionDialog<>("replace", false)
        .answer("replace", ButtonData.YES, true)
        .enterCancels()
        .ask(
            messages.now("dialog.replace.header", file.getFileName().toString()),
            messages.now("dialog.replace.content", String.valueOf(file.getParent())));
  }

  private FileChooser chooser(
      String titleKey, ObjectProperty<@Nullable Path> folder, ExtensionFilter... filters) {
    var chooser = new FileChooser();
    chooser.setTitle(messages.now(titleKey));
    chooser.getExtensionFilters().setAll(filters);
    start(folder).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  /** Left to itself a chooser begins where the program was started, which is no place of a user. */
  private static Optional<File> start(ObjectProperty<@Nullable Path> folder) {
    return Stream.of(Optional.ofNullable(folder.get()), Optional.of(Path.of(HOME)))
        .flatMap(Optional::stream)
        .filter(Files::isDirectory)
        .findFirst()
        .map(Path::toFile);
  }

  private ExtensionFilter filter(String key, List<String> endings) {
    return new ExtensionFilter(
        messages.now(key), endings.stream().map(ending -> "*" + ending).toList());
  }

  /** Later, and once nothing is being asked: what came just before may be asking by then. */
  public void whenFree(Runnable action) {
    Platform.runLater(
        () -> {
          if (Platform.isNestedLoopRunning() || asking) {
            var later = new PauseTransition(WHILE_ASKED);
            later.setOnFinished(_ -> whenFree(action));
            later.play();
          } else {
            action.run();
          }
        });
  }

  private @Nullable File asking(Supplier<@Nullable File> question) {
    asking = true;
    try {
      return question.get();
    } finally {
      asking = false;
    }
  }

  private Optional<Path> open(FileChooser chooser, ObjectProperty<@Nullable Path> folder) {
    return remember(asking(() -> chooser.showOpenDialog(owner)), folder);
  }

  private Optional<Path> save(
      FileChooser chooser,
      ObjectProperty<@Nullable Path> folder,
      String suggestedName,
      String ending) {
    return new SaveQuestion(ending, name -> choose(chooser, folder, name), this::mayReplace)
        .ask(suggestedName);
  }

  private @Nullable Path choose(
      FileChooser chooser, ObjectProperty<@Nullable Path> folder, String name) {
    chooser.setInitialFileName(name);
    var chosen = remember(asking(() -> chooser.showSaveDialog(owner)), folder);
    // Where a name is asked for again, it is for the same folder.
    chosen.map(Path::getParent).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
    return chosen.orElse(null);
  }

  private static Optional<Path> remember(
      @Nullable File chosen, ObjectProperty<@Nullable Path> folder) {
    if (chosen == null) {
      return Optional.empty();
    }
    folder.set(chosen.toPath().toAbsolutePath().getParent());
    return Optional.of(chosen.toPath());
  }

  /**
   * Asks where to save until there is an answer that replaces no file unasked. The system's chooser
   * asks about the name as it was typed; where that lacks its ending, it is another file that would
   * be replaced, and a link leads to another still. Where it asked about a file that stays, such as
   * a table, the name with its ending is shown in the chooser before it is taken.
   *
   * @param choose the system's chooser, with a name to begin with; null if it was left
   */
  record SaveQuestion(
      String ending, Function<String, @Nullable Path> choose, Predicate<Path> mayReplace) {

    /** Asks, with a name to begin with that may lack its ending; empty if the question was left. */
    Optional<Path> ask(String suggestedName) {
      var name = suggestedName.endsWith(ending) ? suggestedName : suggestedName + ending;
      while (true) {
        var chosen = choose.apply(name);
        if (chosen == null) {
          return Optional.empty();
        }
        var file = withEnding(chosen);
        if (!file.equals(chosen) && Files.isRegularFile(chosen)) {
          name = file.getFileName().toString();
          continue;
        }
        if (isAsked(chosen, file) || mayReplace.test(replaced(file))) {
          return Optional.of(file);
        }
        name = file.getFileName().toString();
      }
    }

    /** Whether the chooser has asked about all that would be replaced. */
    private static boolean isAsked(Path chosen, Path file) {
      return Files.isSymbolicLink(file)
          ? Files.notExists(file)
          : file.equals(chosen) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path replaced(Path file) {
      try {
        return file.toRealPath();
      } catch (IOException _) {
        return file;
      }
    }

    private Path withEnding(Path path) {
      var name = path.getFileName().toString();
      return name.toLowerCase(Locale.ROOT).endsWith(ending)
          ? path
          : path.resolveSibling(name + ending);
    }
  }

  /**
   * A question that stops everything else, with a button for each answer. Escape and closing it
   * cancel. Its texts are those under {@code dialog.<name>}, its buttons' ids begin with the name.
   */
  private final class QuestionDialog<A> {

    private record Answer<A>(String id, ButtonType button, A means) {}

    private final Alert alert = new Alert(Alert.AlertType.NONE);
    private final List<Answer<A>> answers = new ArrayList<>();
    private final String name;
    private final Answer<A> cancel;
    private boolean enterCancels;

    QuestionDialog(String name, A cancelled) {
      this.name = name;
      cancel =
          new Answer<>(
              "cancel",
              new ButtonType(messages.now("dialog.cancel"), ButtonData.CANCEL_CLOSE),
              cancelled);
      alert.initOwner(owner);
      theme.dress(alert.getDialogPane());
    }

    /** Adds an answer; the one that says yes is given by Enter. */
    QuestionDialog<A> answer(String id, ButtonData place, A means, Object... values) {
      var button = new ButtonType(messages.now("dialog." + name + "." + id, values), place);
      answers.add(new Answer<>(id, button, means));
      return this;
    }

    /** Enter cancels: the other answer is for those who mean it. */
    QuestionDialog<A> enterCancels() {
      enterCancels = true;
      return this;
    }

    A ask(String question, String content) {
      answers.add(cancel);
      alert.setTitle(messages.now("dialog." + name + ".title"));
      alert.setHeaderText(question);
      alert.setContentText(content);
      // Measured before it has its style, it would cut the last line off.
      alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
      alert.getButtonTypes().setAll(answers.stream().map(Answer::button).toList());
      for (var answer : answers) {
        var button = (Button) alert.getDialogPane().lookupButton(answer.button);
        button.setId(name + "-" + answer.id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        // The bar would give all of them one width, measured before they have their style.
        ButtonBar.setButtonUniformSize(button, false);
        if (enterCancels) {
          button.setDefaultButton(answer.equals(cancel));
        }
      }
      var pressed = alert.showAndWait().orElse(cancel.button);
      return answers.stream()
          .filter(it -> it.button.equals(pressed))
          .findFirst()
          .orElse(cancel)
          .means();
    }
  }
}
