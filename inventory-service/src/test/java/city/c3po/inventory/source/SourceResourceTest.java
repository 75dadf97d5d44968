package city.c3po.inventory.source;

import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class SourceResourceTest {
    @BeforeEach
    void references() {
        City.known();
    }

    private static String path() {
        return "/v1/sources/s" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_name_and_a_cadence_are_enough() {
        var path = path();
        var made = expect(201, create(ADMIN, path, "{\"name\": \"Discovery\", \"cadenceHours\": 24}"));
        assertEquals(72, made.jsonPath().getInt("freshHours"));
        assertEquals(100, made.jsonPath().getInt("rank"));
        assertEquals(
                "role-missing", refused(403, create(PPM, path(), "{\"name\": \"Discovery\", \"cadenceHours\": 24}")));
        assertEquals(
                "not-manual",
                refused(422, create(ADMIN, "/v1/sources/manual", "{\"name\": \"M\", \"cadenceHours\": 1}")));
        var same =
                expect(200, put(ADMIN, path, made.header("ETag"), "{\"name\": \"Discovery\", \"cadenceHours\": 24}"));
        assertEquals(made.header("ETag"), same.header("ETag"), "saying the same again changes nothing");
        expect(
                200,
                put(ADMIN, path, made.header("ETag"), "{\"name\": \"Discovery\", \"cadenceHours\": 12, \"rank\": 5}"));
        assertTrue(expect(200, get(PPM, path + "/history/verify")).jsonPath().getBoolean("verified"));
        assertEquals(
                "source-sample-data-fixed",
                refused(422, put(ADMIN, path, "*", "{\"name\": \"D\", \"cadenceHours\": 1, \"sampleData\": true}")));
    }
}
