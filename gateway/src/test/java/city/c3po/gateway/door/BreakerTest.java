package city.c3po.gateway.door;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BreakerTest {
    private long now;
    private final Breaker breaker = new Breaker(3, 100, 30, () -> now);

    private void fail(int times) {
        for (int n = 0; n < times; n++) {
            breaker.failed();
        }
    }

    @Test
    void a_service_that_fails_now_and_then_is_asked_on() {
        fail(2);
        now = 101;
        fail(2);

        assertTrue(breaker.admits(), "never three within the window");
    }

    @Test
    void a_service_that_fails_again_and_again_is_left_alone_and_then_tried_by_one() {
        fail(3);

        assertFalse(breaker.admits());
        now = 29;
        assertFalse(breaker.admits());
        now = 30;
        assertTrue(breaker.admits(), "one tries");
        assertFalse(breaker.admits(), "and no second one");
    }

    @Test
    void the_trial_decides_for_all() {
        fail(3);
        now = 30;
        breaker.admits();

        breaker.failed();
        now = 59;
        assertFalse(breaker.admits(), "another rest");

        now = 60;
        breaker.admits();
        breaker.succeeded();
        assertTrue(breaker.admits() && breaker.admits());
        fail(2);
        assertTrue(breaker.admits(), "old failures are forgotten");
    }

    @Test
    void a_trial_without_a_verdict_is_followed_by_another() {
        fail(3);
        now = 30;
        breaker.admits();

        now = 60;
        assertTrue(breaker.admits());
    }
}
