package city.c3po.portfolio;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.fuzz.DocumentFuzzer;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithInfra(value = "portfolio", consumes = "charter")
class PortfolioFuzzTest extends DocumentFuzzer {
    private static final Set<String> OF_THE_DEPARTMENT = Set.of(
            "draftInitiative",
            "putInitiativeByRef",
            "editInitiative",
            "submitInitiative",
            "withdrawInitiative",
            "answerLesson",
            "overrideTriage");

    private static final Set<String> OF_THE_BOARD = Set.of(
            "openMeeting",
            "attendMeeting",
            "leaveMeeting",
            "adjournMeeting",
            "approveMinutes",
            "recuse",
            "putMotion",
            "vote",
            "closeVote",
            "rank");

    private Records records;

    @BeforeEach
    void records() {
        records = Records.made();
    }

    @Override
    protected Optional<String> bearer(Operation operation) {
        return Optional.of(caller(operation).bearer());
    }

    private static Tokens caller(Operation operation) {
        if (OF_THE_DEPARTMENT.contains(operation.id())) {
            return Http.SUBMITTER;
        }
        if (operation.path().startsWith("/v1/portfolio-parked-events")) {
            return Tokens.as("operator");
        }
        if (operation.id().toLowerCase(Locale.ROOT).contains("assess")) {
            return Http.ASSESSOR_1;
        }
        if (OF_THE_BOARD.contains(operation.id())) {
            return Http.CHAIR;
        }
        return Stream.of(
                                "/v1/initiatives",
                                "/v1/pro",
                                "/v1/lessons",
                                "/v1/scoring-models",
                                "/v1/boards",
                                "/v1/trainings",
                                "/v1/support",
                                "/v1/reference-classes",
                                "/v1/capacity")
                        .anyMatch(operation.path()::startsWith)
                ? Http.PPM
                : Http.ADMIN;
    }

    /** Some 300 operations; the whole suite is fuzzed once more behind the gateway. */
    @Override
    protected int attacksPerOperation() {
        return Integer.getInteger("c3po.fuzz.count", 15);
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }
}
