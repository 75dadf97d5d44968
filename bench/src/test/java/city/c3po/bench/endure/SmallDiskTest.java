package city.c3po.bench.endure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {
    private static final byte[] MEGABYTE = new byte[1 << 20];

    @TempDir
    Path folder;

    @Test
    void whatIsFullKeepsWhatItHoldsAndTakesNothingMoreUntilThereIsRoom() throws InterruptedException, IOException {
        var place = folder.resolve("data");
        var mounted = SmallDisk.at(place);
        assumeTrue(mounted.isPresent(), "this user may not mount a disk");
        try (var disk = mounted.get()) {
            Files.write(place.resolve("before"), MEGABYTE);

            disk.fill();

            assertThrows(IOException.class, () -> Files.write(place.resolve("during"), MEGABYTE));
            assertArrayEquals(MEGABYTE, Files.readAllBytes(place.resolve("before")));

            disk.makeRoom();

            Files.write(place.resolve("after"), MEGABYTE);
            assertEquals(MEGABYTE.length, Files.size(place.resolve("after")));
        }
        assertFalse(Files.exists(place.resolve("before")), "the disk goes with all that was on it");
    }

    @Test
    void whatAnInterruptedRunHasLeftIsForgotten() throws InterruptedException, IOException {
        var place = folder.resolve("data");
        assumeTrue(SmallDisk.at(place).isPresent(), "this user may not mount a disk");
        Files.write(place.resolve("left"), MEGABYTE);

        SmallDisk.forget(place);

        assertFalse(Files.exists(place.resolve("left")));
        SmallDisk.forget(place);
    }
}
