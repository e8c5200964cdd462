package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.report.WorkedSteps;
import dev.neuralworkbench.report.Worksheet;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.WeightsWords;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.workspace.WindowServices;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Saves worksheets: of the present step or of the whole update, with blanks or solved. */
record SheetCommands(BackpropViewModel model, WindowServices services) {

  Menu menu() {
    var menu = Styling.as(new Menu(), "#backprop-sheet");
    menu.textProperty().bind(services.messages().text("backprop.sheet"));
    menu.getItems()
        .setAll(
            item("step", false, false),
            item("step-solved", false, true),
            new SeparatorMenuItem(),
            item("update", true, false),
            item("update-solved", true, true));
    return menu;
  }

  private MenuItem item(String id, boolean all, boolean solved) {
    var item = Styling.as(new MenuItem(), "#backprop-sheet-" + id);
    item.textProperty().bind(services.messages().text("backprop.sheet." + id.replace('-', '.')));
    item.setOnAction(_ -> save(all, solved));
    return item;
  }

  private void save(boolean all, boolean solved) {
    var subject = model.subject().get();
    var walk = model.walker.walk().get();
    var present = model.walker.step();
    if (subject == null || walk == null || present == null) {
      return;
    }
    var messages = services.messages();
    if (all && walk.size() > WorkedSteps.MOST_STEPS) {
      services
          .notices()
          .complain(
              messages.text(
                  model.walker.grain().get() == StepDetail.WEIGHT
                      ? "backprop.sheet.tooLong.unit"
                      : "backprop.sheet.tooLong",
                  Numbers.count(walk.size()),
                  Numbers.count(WorkedSteps.MOST_STEPS)));
      return;
    }
    List<Step> steps =
        all ? LongStream.range(0, walk.size()).mapToObj(walk::step).toList() : List.of(present);
    var data = subject.basis().document().data().name();
    var about =
        subject.isBatch() || subject.rows().isEmpty()
            ? data
            : messages.now(
                "backprop.sheet.about", data, Numbers.count(subject.rows().getFirst() + 1L));
    var page =
        Worksheet.page(
            steps,
            subject.trace(),
            about,
            new WeightsWords(messages.words())
                .of(subject.basis().document().trained(), subject.trace().setting()),
            messages.words(),
            model.decimals.get(),
            solved);
    var suggested = messages.now(solved ? "backprop.sheet.file.solved" : "backprop.sheet.file");
    services
        .dialogs()
        .savePage(suggested + ".html")
        .ifPresent(
            file ->
                services
                    .tasks()
                    .submit(
                        "job.writePage",
                        _ -> AtomicFile.write(file, text -> text.write(page)),
                        _ ->
                            services
                                .notices()
                                .tell(messages.text("notice.saved", file.getFileName())),
                        this::failed));
  }

  private void failed(Exception e) {
    if (e instanceof NotSavedException known) {
      services.notices().complain(services.messages().sentence(known.problem()));
    } else {
      services.tasks().complain();
    }
  }
}
