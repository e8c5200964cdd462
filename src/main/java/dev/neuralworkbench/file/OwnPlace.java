package dev.neuralworkbench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every path that the program writes or trusts without being told it by its user, all of them the
 * user's: folders of mode 0700, files and sockets 0600. Native libraries and Java classes are not
 * among them: they lie in the program's own folder, and nothing is unpacked from it.
 */
public enum OwnPlace {
  /** Language, look, the window's size and place, the files opened last. */
  SETTINGS("settings.json", false),
  /** Settings that could not be understood. */
  BROKEN_SETTINGS("settings.json.broken", false),
  /** Details of errors; with the log's own lock. */
  LOG("neural-workbench.log*", false),
  /** A folder of work that no file holds yet. */
  UNSAVED("unsaved", false),
  /** Models, rows that were typed, what is told of them, and a lock of the program that runs. */
  WORK("unsaved/work-*", false),
  /** The socket at which the first window hears of later starts, and its lock, for each display. */
  WINDOW("window*", false),
  /** A file that is being written, closed to others by its folder until it is complete. */
  SAVING("{,unsaved/}.neural-workbench-*.saving", false),
  /** What a pipe brought; removed once it is read, or when the program ends. */
  ROWS("rows*.tmp", true),
  /** A folder for the model of a first run in a terminal; it stays, as its user is told. */
  FIRST_RUN("neural-workbench-*", true),
  /** A folder in which the self-test saves and reads a model; removed after it. */
  SAVING_CHECK("neural-workbench 测试 *", true),
  /** The folder of the self-test's window, with settings of its own; removed after it. */
  WINDOW_CHECK("neural-workbench-self-test-*", true);

  /** What it is called in its folder, as a pattern of names. */
  public final String names;

  /** Whether it lies among the system's temporary files, not in {@link OwnFolder#ofSystem}. */
  public final boolean temporary;

  OwnPlace(String names, boolean temporary) {
    this.names = names;
    this.temporary = temporary;
  }

  /** The path of the one file of this kind. */
  public Path in(OwnFolder folder) {
    return folder.path().resolve(name(names));
  }

  /** A new temporary folder, which Java makes for its user alone. */
  public Path makeFolder() throws IOException {
    return Files.createTempDirectory(name(names));
  }

  /** A new temporary file, made so too, and gone when the program ends or is told to. */
  public Path makeFile() throws IOException {
    var file = Files.createTempFile(name(names), null);
    file.toFile().deleteOnExit();
    return file;
  }

  private static String name(String names) {
    var end = names.indexOf('*');
    return end < 0 ? names : names.substring(0, end);
  }
}
