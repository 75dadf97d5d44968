package city.c3po.local;

import city.c3po.local.part.BadSetting;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints an access token, and nothing else. */
@Command(name = "token")
final class Token implements Callable<Integer> {
    @Parameters(index = "0")
    private String name = "";

    private final Desk desk;

    Token(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var suite = desk.suite();
        var tokens = suite.tokens();
        if (!tokens.knows(name)) {
            throw new BadSetting("Nobody is called %s. Users: %s. Clients: %s."
                    .formatted(
                            name,
                            String.join(", ", suite.realm().users()),
                            String.join(", ", suite.realm().systems())));
        }
        desk.out().println(tokens.of(name));
        return 0;
    }
}
