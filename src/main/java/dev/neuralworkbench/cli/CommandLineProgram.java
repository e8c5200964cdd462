package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.check.SelfCheck;
import dev.neuralworkbench.cli.print.HelpBundle;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Words;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program without a window: reads a call, carries it out, and gives its exit status. */
public final class CommandLineProgram {

  private static final System.Logger LOG = System.getLogger(CommandLineProgram.class.getName());

  private static final String SELF_TEST = "self-test";

  /** What search was called, which is understood but not shown. */
  private static final String BEFORE = "study";

  private static final Map<String, Function<Terminal, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("train", TrainCommand::new);
    COMMANDS.put("evaluate", EvaluateCommand::new);
    COMMANDS.put("predict", PredictCommand::new);
    COMMANDS.put("tune-threshold", TuneThresholdCommand::new);
    COMMANDS.put("importance", ImportanceCommand::new);
    COMMANDS.put("cross-validate", CrossValidateCommand::new);
    COMMANDS.put("compare", CompareCommand::new);
    COMMANDS.put("search", StudyCommand::new);
    COMMANDS.put(BEFORE, StudyCommand::new);
    COMMANDS.put("report", ReportCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("import", ImportCommand::new);
    COMMANDS.put("inspect", InspectCommand::new);
    COMMANDS.put("samples", SamplesCommand::new);
    COMMANDS.put("bench", BenchCommand::new);
  }

  private final Terminal terminal;
  private final CommandLine commands;

  /**
   * A program that writes to a terminal.
   *
   * @param out results
   * @param err progress and errors
   * @param words the user's language
   * @param interactive whether progress is to be drawn
   * @param version what {@code --version} says
   * @param checks what {@code self-test} tries beside what the command line itself can
   */
  public CommandLineProgram(
      PrintWriter out,
      PrintWriter err,
      Words words,
      boolean interactive,
      List<String> version,
      List<SelfCheck> checks) {
    terminal = new Terminal(out, err, words, interactive);
    commands = new CommandLine(new RootCommand());
    COMMANDS.forEach((name, command) -> commands.addSubcommand(name, command.apply(terminal)));
    commands.addSubcommand(SELF_TEST, new SelfTestCommand(terminal, checks));
    commands.getSubcommands().forEach((name, it) -> addSettings(name, it.getCommandSpec()));
    commands.setResourceBundle(new HelpBundle(words));
    commands.setOut(out);
    commands.setErr(terminal.err());
    // A word of a call may be a stranger's file name: none is opened for words of the call.
    commands.setExpandAtFiles(false);
    commands.setUsageHelpAutoWidth(true);
    commands.getCommandSpec().version(version.toArray(String[]::new));
    commands.setParameterExceptionHandler((failure, arguments) -> wrongCall(failure));
    commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
  }

  /** The options of settings: not annotations have them, but the catalogue. */
  private static void addSettings(String name, CommandSpec command) {
    command.usageMessage().hidden(name.equals(BEFORE));
    var options = command.mixins().get("options");
    if (options != null && options.userObject() instanceof TrainOptions chosen) {
      chosen.settings.addTo(command);
    }
  }

  /** Names of the commands, by which a call is told from files to be opened. */
  public static boolean isCall(List<String> arguments) {
    return !arguments.isEmpty()
        && (arguments.getFirst().startsWith("-")
            || arguments.getFirst().equals(SELF_TEST)
            || COMMANDS.containsKey(arguments.getFirst()));
  }

  CommandSpec spec() {
    return commands.getCommandSpec();
  }

  /**
   * Carries out a call.
   *
   * @return 0 for success, 1 for what could not be done, 2 for a wrong call, 141 where the program
   *     that was to read the result has ended
   */
  public int run(String... arguments) {
    return ended(commands.execute(arguments));
  }

  /**
   * Stands in for the window where there is none: says what it needs, and does the same first run
   * here, or with files to be opened names the command line.
   *
   * @param arguments files that were to be opened; none for a first start
   * @param file where the first run saves its model
   * @return 0 for success, 1 if files cannot be shown
   */
  public int runWithoutWindow(List<String> arguments, Path file) {
    if (!arguments.isEmpty()) {
      arguments.stream()
          .filter(name -> !Files.exists(Path.of(name)))
          .map(name -> Problem.of("cli.unknown", "", null, name))
          .forEach(this::print);
      terminal.tell("cli.window.files");
      return CommandFailure.FAILED;
    }
    terminal.tell("cli.window.needed");
    try {
      new FirstRun(terminal, file).run();
      return ended(0);
    } catch (CommandFailure failure) {
      return failed(failure);
    }
  }

  /** What was done without its result is not done. */
  private int ended(int status) {
    var whole = status == 0 ? terminal.written() : status;
    terminal.out().flush();
    terminal.err().flush();
    return whole;
  }

  private int wrongCall(ParameterException failure) {
    var problem =
        switch (failure) {
          case UnmatchedArgumentException unmatched ->
              Problem.of("cli.unknown", "", null, unmatched.getUnmatched().getFirst());
          case MissingParameterException missing ->
              Problem.of("cli.missing", "", missing(missing.getMissing().getFirst()), null);
          case OverwrittenOptionException twice ->
              Problem.of("cli.twice", name(twice.getOverwritten()), null, null);
          default -> {
            var argument = failure.getArgSpec();
            var name = argument == null ? "" : name(argument);
            yield Problem.of("cli.value", name, null, failure.getValue());
          }
        };
    var command = failure.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println(line(problem) + " " + terminal.words().text("cli.seeHelp", command));
    return CommandFailure.WRONG_CALL;
  }

  /** Refuses a name that no file has here: in the locale C, one that is not plain ASCII. */
  public int refuse(InvalidPathException failure) {
    var encoder = Charset.forName(System.getProperty("native.encoding", "UTF-8")).newEncoder();
    var key = encoder.canEncode(failure.getInput()) ? "file.name" : "cli.locale";
    print(Problem.at(key, Place.file(failure.getInput()), null, null));
    return ended(CommandFailure.FAILED);
  }

  private int failed(Exception failure) {
    if (failure instanceof CommandFailure known) {
      print(known.problem);
      return known.status;
    } else if (failure instanceof InvalidPathException name) {
      return refuse(name);
    }
    LOG.log(Level.DEBUG, "a command failed unexpectedly", failure);
    terminal.tell("cli.unexpected", failure.toString());
    return CommandFailure.FAILED;
  }

  private void print(Problem problem) {
    terminal.err().println(line(problem));
  }

  /** The sentence, after the option's name if an option is to blame. */
  private String line(Problem problem) {
    var sentence = terminal.words().sentence(problem);
    var option = problem.component();
    return option.startsWith("--") ? option + ": " + sentence : sentence;
  }

  /** What is missing: an option that must be given, or what stands behind one. */
  private static String missing(ArgSpec argument) {
    var label = argument.paramLabel();
    return argument instanceof OptionSpec option && option.required()
        ? option.shortestName() + " " + label
        : label;
  }

  /** The option's longest name, or the parameter's label. */
  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  @Command(name = "neural-workbench")
  static final class RootCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        descriptionKey = "help",
        scope = ScopeType.INHERIT)
    boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true)
    boolean version;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
