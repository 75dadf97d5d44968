package city.c3po.local.part;

import java.util.Locale;
import java.util.Map;

/**
 * Every port has a name and a usual number. {@code C3PO_PORT_OFFSET} moves all of them, {@code C3PO_PORT_<NAME>} sets
 * one of them. {@code C3PO_WAY_<NAME>} is where the other parts are told to find it, when somebody has put a way of
 * their own before it that can be cut.
 */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private final Map<String, String> settings;
    private final int offset;

    private Ports(Map<String, String> settings, int offset) {
        this.settings = settings;
        this.offset = offset;
    }

    static Ports of(Map<String, String> settings) {
        var offset = settings.get("C3PO_PORT_OFFSET");
        return new Ports(settings, offset == null ? 0 : number("C3PO_PORT_OFFSET", offset));
    }

    public int of(String name, int usual) {
        return chosen(setting(name), name, usual + offset);
    }

    /** The port at which others reach what listens on {@code port}. */
    public int way(String name, int port) {
        return chosen("C3PO_WAY_" + suffix(name), name, port);
    }

    private int chosen(String setting, String name, int otherwise) {
        var chosen = settings.get(setting);
        var port = chosen == null ? otherwise : number(setting, chosen);
        if (port < 1 || port > HIGHEST) {
            throw new BadSetting(
                    "Port %d for %s is out of range; see C3PO_PORT_OFFSET and %s.".formatted(port, name, setting));
        }
        return port;
    }

    public static String setting(String name) {
        return "C3PO_PORT_" + suffix(name);
    }

    private static String suffix(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int number(String setting, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new BadSetting("%s=%s is not a whole number.".formatted(setting, value));
        }
    }
}
