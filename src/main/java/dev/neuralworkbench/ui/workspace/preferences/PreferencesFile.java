package dev.neuralworkbench.ui.workspace.preferences;

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
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Folders;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Forms;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Views;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.WindowSize;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
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
 */
public record PreferencesFile(OwnFolder folder) {

  /** Widest column that is believed, in em. */
  private static final double MOST_EM = 200;

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
        return settings(json);
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
    try {
      folder.ready();
      AtomicFile.writeUnflushed(file(), text -> text.write(GSON.toJson(json(settings))));
      OwnFolder.close(file());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "settings not written", e);
    }
  }

  private static Preferences settings(JsonObject json) {
    var standard = Preferences.DEFAULT.window();
    return new Preferences(
        read(json, "appearance", it -> Appearance.valueOf(it.getAsString()), Appearance.SYSTEM),
        read(json, "language", it -> Language.valueOf(it.getAsString())),
        new Folders(
            read(json, "dataFolder", it -> Path.of(it.getAsString())),
            read(json, "modelFolder", it -> Path.of(it.getAsString()))),
        new WindowSize(
            number(json, "width", 400, 20_000, standard.width()),
            number(json, "height", 400, 20_000, standard.height()),
            read(json, "maximized", JsonElement::getAsBoolean, false),
            number(json, "x", -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN),
            number(json, "y", -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN),
            read(json, "textPercent", it -> TextSize.of(it.getAsInt()), standard.text())),
        read(json, "recentFiles", PreferencesFile::paths, List.of()),
        read(json, "openParts", PreferencesFile::names, Set.of()),
        new Forms(
            number(json, "formWidth", Forms.LEAST, Forms.MOST, Forms.DEFAULT.width()),
            read(json, "formsShown", PreferencesFile::names, Set.of()),
            read(json, "formsHidden", PreferencesFile::names, Set.of())),
        new ComputingPreferences(
            read(json, "engine", it -> Engine.valueOf(it.getAsString()), Engine.FASTEST),
            (int) number(json, "threads", 1, Integer.MAX_VALUE, ComputingPreferences.AUTOMATIC)),
        new Views(
            read(json, "screen", JsonElement::getAsString, Views.DEFAULT.screen()),
            read(json, "columnWidths", PreferencesFile::widths, Map.of())));
  }

  private static <T> T read(
      JsonObject json, String name, Function<JsonElement, T> take, T standard) {
    var read = read(json, name, take);
    return read == null ? standard : read;
  }

  private static <T> @Nullable T read(JsonObject json, String name, Function<JsonElement, T> take) {
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

  private static double number(
      JsonObject json, String name, double least, double most, double standard) {
    double number = read(json, name, JsonElement::getAsDouble, standard);
    return number >= least && number <= most ? number : standard;
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
    for (var name : json.getAsJsonObject().keySet()) {
      var width = json.getAsJsonObject().get(name).getAsDouble();
      if (width >= 1 && width <= MOST_EM) {
        widths.put(name, width);
      }
    }
    return widths;
  }

  private static Set<String> names(JsonElement json) {
    var names = new TreeSet<String>();
    json.getAsJsonArray().forEach(name -> names.add(name.getAsString()));
    return names;
  }

  private static JsonObject json(Preferences settings) {
    var window = settings.window();
    var isPlaced = Double.isFinite(window.x()) && Double.isFinite(window.y());
    var json = new JsonObject();
    json.addProperty("appearance", settings.appearance().name());
    json.addProperty("language", text(settings.language()));
    json.addProperty("dataFolder", text(settings.folders().data()));
    json.addProperty("modelFolder", text(settings.folders().models()));
    json.addProperty("width", window.width());
    json.addProperty("height", window.height());
    json.addProperty("maximized", window.maximized());
    json.addProperty("x", isPlaced ? window.x() : null);
    json.addProperty("y", isPlaced ? window.y() : null);
    json.addProperty("textPercent", window.text().percent);
    json.add("recentFiles", array(settings.recentFiles()));
    json.add("openParts", array(new TreeSet<>(settings.openParts())));
    json.addProperty("formWidth", settings.forms().width());
    json.add("formsShown", array(new TreeSet<>(settings.forms().shown())));
    json.add("formsHidden", array(new TreeSet<>(settings.forms().hidden())));
    json.addProperty("engine", settings.computing().engine().name());
    json.addProperty("threads", settings.computing().threads());
    json.addProperty("screen", settings.views().screen());
    var widths = new JsonObject();
    new TreeMap<>(settings.views().columns()).forEach(widths::addProperty);
    json.add("columnWidths", widths);
    return json;
  }

  private static JsonArray array(Collection<?> values) {
    var array = new JsonArray();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
