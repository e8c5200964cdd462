package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Reads damaged tables: each becomes a table that works or a sentence in every language, and leaves
 * no file behind. Arguments of its own program: a folder, a seed, how many files; it reports in
 * {@code report.txt} there.
 */
final class TableAttack {

  /** The largest of the corpus take the time of many. */
  private static final int MOST_BYTES = 60_000;

  private static final int MOST_CELLS = 2_000;

  /** Of the processor. */
  private static final long MOST_NANOS = 5_000_000_000L;

  private final Path folder;
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final StringBuilder faults = new StringBuilder();
  private int tables;
  private int refused;
  private long slowest;
  private String slowestName = "";

  private TableAttack(Path folder) throws IOException {
    this.folder = folder;
    try (var corpus = Files.list(corpus())) {
      for (var file : corpus.toList()) {
        var name = file.getFileName().toString();
        if (!name.startsWith("expected") && Files.size(file) <= MOST_BYTES) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
    var images = ByteBuffer.allocate(16 + 3 * 25).putInt(0x803).putInt(3).putInt(5).putInt(5);
    var labels = ByteBuffer.allocate(8 + 3).putInt(0x801).putInt(3).put(new byte[] {1, 2, 3});
    files.put("train-images-idx3-ubyte", images.array());
    files.put("train-labels-idx1-ubyte", labels.array());
    files.put("train-images-idx3-ubyte.gz", TableMutations.packed(images.array()));
  }

  private static Path corpus() {
    try {
      return Path.of(TableAttack.class.getResource("/corpus").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs it as a program of its own. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var report = run(folder, Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
    Files.writeString(folder.resolve("report.txt"), report);
  }

  /** Reads so many damaged files; one line of figures, then the faults. */
  private static String run(Path folder, long seed, int count) throws IOException {
    var attack = new TableAttack(folder);
    for (var i = 0; i < count; i++) {
      attack.one(seed * 1_000_003 + i);
    }
    return "tables %d, refused %d, slowest %d ms (%s)%n%s"
        .formatted(
            attack.tables,
            attack.refused,
            attack.slowest / 1_000_000,
            attack.slowestName,
            attack.faults);
  }

  private void one(long seed) throws IOException {
    var random = new Random(seed);
    // Each kind of file as often, though there are few of some.
    var kinds = List.of(".csv", ".xlsx", ".json", ".arff", "ubyte", ".gz", "");
    var kind = kinds.get(random.nextInt(kinds.size()));
    var intact = random.nextInt(5) > 0;
    var names =
        files.keySet().stream()
            .filter(it -> it.endsWith(kind) && !(intact && it.startsWith("bad-")))
            .toList();
    var name = names.get(random.nextInt(names.size()));
    var all = List.copyOf(files.values());
    var bytes =
        new TableMutations(random.nextLong())
            .of(name, files.get(name), all.get(random.nextInt(all.size())));
    var into = Files.createDirectory(folder.resolve("mutant"));
    var partner = into.resolve("train-labels-idx1-ubyte");
    if (name.contains("images")) {
      Files.write(partner, files.get("train-labels-idx1-ubyte"));
    }
    var file = into.resolve(name);
    Files.write(file, bytes);
    read(file, random.nextInt(3) == 0 ? choices(random) : ReadingChoices.NONE, name + " " + seed);
    Files.deleteIfExists(partner);
    Files.deleteIfExists(file);
    Files.delete(into); // Fails where the reader left something.
  }

  private static ReadingChoices choices(Random random) {
    return new ReadingChoices(
        pick(random, ",", ";", "\t", "|", " ", "x", null),
        pick(random, "UTF-8", "UTF-16LE", "windows-1252", "GB18030", null, null),
        pick(random, ".", null, null),
        pick(random, true, false, null),
        pick(random, 0, 1, 7, 1_000_000, null),
        pick(random, "Sheet1", "none", null, null),
        List.of("none", "a"),
        List.of(
            new ReadingChoices.ColumnType("a", pick(random, ReadingChoices.CellType.values())),
            new ReadingChoices.ColumnType("x", pick(random, ReadingChoices.CellType.values()))),
        pick(random, true, null));
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }

  // Whatever is thrown is what is looked for.
  @SuppressWarnings("CatchAndPrintStackTrace")
  private void read(Path file, ReadingChoices choices, String name) throws IOException {
    var start = nanos();
    try {
      try {
        assertEquals(List.of(), choices.problems());
        var table = new TableReader().with(choices).read(file, Progress.NONE);
        tables++;
        works(table);
      } catch (TableFormatException e) {
        refused++;
        for (var language : Language.values()) {
          var sentence = Sentences.of(language).sentence(e.problem());
          var isKey = sentence.equalsIgnoreCase(e.problem().key());
          var isOpen = sentence.contains("{") && !e.problem().toString().contains("{");
          assertTrue(!isKey && !isOpen, sentence);
        }
      }
      took(nanos() - start, name);
    } catch (Throwable e) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      faults.append(name).append(": ").append(trace).append('\n');
      Files.copy(file, folder.resolve("fault " + name));
    }
  }

  /** What is shown of a table just read, and made of it. */
  private static void works(Table table) {
    assertTrue(table.rows() > 0 && !table.columns().isEmpty());
    var cells = 0;
    for (var column : table.columns()) {
      assertEquals(table.rows(), column.rows());
      for (var row = 0; row < table.rows() && cells < MOST_CELLS; row++, cells++) {
        assertTrue(column.isMissing(row) || !column.text(row).isEmpty(), column.name());
      }
    }
    var reading = table.reading();
    for (var language : Language.values()) {
      var words = Sentences.of(language);
      if (reading != null) {
        ReadingWords.sentences(reading, true, words);
      }
      Preparation.defaults(table).problems(table).forEach(words::sentence);
    }
  }

  /** Of the processor: other programs on the machine take none of it. */
  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void took(long nanos, String name) {
    if (nanos > MOST_NANOS) {
      faults.append(name).append(": took ").append(nanos / 1_000_000).append(" ms\n");
    }
    if (nanos > slowest) {
      slowest = nanos;
      slowestName = name;
    }
  }
}
