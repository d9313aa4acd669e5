package dev.hubtwin.internal.seed.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.control.model.StateCampaignIssue;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A typed seed")
class RecordReaderTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    @Test
    @DisplayName("is what Jackson makes of the same document, for everything that a seed can say")
    void isWhatJacksonMakes() throws IOException {
        Path sample = Path.of("src/test/resources/dev/hubtwin/internal/seed/everything.yaml");
        JsonNode everything = SeedTree.tree(Seed.read(sample).toMap());
        assertEquals(JACKSON.treeToValue(everything, State.class), RecordReader.read(everything, State.class));
    }

    @Test
    @DisplayName("refuses a number that its member cannot hold")
    void refusesWhatDoesNotFit() throws IOException {
        JsonNode large = JACKSON.readTree("{\"repository\": \"acme/widgets\", \"number\": 4294967297}");
        assertThrows(ArithmeticException.class, () -> RecordReader.read(large, StateCampaignIssue.class));
    }
}
