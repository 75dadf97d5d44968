package city.c3po.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class InitiativeTest {
    @Test
    void itFitsOnALineAndHasATitleOfItsOwn() throws JsonProcessingException {
        var document = Initiative.called("number 7");

        assertFalse(document.contains("\n"));
        assertEquals(
                "Leak sensors for the water mains, number 7",
                new ObjectMapper().readTree(document).get("title").asText());
    }
}
