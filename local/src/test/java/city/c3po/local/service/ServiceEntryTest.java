package city.c3po.local.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceTest {
    @Test
    void every_service_of_the_repository_is_part_of_the_local_suite() throws IOException {
        try (var folders = Files.list(Path.of(System.getProperty("c3po.root")))) {
            var modules = folders.filter(
                            folder -> folder.getFileName().toString().endsWith("-service"))
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(
                    modules,
                    ServiceEntry.ALL.stream().map(ServiceEntry::module).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void a_key_is_the_first_word_of_its_module() {
        for (var service : ServiceEntry.ALL) {
            assertTrue(service.module().startsWith(service.key() + "-"), service.module());
        }
    }
}
