package city.c3po.story.cast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What departments write down, by what the triage will make of it. */
public final class Proposals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Proposals() {}

    /** All four questions are answered no: 500,000.00 is not more than 500,000. */
    public static ObjectNode minor(String title) {
        return json("""
            {
              "title": "%s",
              "sponsoringDepartment": "DEP-PW",
              "affectedDepartments": [],
              "what": {"outcome": "Crews see their orders on a tablet", "users": "Forty crews"},
              "why": {"problem": "Paper orders get lost", "measure": "Orders closed on the day", "goals": ["Reliable streets"]},
              "cost": {
                "oneTime": [{"fiscalYear": 2027, "likely": {"amount": 500000.00, "currency": "USD"}}],
                "operations": []
              },
              "start": "2026-08-01",
              "finish": "2027-08-01",
              "profile": {
                "publicFacing": false, "personalCriminalOrHealthData": false, "surveillanceOrAi": false,
                "electedOfficialInterest": false, "legalMandate": false, "safety": false, "labour": false,
                "media": false, "flaggedSensitive": false
              }
            }""".formatted(title));
    }

    /** One cent above the line. */
    public static ObjectNode major(String title) {
        var proposal = minor(title);
        ((ObjectNode) proposal.at("/cost/oneTime/0/likely")).put("amount", new java.math.BigDecimal("500000.01"));
        return proposal;
    }

    /** Nothing speaks for major, but nobody has said whether it touches safety. */
    public static ObjectNode incomplete(String title) {
        var proposal = minor(title);
        ((ObjectNode) proposal.get("profile")).putNull("safety");
        return proposal;
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
