package city.c3po.local.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmTest {
    private final Realm realm = Realm.local();
    private JsonNode json;

    @BeforeEach
    void as_it_is_imported() throws IOException {
        json = new ObjectMapper().readTree(realm.json());
    }

    @Test
    void it_has_the_roles_of_the_api() {
        assertEquals(
                Set.of(
                        "submitter",
                        "portfolio-manager",
                        "assessor",
                        "board-member",
                        "signatory",
                        "auditor",
                        "clerk",
                        "feeder",
                        "reader",
                        "vendor",
                        "policy-admin",
                        "operator"),
                roles());
    }

    @Test
    void it_has_the_people_of_the_local_suite() {
        assertEquals(
                List.of(
                        "submitter",
                        "submitter-2",
                        "ppm",
                        "ppm-2",
                        "sponsor",
                        "department-head",
                        "department-head-2",
                        "cio",
                        "product-owner",
                        "finance-officer",
                        "security-officer",
                        "it-liaison",
                        "board-chair",
                        "board-member-1",
                        "board-member-2",
                        "board-member-3",
                        "board-member-4",
                        "assessor-1",
                        "assessor-2",
                        "assessor-3",
                        "auditor",
                        "auditor-2",
                        "clerk",
                        "vendor",
                        "policy-admin",
                        "policy-admin-2",
                        "operator",
                        "resident"),
                realm.users());
    }

    @Test
    void every_seat_can_be_held_by_a_signatory() {
        for (var seat : List.of(
                "ppm",
                "ppm-2",
                "sponsor",
                "department-head",
                "department-head-2",
                "cio",
                "product-owner",
                "finance-officer",
                "security-officer",
                "it-liaison")) {
            assertTrue(rolesOf(seat).contains("signatory"), seat);
        }
    }

    @Test
    void whoever_has_a_role_has_one_that_exists() {
        for (var user : each("users")) {
            assertTrue(
                    roles().containsAll(texts(user.get("realmRoles"))),
                    user.get("username").asText());
        }
        assertEquals(Set.of(), rolesOf("resident"));
    }

    @Test
    void people_belong_where_the_story_needs_them() {
        assertEquals(Set.of("DEP-PW"), attribute("submitter", "departments"));
        assertEquals(Set.of("DEP-PW"), attribute("department-head", "departments"));
        assertEquals(Set.of("DEP-LIB"), attribute("submitter-2", "departments"));
        assertEquals(Set.of("DEP-LIB"), attribute("department-head-2", "departments"));
        assertEquals(Set.of("DEP-PW", "DEP-LIB"), attribute("it-liaison", "departments"));
        assertEquals(Set.of("city-auditor"), attribute("auditor", "bodies"));
        assertEquals(Set.of("city-auditor"), attribute("auditor-2", "bodies"));
        assertEquals(Set.of("smart-cities-committee"), attribute("clerk", "bodies"));
        assertEquals(Set.of("V-1001"), attribute("vendor", "vendor"));
    }

    @Test
    void ids_are_fixed_and_none_is_used_twice() {
        var ids = new HashSet<String>();
        for (var user : each("users")) {
            var id = user.path("id").asText();
            assertTrue(id.matches("00000000-0000-7000-8000-[0-9]{12}"), id);
            assertTrue(ids.add(id), id);
        }
        assertEquals("00000000-0000-7000-8000-000000000001", realm.subject("submitter"));
    }

    @Test
    void the_password_of_a_person_is_the_name() {
        for (var user : each("users")) {
            if (!user.has("serviceAccountClientId")) {
                assertEquals(
                        user.get("username").asText(),
                        user.at("/credentials/0/value").asText());
            }
        }
    }

    @Test
    void systems_deliver_for_their_own_source() {
        assertEquals(
                List.of("finance-system", "procurement-system", "discovery-system", "reporting-job"), realm.systems());
        var sources = new HashMap<String, Set<String>>();
        for (var user : each("users")) {
            if (user.has("serviceAccountClientId")) {
                sources.put(
                        user.get("serviceAccountClientId").asText() + " " + texts(user.get("realmRoles")),
                        texts(user.at("/attributes/sources")));
            }
        }
        assertEquals(
                Map.of(
                        "finance-system [feeder]", Set.of("finance"),
                        "procurement-system [feeder]", Set.of("procurement"),
                        "discovery-system [feeder]", Set.of("discovery"),
                        "reporting-job [reader]", Set.of()),
                sources);
    }

    @Test
    void no_file_holds_a_secret() {
        for (var client : each("clients")) {
            if (client.get("publicClient").asBoolean()) {
                assertFalse(client.has("secret"));
            } else {
                var variable =
                        Secrets.setting("client." + client.get("clientId").asText());
                assertEquals("${" + variable + "}", client.get("secret").asText());
            }
        }
    }

    @Test
    void a_browser_client_proves_its_code_and_takes_no_password() {
        for (var client : each("clients")) {
            assertFalse(
                    client.get("directAccessGrantsEnabled").asBoolean(),
                    client.get("clientId").asText());
            assertFalse(client.get("implicitFlowEnabled").asBoolean());
            if (client.get("publicClient").asBoolean()) {
                assertEquals(
                        "S256",
                        client.at("/attributes/pkce.code.challenge.method").asText());
            }
        }
    }

    @Test
    void every_client_puts_the_agreed_claims_into_its_tokens() {
        var claimsOfScopes = new HashMap<String, Set<String>>();
        for (var scope : each("clientScopes")) {
            claimsOfScopes.put(scope.get("name").asText(), claims(scope));
        }
        for (var client : each("clients")) {
            var claims = texts(client.get("defaultClientScopes")).stream()
                    .flatMap(scope -> claimsOfScopes.get(scope).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    Set.of(
                            "sub",
                            "auth_time",
                            "acr",
                            "aud c3po",
                            "realm_access.roles",
                            "departments",
                            "sources",
                            "bodies",
                            "vendor",
                            "preferred_username",
                            "name"),
                    claims,
                    client.get("clientId").asText());
        }
    }

    @Test
    void nobody_can_give_claims_to_themselves() throws IOException {
        var profile = new ObjectMapper()
                .readTree(json.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        var editors = new HashMap<String, Set<String>>();
        profile.get("attributes")
                .forEach(attribute ->
                        editors.put(attribute.get("name").asText(), texts(attribute.at("/permissions/edit"))));

        for (var claim : List.of("departments", "sources", "bodies", "vendor")) {
            assertEquals(Set.of("admin"), editors.get(claim), claim);
        }
    }

    private static Set<String> claims(JsonNode scope) {
        var claims = new HashSet<String>();
        for (var mapper : scope.get("protocolMappers")) {
            var config = mapper.get("config");
            assertEquals(
                    "true",
                    config.path("access.token.claim").asText(),
                    mapper.get("name").asText());
            claims.add(
                    switch (mapper.get("protocolMapper").asText()) {
                        case "oidc-audience-mapper" ->
                            "aud " + config.get("included.custom.audience").asText();
                        case "oidc-sub-mapper" -> "sub";
                        case "oidc-acr-mapper" -> "acr";
                        case "oidc-full-name-mapper" -> "name";
                        default -> config.get("claim.name").asText();
                    });
        }
        return claims;
    }

    private Set<String> roles() {
        return stream(json.at("/roles/realm"))
                .map(role -> role.get("name").asText())
                .collect(Collectors.toSet());
    }

    private Set<String> rolesOf(String user) {
        return texts(user(user).get("realmRoles"));
    }

    private Set<String> attribute(String user, String attribute) {
        return texts(user(user).at("/attributes/" + attribute));
    }

    private JsonNode user(String name) {
        return stream(json.get("users"))
                .filter(user -> user.get("username").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> each(String field) {
        return stream(json.get(field)).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
