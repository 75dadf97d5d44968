package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusyPortTest {
    @Test
    void it_says_which_port_which_process_and_how_to_change_it() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();

            var refusal = assertThrows(Refusal.class, () -> BusyPort.refuse(Map.of("gateway", port)));

            var text = refusal.getMessage();
            assertTrue(text.contains("Port %d (gateway)".formatted(port)), text);
            assertTrue(text.contains("process " + ProcessHandle.current().pid()), text);
            assertTrue(text.contains("C3PO_PORT_GATEWAY="), text);
            assertTrue(text.contains("C3PO_PORT_OFFSET="), text);
        }
    }

    @Test
    void a_listener_on_all_addresses_counts_too() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThrows(Refusal.class, () -> BusyPort.refuse(Map.of("gateway", taken.getLocalPort())));
        }
    }

    @Test
    void a_free_port_is_fine() throws IOException {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.close();

        assertDoesNotThrow(() -> BusyPort.refuse(Map.of("gateway", socket.getLocalPort())));
    }

    @Test
    void a_process_of_somebody_else_is_described_as_well_as_can_be() {
        assertTrue(BusyPort.message("kafka", 8092, Optional.empty()).contains("a process that this user cannot see"));
    }
}
