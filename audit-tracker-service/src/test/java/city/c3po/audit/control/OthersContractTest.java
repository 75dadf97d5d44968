package city.c3po.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.contract.Contracts;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the controls read is what the contracts of the other services show: a word that is gone there is missed here. */
class OthersContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Owner and aggregate, and what is read of its state. */
    private static final Map<String, List<String>> READ = new TreeMap<>(Map.ofEntries(
            Map.entry("portfolio department", List.of("/head")),
            Map.entry(
                    "portfolio policy",
                    List.of("/code", "/state", "/acknowledgements/0/department", "/acknowledgements/0/at")),
            Map.entry("portfolio initiative", List.of("/state", "/ppm", "/triage/outcome", "/number", "/href")),
            Map.entry("portfolio project", List.of("/state", "/ppm", "/initiative/id", "/number", "/href")),
            Map.entry("portfolio ranking", List.of("/places/0/initiative/id")),
            Map.entry("portfolio lesson", List.of("/state", "/project")),
            Map.entry("charter charterTemplate", List.of("/text/rules", "/text/staffing", "/text/documents")),
            Map.entry(
                    "charter charter",
                    List.of(
                            "/state",
                            "/tier",
                            "/sessions",
                            "/departments/0",
                            "/project/id",
                            "/template/id",
                            "/content/people/stakeholders/0/level",
                            "/content/people/noStakeholders/0/level",
                            "/content/people/staffing",
                            "/content/people/liaisons",
                            "/content/project/how/approach/decidedOn",
                            "/content/project/how/governance")),
            Map.entry(
                    "charter engagement",
                    List.of(
                            "/project/id",
                            "/solicitedOn",
                            "/awardedOn",
                            "/endsOn",
                            "/createdAt",
                            "/keyPositions/0/key",
                            "/keyPositions/0/nameBy",
                            "/keyPositions/0/nominees/0/state")),
            Map.entry("charter evaluation", List.of("/state", "/finalAt", "/engagement/id")),
            Map.entry("charter document", List.of("/kind", "/charter/id", "/withdrawnAt")),
            Map.entry("inventory quality", List.of("/city", "/index")),
            Map.entry(
                    "reporting report",
                    List.of(
                            "/state",
                            "/dueAt",
                            "/meetingDate",
                            "/publishedAt",
                            "/cutOff",
                            "/everyMonths",
                            "/supersedes"))));

    @Test
    void whatIsReadIsPublished() throws IOException {
        var missing = new ArrayList<String>();
        for (var entry : READ.entrySet()) {
            var name = entry.getKey().split(" ");
            var contracts = Contracts.of(name[0]);
            for (var pointer : entry.getValue()) {
                boolean found = false;
                for (var type : contracts.types()) {
                    if (type.startsWith("city.c3po." + name[1] + ".")) {
                        for (var example : contracts.examples(type)) {
                            var state = JSON.readTree(Files.readString(example)).path("state");
                            found |= !state.at(pointer).isMissingNode();
                        }
                    }
                }
                if (!found) {
                    missing.add(entry.getKey() + pointer);
                }
            }
        }
        assertEquals(List.of(), missing);
    }
}
