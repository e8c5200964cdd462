package dev.neuralworkbench.ui.workspace.preferences;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Forms;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings on disk, as JSON. Settings are a convenience: what cannot be read counts as not set,
 * a file that is no JSON is set aside, and one that cannot be written is logged and forgotten.
 */
public record PreferencesFile(OwnFolder folder) {

  /** Widest column that is believed, in em. */
  private static final double MOST_EM = 200;

  /**
   * What is kept of the settings: its name in the file, its place in the record, how it is read.
   */
  private static final List<Kept> ALL =
      List.of(
          new Kept("appearance", "appearance", it -> Appearance.valueOf(it.getAsString())),
          new Kept("language", "language", it -> Language.valueOf(it.getAsString())),
          new Kept("dataFolder", "folders.data", it -> Path.of(it.getAsString())),
          new Kept("modelFolder", "folders.models", it -> Path.of(it.getAsString())),
          new Kept("width", "window.width", it -> number(it, 400, 20_000)),
          new Kept("height", "window.height", it -> number(it, 400, 20_000)),
          new Kept("maximized", "window.maximized", JsonElement::getAsBoolean),
          new Kept("x", "window.x", it -> number(it, -Double.MAX_VALUE, Double.MAX_VALUE)),
          new Kept("y", "window.y", it -> number(it, -Double.MAX_VALUE, Double.MAX_VALUE)),
          new Kept("textPercent", "window.text", it -> TextSize.of(it.getAsInt())),
          new Kept("recentFiles", "recentFiles", it -> texts(it).map(Path::of).toList()),
          new Kept("openParts", "openParts", it -> texts(it).collect(toSet())),
          new Kept("formWidth", "forms.width", it -> number(it, Forms.LEAST, Forms.MOST)),
          new Kept("formsShown", "forms.shown", it -> texts(it).collect(toSet())),
          new Kept("formsHidden", "forms.hidden", it -> texts(it).collect(toSet())),
          new Kept("engine", "computing.engine", it -> Engine.valueOf(it.getAsString())),
          new Kept("threads", "computing.threads", it -> (int) number(it, 0, 1_000_000)),
          new Kept("screen", "views.screen", JsonElement::getAsString),
          new Kept("columnWidths", "views.columns", PreferencesFile::widths));

  private static final Logger LOG = System.getLogger(PreferencesFile.class.getName());
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  public boolean exists() {
    return folder.isThere() && Files.exists(file());
  }

  private Path file() {
    return OwnPlace.SETTINGS.in(folder);
  }

  public Preferences read() {
    if (!exists()) {
      return Preferences.DEFAULT;
    }
    try {
      if (JsonParser.parseString(Files.readString(file())) instanceof JsonObject json) {
        var settings = Preferences.DEFAULT;
        for (var kept : ALL) {
          settings = kept.from(json, settings);
        }
        return settings;
      }
      setAside();
    } catch (IOException | JsonParseException e) {
      LOG.log(Level.DEBUG, "settings not read", e);
      setAside();
    }
    return Preferences.DEFAULT;
  }

  /** Whoever wrote it by hand finds it again. */
  private void setAside() {
    var aside = OwnPlace.BROKEN_SETTINGS.in(folder);
    try {
      Files.move(file(), aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.log(Level.DEBUG, "the settings could not be understood and are now {0}", aside);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "settings not set aside", e);
    }
  }

  public void write(Preferences settings) {
    var json = new JsonObject();
    ALL.forEach(kept -> json.add(kept.name, json(Records.get(settings, kept.path))));
    try {
      folder.ready();
      AtomicFile.writeUnflushed(file(), text -> text.write(GSON.toJson(json)));
      OwnFolder.close(file());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "settings not written", e);
    }
  }

  private static double number(JsonElement json, double least, double most) {
    var number = json.getAsDouble();
    if (number >= least && number <= most) {
      return number;
    }
    throw new IllegalArgumentException(
        "expected %s to %s, received %s".formatted(least, most, number));
  }

  private static Stream<String> texts(JsonElement json) {
    return json.getAsJsonArray().asList().stream().map(JsonElement::getAsString);
  }

  private static Map<String, Double> widths(JsonElement json) {
    return json.getAsJsonObject().asMap().entrySet().stream()
        .filter(it -> it.getValue().getAsDouble() >= 1 && it.getValue().getAsDouble() <= MOST_EM)
        .collect(toMap(Map.Entry::getKey, it -> it.getValue().getAsDouble()));
  }

  private static JsonElement json(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.INSTANCE;
      case Double number when !Double.isFinite(number) -> JsonNull.INSTANCE;
      case TextSize size -> new JsonPrimitive(size.percent);
      case Enum<?> one -> new JsonPrimitive(one.name());
      case Number number -> new JsonPrimitive(number);
      case Boolean flag -> new JsonPrimitive(flag);
      case Set<?> all -> array(all.stream().sorted());
      case List<?> all -> array(all.stream());
      case Map<?, ?> all -> {
        var object = new JsonObject();
        new TreeMap<>(all).forEach((name, it) -> object.add(String.valueOf(name), json(it)));
        yield object;
      }
      default -> new JsonPrimitive(value.toString());
    };
  }

  private static JsonArray array(Stream<?> values) {
    var array = new JsonArray();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  private record Kept(String name, String path, Function<JsonElement, Object> read) {

    /** The settings with this one, if it is there and can be read. */
    Preferences from(JsonObject json, Preferences settings) {
      var element = json.get(name);
      try {
        return element == null || element.isJsonNull()
            ? settings
            : Records.with(settings, path, read.apply(element));
      } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
        LOG.log(Level.DEBUG, "setting not read: " + name, e);
        return settings;
      }
    }
  }
}
