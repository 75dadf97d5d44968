package city.c3po.local.part;

/** Takes the lines that tell a person what happens while they wait. Called from several threads at once. */
@FunctionalInterface
public interface Progress {
    void say(String part, String what);
}
