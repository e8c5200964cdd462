package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.LargeFile;
import dev.neuralworkbench.model.Mutations;
import dev.neuralworkbench.model.OpenedFile;
import dev.neuralworkbench.model.SavedModels;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Opens damaged files in a program of its own with little memory, and reports in {@code report.txt}
 * what became of them. Arguments: a folder, a seed, and how many files.
 */
public final class Attack {

  private final Path folder;
  private final StringBuilder faults = new StringBuilder();
  private final OpenedFile openedFile;
  private int opened;
  private int refused;
  private long slowest;
  private String slowestName = "";

  private Attack(Path folder) {
    this.folder = folder;
    openedFile = new OpenedFile(folder.resolve("again.nnw"));
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    var attack = new Attack(Path.of(arguments[0]));
    var texts = SavedModels.texts(attack.folder);
    var names = List.copyOf(texts.keySet());
    var file = attack.folder.resolve("attack.nnw");
    for (var i = 0; i < Integer.parseInt(arguments[2]); i++) {
      var random = new Random(Long.parseLong(arguments[1]) * 1_000_003 + i);
      var name = names.get(random.nextInt(names.size()));
      var other = texts.get(names.get(random.nextInt(names.size())));
      Files.write(file, new Mutations(random.nextLong()).of(texts.get(name), other));
      attack.open(file, name + " " + i);
    }
    var before = attack.opened;
    for (var large : LargeFile.all().entrySet()) {
      large.getValue().write(file);
      attack.open(file, large.getKey());
      if (attack.opened > before) {
        attack.faults.append(large.getKey()).append(": was not refused\n");
      }
    }
    Files.writeString(attack.folder.resolve("report.txt"), attack.report());
  }

  /** One line of figures, then the faults. */
  private String report() {
    return "opened %d, refused %d, slowest %d ms (%s)%n%s"
        .formatted(opened, refused, slowest / 1_000_000, slowestName, faults);
  }

  // Whatever is thrown is what is looked for.
  @SuppressWarnings("CatchAndPrintStackTrace")
  private void open(Path file, String name) throws IOException {
    var start = nanos();
    try {
      var document = ModelFile.read(file);
      took(nanos() - start, name);
      opened++;
      openedFile.judge(document);
    } catch (ModelFormatException e) {
      took(nanos() - start, name);
      refused++;
      Sentences.of(Locale.ENGLISH).sentence(e.problem());
      Sentences.of(Locale.CHINESE).sentence(e.problem());
    } catch (Throwable e) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      faults.append(name).append(": ").append(trace).append('\n');
      Files.copy(file, folder.resolve("fault " + name + ".nnw"));
    }
  }

  /** Of the processor: other programs on the machine take none of it. */
  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void took(long nanos, String name) {
    if (nanos > slowest) {
      slowest = nanos;
      slowestName = name;
    }
  }
}
