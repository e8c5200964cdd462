package dev.neuralworkbench.ui.workspace.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.workspace.settings.Settings.Folders;
import dev.neuralworkbench.ui.workspace.settings.Settings.Forms;
import dev.neuralworkbench.ui.workspace.settings.Settings.Views;
import dev.neuralworkbench.ui.workspace.settings.Settings.WindowSize;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings on disk, as JSON. Settings are a convenience: what cannot be read counts as not set,
 * a file that is no JSON is set aside, and one that cannot be written is logged and forgotten.
 *
 * @param folder the user's own
 */
public record SettingsFile(OwnFolder folder) {

  /** Widest column that is believed, in em. */
  private static final double MOST_EM = 200;

  private static final Logger LOG = System.getLogger(SettingsFile.class.getName());
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  public boolean exists() {
    return folder.isThere() && Files.exists(file());
  }

  /** The file; it need not exist. */
  private Path file() {
    return OwnPlace.SETTINGS.in(folder);
  }

  /** The settings on disk, or the default where there are none. */
  public Settings read() {
    if (!exists()) {
      return Settings.DEFAULT;
    }
    try {
      if (JsonParser.parseString(Files.readString(file())) instanceof JsonObject json) {
        return settings(json);
      }
      setAside();
    } catch (IOException | JsonParseException e) {
      LOG.log(Level.DEBUG, "settings not read", e);
      setAside();
    }
    return Settings.DEFAULT;
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

  public void write(Settings settings) {
    try {
      folder.ready();
      AtomicFile.writeUnflushed(file(), text -> text.write(GSON.toJson(json(settings))));
      OwnFolder.close(file());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "settings not written", e);
    }
  }

  private static Settings settings(JsonObject json) {
    var standard = Settings.DEFAULT.window();
    return new Settings(
        or(read(json, "appearance", it -> Appearance.valueOf(it.getAsString())), Appearance.SYSTEM),
        read(json, "language", it -> Language.valueOf(it.getAsString())),
        new Folders(
            read(json, "dataFolder", it -> Path.of(it.getAsString())),
            read(json, "modelFolder", it -> Path.of(it.getAsString()))),
        new WindowSize(
            size(read(json, "width", JsonElement::getAsDouble), standard.width()),
            size(read(json, "height", JsonElement::getAsDouble), standard.height()),
            or(read(json, "maximized", JsonElement::getAsBoolean), false),
            or(read(json, "x", JsonElement::getAsDouble), Double.NaN),
            or(read(json, "y", JsonElement::getAsDouble), Double.NaN),
            TextSize.of(or(read(json, "textPercent", JsonElement::getAsInt), 100))),
        or(read(json, "recentFiles", SettingsFile::paths), List.of()),
        or(read(json, "openParts", SettingsFile::names), Set.of()),
        new Forms(
            width(read(json, "formsWidth", JsonElement::getAsDouble)),
            or(read(json, "formsShown", SettingsFile::names), Set.of()),
            or(read(json, "formsHidden", SettingsFile::names), Set.of())),
        new ComputingSettings(
            or(read(json, "engine", it -> Engine.valueOf(it.getAsString())), Engine.FASTEST),
            Math.max(
                ComputingSettings.AUTOMATIC,
                or(read(json, "threads", JsonElement::getAsInt), ComputingSettings.AUTOMATIC))),
        new Views(
            or(read(json, "screen", JsonElement::getAsString), Views.DEFAULT.screen()),
            or(read(json, "columnWidths", SettingsFile::widths), Map.of())));
  }

  private static <T> @Nullable T read(
      JsonObject json, String name, Function<JsonElement, @Nullable T> take) {
    var element = json.get(name);
    if (element == null || element.isJsonNull()) {
      return null;
    }
    try {
      return take.apply(element);
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      LOG.log(Level.DEBUG, "setting not read: " + name, e);
      return null;
    }
  }

  private static double size(@Nullable Double read, double standard) {
    return read != null && read >= 400 && read <= 20_000 ? read : standard;
  }

  private static double width(@Nullable Double read) {
    return read != null && read >= Forms.LEAST && read <= Forms.MOST ? read : Forms.DEFAULT.width();
  }

  private static <T> T or(@Nullable T read, T standard) {
    return read == null ? standard : read;
  }

  private static List<Path> paths(JsonElement json) {
    var paths = new ArrayList<Path>();
    for (var element : json.getAsJsonArray()) {
      try {
        paths.add(Path.of(element.getAsString()));
      } catch (InvalidPathException e) {
        LOG.log(Level.DEBUG, "recent file forgotten", e);
      }
    }
    return paths;
  }

  private static Map<String, Double> widths(JsonElement json) {
    var widths = new HashMap<String, Double>();
    for (var entry : json.getAsJsonObject().entrySet()) {
      var width = entry.getValue().getAsDouble();
      if (width >= 1 && width <= MOST_EM) {
        widths.put(entry.getKey(), width);
      }
    }
    return widths;
  }

  private static Set<String> names(JsonElement json) {
    var names = new TreeSet<String>();
    json.getAsJsonArray().forEach(name -> names.add(name.getAsString()));
    return names;
  }

  private static JsonObject json(Settings settings) {
    var json = new JsonObject();
    json.addProperty("appearance", settings.appearance().name());
    var language = settings.language();
    if (language != null) {
      json.addProperty("language", language.name());
    }
    add(json, "dataFolder", settings.folders().data());
    add(json, "modelFolder", settings.folders().models());
    json.addProperty("width", settings.window().width());
    json.addProperty("height", settings.window().height());
    json.addProperty("maximized", settings.window().maximized());
    if (Double.isFinite(settings.window().x()) && Double.isFinite(settings.window().y())) {
      json.addProperty("x", settings.window().x());
      json.addProperty("y", settings.window().y());
    }
    json.addProperty("textPercent", settings.window().text().percent());
    var recent = new JsonArray();
    settings.recentFiles().forEach(path -> recent.add(path.toString()));
    json.add("recentFiles", recent);
    json.add("openParts", json(settings.openParts()));
    json.addProperty("formsWidth", settings.forms().width());
    json.add("formsShown", json(settings.forms().shown()));
    json.add("formsHidden", json(settings.forms().hidden()));
    json.addProperty("engine", settings.computing().engine().name());
    json.addProperty("threads", settings.computing().threads());
    json.addProperty("screen", settings.views().screen());
    var widths = new JsonObject();
    new TreeMap<>(settings.views().columns()).forEach(widths::addProperty);
    json.add("columnWidths", widths);
    return json;
  }

  private static JsonArray json(Set<String> names) {
    var array = new JsonArray();
    new TreeSet<>(names).forEach(array::add);
    return array;
  }

  private static void add(JsonObject json, String name, @Nullable Path path) {
    if (path != null) {
      json.addProperty(name, path.toString());
    }
  }
}
