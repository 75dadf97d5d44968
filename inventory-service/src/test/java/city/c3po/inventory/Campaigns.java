package city.c3po.inventory;

import static city.c3po.inventory.Http.LIAISON;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;

/** Campaigns, as the office opens them and departments answer. */
public record Campaigns(String id, String attestation) {
    /** Of one department, which has something. */
    public static Campaigns opened(String department) {
        var campaign = open(department, "");
        return new Campaigns(
                campaign.jsonPath().getString("id"),
                attestation(campaign).jsonPath().getString("id"));
    }

    public static Response open(String department, String more) {
        return expect(
                201, post(PPM, "/v1/attestation-campaigns", """
                {"title": "Fiscal year", "dueOn": "%s", "departments": ["%s"]%s}""".formatted(today().plusDays(30), department, more)));
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Los_Angeles"));
    }

    /** Of a campaign that asks one department. */
    public static Response attestation(Response campaign) {
        var found = expect(
                200, get(PPM, "/v1/attestations?campaign=" + campaign.jsonPath().getString("id")));
        return expect(200, get(PPM, found.jsonPath().getString("items[0].href")));
    }

    /** The clock has passed it. */
    public static void overdue(Response attestation) {
        City.run("update attestation set due_at = now() - interval '1 day' where id = '"
                + attestation.jsonPath().getString("id") + "'");
        inState(attestation, "ESCALATED");
    }

    public static Response inState(Response one, String state) {
        Story.await(
                state,
                () -> get(PPM, one.jsonPath().getString("href"))
                        .jsonPath()
                        .getString("state")
                        .equals(state));
        return expect(200, get(PPM, one.jsonPath().getString("href")));
    }

    /** Every fact about attestations happens once. */
    static void tell() {
        City.run("update known_reference set head = '" + Http.HEAD_OF_LIBRARY.subject() + "' where id = 'DEP-LIB'");
        var confirmed = open("DEP-LIB", "");
        var attestation = attestation(confirmed);
        overdue(attestation);
        attestation = expect(200, get(PPM, attestation.jsonPath().getString("href")));
        expect(200, verb(LIAISON, attestation, "confirm", "{\"all\": true, \"remark\": \"All there\"}"));
        inState(confirmed, "CLOSED");
        expect(200, verb(PPM, open("DEP-LIB", ""), "call-off", "{\"reason\": \"Too early\"}"));
    }
}
