package city.c3po.charter.signing;

import static city.c3po.charter.Charters.MAJOR_SEATS;
import static city.c3po.charter.Charters.big;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Charters.signOff;
import static city.c3po.charter.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * How long a charter with 200 criteria, 60 stakeholders and 40 documents takes, one caller, client included: {@code ./mvnw
 * -pl charter-service test -Dtest=BigCharterMeasure}. No test by its name, so that no build waits for it.
 */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class BigCharterMeasure {
    private static final int WARM_UP = 200;
    private static final int READS = 1000;
    private static final int CHARTERS = 12;

    @Test
    void read_completeness_and_sign() {
        var inReview = big();
        print("read", repeated(() -> get(PPM, hrefOf(inReview))));
        print("completeness", repeated(() -> get(PPM, hrefOf(inReview) + "/completeness")));
        var signing = new ArrayList<Long>();
        for (int n = 0; n < CHARTERS; n++) {
            var charter = expect(200, verb(PPM, n == 0 ? inReview : big(), "commit"));
            for (var seat : MAJOR_SEATS.entrySet()) {
                var viewed =
                        expect(200, verb(seat.getValue(), signOff(seat.getValue(), charter, seat.getKey()), "view"));
                signing.add(timed(() -> sign(seat.getValue(), viewed)));
            }
        }
        // the first charter warms up
        print("sign", signing.subList(MAJOR_SEATS.size(), signing.size()));
        assertEquals(CHARTERS * MAJOR_SEATS.size(), signing.size());
    }

    private static List<Long> repeated(Supplier<Response> request) {
        var times = new ArrayList<Long>();
        for (int n = 0; n < WARM_UP + READS; n++) {
            var time = timed(request);
            if (n >= WARM_UP) {
                times.add(time);
            }
        }
        return times;
    }

    private static long timed(Supplier<Response> request) {
        long before = System.nanoTime();
        expect(200, request.get());
        return System.nanoTime() - before;
    }

    private static void print(String what, List<Long> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        System.out.printf(
                "big charter %-12s n=%d p50=%.1f ms p99=%.1f ms%n",
                what, sorted.size(), at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
