package city.c3po.local;

import city.c3po.local.backup.Restoration;
import city.c3po.local.part.Home;
import city.c3po.local.part.PartProcess;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Settings;
import city.c3po.local.suite.Console;
import city.c3po.local.suite.Suite;
import java.io.PrintStream;
import java.util.Map;

/**
 * What every verb works with.
 *
 * @param environment the settings as the person has them now
 * @param out where answers go
 */
record Desk(Home home, Map<String, String> environment, PrintStream out) {

    /** The suite as it was last started, which the environment may correct. */
    Suite suite() {
        return new Suite(home, settings().or(Settings.remembered(home.folder())));
    }

    /** The suite as the environment says; refused while one with other settings is running. */
    Suite newSuite() {
        Restoration.mustNotBeUnfinished(home);
        var remembered = Settings.remembered(home.folder());
        var present = new Suite(home, remembered);
        var running = present.parts().stream()
                .anyMatch(part -> new PartProcess(home, part.name()).running().isPresent());
        if (running && !settings().lasting().equals(remembered.lasting())) {
            throw new Refusal("The suite is running with other settings %s. Stop it first: ./c3po down"
                    .formatted(remembered.lasting()));
        }
        settings().remember(home.folder());
        return new Suite(home, settings());
    }

    Console console() {
        return new Console(out);
    }

    private Settings settings() {
        return Settings.of(environment);
    }
}
