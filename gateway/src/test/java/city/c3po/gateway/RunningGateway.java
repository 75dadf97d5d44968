package city.c3po.gateway;

import city.c3po.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** What all tests against the running gateway have in common. */
abstract class RunningGateway {
    static final SmallService PARKS = Neighbourhood.parks();
    static final SmallService ROADS = Neighbourhood.roads();
    static final String[] TOKEN = {"Authorization", Tokens.as("resident").bearer()};

    @TestHTTPResource
    URI address;

    Call gateway;

    @BeforeEach
    void begin() {
        gateway = new Call(address);
        PARKS.reset();
        ROADS.reset();
    }

    static String[] with(String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(TOKEN, 0, all, 0, 2);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
