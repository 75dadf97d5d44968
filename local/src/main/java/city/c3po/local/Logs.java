package city.c3po.local;

import city.c3po.local.part.PartProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of a part's log, and on demand what follows. */
@Command(name = "logs")
final class Logs implements Callable<Integer> {
    @Parameters(index = "0")
    private String part = "";

    @Option(names = {"-f", "--follow"})
    private boolean follow;

    @Option(names = {"-n", "--lines"})
    private int lines = 100;

    private final Desk desk;

    Logs(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var process =
                new PartProcess(desk.home(), Named.part(desk.suite(), part).name());
        process.lastLines(lines).forEach(desk.out()::println);
        if (follow) {
            follow(process);
        }
        return 0;
    }

    /** Until Ctrl-C. */
    private void follow(PartProcess process) throws IOException, InterruptedException {
        var seen = process.log().toFile().length();
        while (true) {
            Thread.sleep(200);
            var length = process.log().toFile().length();
            if (length > seen) {
                try (var file = new RandomAccessFile(process.log().toFile(), "r")) {
                    var bytes = new byte[(int) (length - seen)];
                    file.seek(seen);
                    file.readFully(bytes);
                    desk.out().write(bytes);
                    desk.out().flush();
                }
            }
            // Shorter than before: the log has been put aside, and a new one has begun.
            seen = length;
        }
    }
}
