package dev.neuralworkbench.app;

/** Starts the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("ok");
  }
}
