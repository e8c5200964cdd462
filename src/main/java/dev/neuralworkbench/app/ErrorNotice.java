package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import javafx.scene.layout.HBox;

/** An error in a sentence, before all other notices until it is closed. */
final class ErrorNotice extends HBox {

  ErrorNotice(Notices notices, Messages messages) {
    Styling.as(this, "#error", "notice-row", "problem");
    Visibility.when(this, notices.error.isNotNull());
    OnAnyChange.all(() -> show(notices, messages), notices.remedy, notices.error);
  }

  private void show(Notices notices, Messages messages) {
    getChildren().clear();
    var error = notices.error.get();
    if (error != null) {
      var sentence = NoticeLine.sentence(error, "#error-sentence");
      getChildren().setAll(new IconView(Icon.WARNING), sentence);
      var remedy = notices.remedy.get();
      if (remedy != null) {
        Runnable remedied =
            () -> {
              notices.dismiss();
              remedy.action().run();
            };
        getChildren().add(Buttons.saying(remedy.name(), remedied, "#error-remedy"));
      }
      Runnable close = notices::dismiss;
      getChildren()
          .add(Buttons.small(Icon.REMOVE, messages, "command.close", close, "#error-close"));
    }
  }
}
