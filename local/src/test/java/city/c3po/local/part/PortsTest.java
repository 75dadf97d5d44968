package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void without_settings_ports_are_the_usual_ones() {
        assertEquals(8080, Ports.of(Map.of()).of("gateway", 8080));
    }

    @Test
    void an_offset_moves_all() {
        var ports = Ports.of(Map.of("C3PO_PORT_OFFSET", "1000"));

        assertEquals(9080, ports.of("gateway", 8080));
        assertEquals(9432, ports.of("postgres", 8432));
    }

    @Test
    void a_port_that_was_chosen_is_not_moved() {
        var ports = Ports.of(Map.of("C3PO_PORT_OFFSET", "1000", "C3PO_PORT_KAFKA_CONTROLLER", "7000"));

        assertEquals(7000, ports.of("kafka-controller", 8093));
    }

    @Test
    void a_way_is_where_others_find_it_and_moves_nothing() {
        var ports = Ports.of(Map.of("C3PO_WAY_KAFKA", "7001"));

        assertEquals(8092, ports.of("kafka", 8092));
        assertEquals(7001, ports.way("kafka", 8092));
        assertEquals(8432, ports.way("postgres", 8432));
    }

    @Test
    void what_is_no_port_is_refused() {
        assertThrows(
                BadSetting.class,
                () -> Ports.of(Map.of("C3PO_PORT_GATEWAY", "web")).of("gateway", 8080));
        assertThrows(
                BadSetting.class,
                () -> Ports.of(Map.of("C3PO_PORT_OFFSET", "60000")).of("gateway", 8080));
        assertThrows(
                BadSetting.class,
                () -> Ports.of(Map.of("C3PO_PORT_OFFSET", "-9000")).of("gateway", 8080));
    }
}
