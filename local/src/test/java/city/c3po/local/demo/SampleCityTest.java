package city.c3po.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.identity.Realm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SampleCityTest {
    private final SampleCity city = SampleCity.load();
    private final Realm realm = Realm.local();

    @Test
    void it_has_the_eight_initiatives_of_the_report() {
        var report = StreamSupport.stream(
                        SampleCity.read("portfolio.json").get("initiatives").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());

        assertEquals(8, report.size());
        assertEquals(
                report, city.initiatives().stream().map(SampleCity.Idea::title).collect(Collectors.toSet()));
    }

    @Test
    void it_has_the_ten_recommendations_of_the_audit() {
        assertEquals(10, city.audit().get("recommendations").size());
    }

    @Test
    void every_record_is_marked_as_sample_data() {
        city.referenceData()
                .forEach(entry -> assertTrue(entry.body().get("sampleData").asBoolean(), entry.path()));
        city.initiatives()
                .forEach(idea -> assertTrue(idea.body().get("sampleData").asBoolean(), idea.title()));
    }

    @Test
    void every_person_of_the_realm_is_a_person_of_the_city() {
        var people = paths("/v1/people/");

        assertEquals(realm.users().stream().map(realm::subject).collect(Collectors.toSet()), people);
    }

    @Test
    void departments_are_headed_by_people_of_the_city() {
        for (var entry : city.referenceData()) {
            if (entry.path().startsWith("/v1/departments/")) {
                assertTrue(
                        paths("/v1/people/").contains(entry.body().get("head").asText()), entry.path());
            }
        }
    }

    @Test
    void initiatives_name_what_the_city_has() {
        for (var idea : city.initiatives()) {
            var body = idea.body();
            assertTrue(
                    paths("/v1/departments/")
                            .contains(body.get("sponsoringDepartment").asText()),
                    idea.title());
            body.path("affectedDepartments")
                    .forEach(code -> assertTrue(paths("/v1/departments/").contains(code.asText()), idea.title()));
            assertTrue(
                    !body.has("vendor")
                            || paths("/v1/vendors/").contains(body.get("vendor").asText()),
                    idea.title());
            assertTrue(
                    paths("/v1/funding-lines/").contains(body.get("fundingLine").asText()), idea.title());
        }
    }

    @Test
    void whoever_speaks_has_a_token() {
        assertTrue(realm.users().contains(city.keeper()));
        for (var idea : city.initiatives()) {
            assertTrue(realm.users().contains(idea.by()) || realm.systems().contains(idea.by()), idea.by());
        }
    }

    private Set<String> paths(String prefix) {
        var keys = new HashSet<String>();
        for (var entry : city.referenceData()) {
            if (entry.path().startsWith(prefix)) {
                assertTrue(keys.add(entry.path().substring(prefix.length())), entry.path());
            }
        }
        return keys;
    }
}
