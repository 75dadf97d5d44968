package city.c3po.local;

import city.c3po.local.part.BadSetting;
import city.c3po.local.part.Home;
import city.c3po.local.part.Refusal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Runs one verb and ends with 0 when it is done, 1 when it cannot be done, 2 when it was not understood. */
@Command(
        name = "c3po",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Token.class,
            Clock.class,
            Demo.class,
            Replay.class,
            Backup.class,
            Restore.class,
            Control.Start.class,
            Control.Stop.class,
            Control.Kill.class
        })
public final class Main {
    private static final int CANNOT = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private Main() {}

    public static void main(String... arguments) {
        var repository = Path.of(System.getProperty("c3po.repository", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(run(repository, System.getenv(), System.out, System.err, arguments));
    }

    static int run(
            Path repository, Map<String, String> environment, PrintStream out, PrintStream err, String... arguments) {
        var home = new Home(repository, folder(repository, environment));
        return commandLine(new Desk(home, environment, out), err).execute(arguments);
    }

    static CommandLine commandLine(Desk desk, PrintStream err) {
        return new CommandLine(new Main(), new Verbs(desk))
                .setParameterExceptionHandler((problem, given) -> notUnderstood(err, problem.getCommandLine(), problem))
                .setExecutionExceptionHandler((problem, line, result) -> switch (problem) {
                    case ParameterException bad -> notUnderstood(err, line, bad);
                    case BadSetting bad -> notUnderstood(err, line, bad);
                    case Refusal refusal -> {
                        err.println(refusal.getMessage().stripTrailing());
                        yield CANNOT;
                    }
                    // A fault of ours: its trace is what the person can send us.
                    default -> throw problem;
                });
    }

    private static int notUnderstood(PrintStream err, CommandLine line, Exception problem) {
        err.println(problem.getMessage());
        err.println();
        err.print(Help.of(line.getParent() == null ? "help" : line.getCommandName()));
        return NOT_UNDERSTOOD;
    }

    private static Path folder(Path repository, Map<String, String> environment) {
        var chosen = environment.getOrDefault("C3PO_HOME", "");
        return chosen.isBlank()
                ? repository.resolve(".c3po")
                : Path.of(chosen).toAbsolutePath().normalize();
    }
}
