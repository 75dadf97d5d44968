package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void where_things_are_is_remembered_and_secrets_are_not() throws IOException {
        Settings.of(Map.of("C3PO_PORT_OFFSET", "1000", "C3PO_SECRET_DB_PORTFOLIO_OWNER", "hush", "PATH", "/bin"))
                .remember(folder);

        assertEquals(
                Map.of("C3PO_PORT_OFFSET", "1000"), Settings.remembered(folder).lasting());
        assertFalse(Files.readString(folder.resolve("settings.properties")).contains("hush"));
    }

    @Test
    void the_environment_corrects_what_is_remembered() {
        Settings.of(Map.of("C3PO_PORT_OFFSET", "1000", "C3PO_CITY_ZONE", "Europe/Madrid"))
                .remember(folder);

        var settings = Settings.of(Map.of("C3PO_PORT_OFFSET", "2000")).or(Settings.remembered(folder));

        assertEquals(10_080, settings.ports().of("gateway", 8080));
        assertEquals("Europe/Madrid", settings.get("C3PO_CITY_ZONE").orElseThrow());
    }

    @Test
    void an_empty_setting_is_none() {
        assertEquals(Map.of(), Settings.of(Map.of("C3PO_POSTGRES_URL", " ")).lasting());
    }
}
