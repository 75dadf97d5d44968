package city.c3po.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CableTest {
    @Test
    void a_cut_breaks_open_connections_and_a_restored_cable_takes_new_ones() throws SQLException {
        try (var cable = Cable.to(Infra.postgres().port())) {
            var before = connect(cable);
            assertTrue(before.isValid(10));

            cable.cut();

            assertFalse(before.isValid(10));
            assertThrows(SQLException.class, () -> connect(cable));
            cable.restore();
            try (var after = connect(cable)) {
                assertTrue(after.isValid(10));
            }
        }
    }

    @Test
    void a_delayed_cable_still_carries_every_byte() throws IOException {
        try (var echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var cable = Cable.to(echo.getLocalPort())) {
            Thread.ofVirtual().start(() -> answerOnce(echo));
            cable.delay(Duration.ofMillis(20));
            try (var client = new Socket(InetAddress.getLoopbackAddress(), cable.port())) {
                client.getOutputStream().write(new byte[] {1, 2, 3});
                client.shutdownOutput();
                assertEquals(3, client.getInputStream().readAllBytes().length);
            }
        }
    }

    private static void answerOnce(ServerSocket echo) {
        try (var accepted = echo.accept()) {
            accepted.getInputStream().transferTo(accepted.getOutputStream());
        } catch (IOException e) {
            // The client then reads fewer bytes than it wrote, which is what the test looks at.
        }
    }

    private static Connection connect(Cable cable) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + cable.port() + "/postgres", "postgres", "");
    }
}
