package dev.neuralworkbench.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of 30 MB that is nothing but one thing repeated, at a place where a model has a few.
 *
 * @param start what the file begins with
 * @param repeated what is repeated
 */
public record LargeFile(String start, String repeated) {

  private static final int BYTES = 30_000_000;
  private static final int BLOCK = 1_000_000;

  private static final String HEAD = "{\"format\": \"neural-workbench\", \"version\": 1, ";

  /** Such files, by what is repeated. */
  public static Map<String, LargeFile> all() {
    var files = new LinkedHashMap<String, LargeFile>();
    files.put("layers", at("\"network\": {\"layers\": [", "{},"));
    files.put("rows of weights", at("\"network\": {\"layers\": [{\"weights\": [", "[],"));
    files.put("layers of rows", at("\"network\": {\"layers\": [", layer()));
    files.put("weights", at("\"network\": {\"layers\": [{\"weights\": [[", "0,"));
    files.put("hidden", at("\"experiment\": {\"network\": {\"hidden\": [", "{},"));
    files.put("classes", at("\"preprocessor\": {\"target\": {\"classes\": [", "\"c123456\","));
    files.put("categories", at("\"preprocessor\": {\"inputs\": [{\"categories\": [", "\"\","));
    files.put("inputs", at("\"preprocessor\": {\"inputs\": [", "{\"categories\": [\"\",\"\"]},"));
    files.put(
        "columns", at("\"data\": {\"columns\": [", "{\"name\": \"x12345678\", \"numeric\":true},"));
    files.put("epochs", at("\"history\": {\"epochs\": 15000000, \"learningRate\": [", "1,"));
    files.put("interventions", at("\"history\": {\"interventions\": [", "{},"));
    files.put("row steps", at("\"history\": {\"interventions\": [", rowStep()));
    files.put("slots", at("\"checkpoint\": {\"optimizer\": {\"slots\": [", "[],"));
    files.put("best weights", at("\"checkpoint\": {\"bestWeights\": [", layer()));
    files.put("unknown members", at("", "\"x\": {\"y\": [1, 2]},"));
    files.put("rows of data", at("\"data\": {\"csv\": \"", "1,2\\n"));
    files.put("a long name", at("\"data\": {\"name\": \"", "\u00e9"));
    files.put("a long number", at("\"data\": {\"rows\": ", "1"));
    files.put("spaces", at("", " "));
    files.put("nesting", at("\"data\": ", "{\"source\":"));
    files.put("brackets", new LargeFile("", "["));
    files.put("braces", new LargeFile("", "{},"));
    files.put("zeros", new LargeFile("", "\0"));
    files.put("rows of a table", new LargeFile("", "5.1,3.5,1.4,0.2,setosa\n"));
    return files;
  }

  private static LargeFile at(String place, String repeated) {
    return new LargeFile(HEAD + place, repeated);
  }

  private static String layer() {
    return "{\"weights\": [" + "[],".repeat(65_535) + "[]]},";
  }

  private static String rowStep() {
    return "{\"inputs\": [" + "0,".repeat(65_535) + "0]},";
  }

  public void write(Path file) throws IOException {
    var times = Math.max(1, BLOCK / repeated.length());
    var block = repeated.repeat(times).getBytes(StandardCharsets.UTF_8);
    try (var out = Files.newOutputStream(file)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      for (var bytes = 0; bytes < BYTES; bytes += block.length) {
        out.write(block);
      }
    }
  }
}
