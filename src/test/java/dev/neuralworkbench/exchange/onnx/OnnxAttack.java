package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Opens damaged files in a program of its own with little memory, and prints one line of figures,
 * then the faults. Arguments: a folder, how many files, a seed.
 */
public final class OnnxAttack {

  private OnnxAttack() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var random = new Random(Long.parseLong(arguments[2]));
    var whole = new ArrayList<byte[]>();
    for (var it : OnnxImportTest.expected()) {
      whole.add(Files.readAllBytes(OnnxImportTest.file(it.name() + ".onnx")));
    }
    Map<String, byte[]> files = new LinkedHashMap<>(OnnxRefusalTest.files());
    for (var i = 0; i < Integer.parseInt(arguments[1]); i++) {
      files.put("mutant " + i, mutant(whole.get(i % whole.size()), random));
    }
    open(whole.getFirst(), folder); // Classes are loaded.
    var slowest = 0L;
    var opened = 0;
    for (var it : files.entrySet()) {
      var from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try {
        opened += open(it.getValue(), folder) ? 1 : 0;
      } catch (Throwable e) {
        System.out.println(it.getKey() + ": " + e + List.of(e.getStackTrace()));
      }
      var took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      slowest = Math.max(slowest, took);
    }
    System.out.printf(
        "%d files, %d opened, slowest %d ms%n", files.size(), opened, slowest / 1_000_000);
  }

  private static byte[] mutant(byte[] of, Random random) {
    var bytes = of.clone();
    for (var i = random.nextInt(8); i >= 0; i--) {
      var at = random.nextInt(bytes.length);
      bytes[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) (bytes[at] ^ (1 << random.nextInt(8)));
    }
    return bytes;
  }

  private static boolean open(byte[] bytes, Path folder) throws IOException {
    var file = Files.write(folder.resolve("attack.onnx"), bytes);
    try {
      OnnxImport.read(file);
      return true;
    } catch (OnnxException e) {
      Sentences.of(Locale.ENGLISH).sentence(e.problem());
      Sentences.of(Locale.CHINESE).sentence(e.problem());
      return false;
    }
  }
}
