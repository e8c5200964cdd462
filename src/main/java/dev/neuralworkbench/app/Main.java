package dev.neuralworkbench.app;

import dev.neuralworkbench.app.start.Display;
import dev.neuralworkbench.cli.CommandLineProgram;
import dev.neuralworkbench.cli.terminal.VisibleText;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.text.Sentences;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Starts the program: the window, alone or with files to open, or the command line if the first
 * word is a command or an option. A window that is there already takes the files. Where no window
 * can be shown, the first run is done in the terminal.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var call = List.of(arguments);
    try {
      if (CommandLineProgram.isCall(call)) {
        System.exit(commandLine().run(arguments));
      } else if (Display.isThere()) {
        WorkbenchApp.launch(WorkbenchApp.class, OwnFolder.ofSystem(), arguments);
      } else {
        System.exit(commandLine().runWithoutWindow(call, firstRun()));
      }
    } catch (InvalidPathException e) {
      System.exit(commandLine().refuse(e));
    }
  }

  /** In a folder of its own: where everybody may write, a link of that name may lie in wait. */
  private static Path firstRun() {
    var name = "neural-workbench-first-run.nnw";
    try {
      return OwnPlace.FIRST_RUN.makeFolder().resolve(name);
    } catch (IOException _) {
      return Path.of(name);
    }
  }

  // Java 22 to 24 always have a console; the others have none where nobody watches.
  @SuppressWarnings("SystemConsoleNull")
  private static CommandLineProgram commandLine() {
    var words = Sentences.of(Locale.getDefault());
    var console = System.console();
    var interactive = console != null && console.isTerminal();
    var java = "Java " + Runtime.version();
    return new CommandLineProgram(
        new PrintWriter(VisibleText.onTerminal(writer(FileDescriptor.out))),
        new PrintWriter(writer(FileDescriptor.err)),
        words,
        interactive,
        List.of(Version.program(), java, BlasProducts.best().description()),
        List.of(TrialApp.check(words)));
  }

  /** UTF-8 whatever the system's encoding: bars and Chinese are written, and CSV is UTF-8. */
  private static Writer writer(FileDescriptor stream) {
    return new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8);
  }
}
