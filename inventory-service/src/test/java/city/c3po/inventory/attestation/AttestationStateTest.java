package city.c3po.inventory.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttestationStateTest {
    @Test
    void an_attestation_ends_once() {
        assertEquals(
                """
                OPEN -> ESCALATED CLOSED CALLED_OFF
                ESCALATED -> CLOSED CALLED_OFF
                CLOSED ->
                CALLED_OFF ->""",
                Arrays.stream(AttestationState.values())
                        .map(state -> state + " ->"
                                + state.next().stream().map(next -> " " + next).collect(Collectors.joining()))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void a_campaign_ends_once() {
        assertEquals(
                """
                OPEN -> CLOSED CALLED_OFF
                CLOSED ->
                CALLED_OFF ->""",
                Arrays.stream(CampaignState.values())
                        .map(state -> state + " ->"
                                + state.next().stream().map(next -> " " + next).collect(Collectors.joining()))
                        .collect(Collectors.joining("\n")));
    }
}
