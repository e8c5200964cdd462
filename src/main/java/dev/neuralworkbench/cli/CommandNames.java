package dev.neuralworkbench.cli;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How an argument is named in a sentence. */
final class CommandNames {

  private CommandNames() {}

  /** The option's longest name, or the parameter's label. */
  static String of(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
