package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A NUL is a character that JSON does not allow, or the sign of another encoding. */
class NulTest {

    @ParameterizedTest
    @CsvSource({"UTF-8, '[\"\u0000\"]', a control character, 2", "UTF-8, '[1,\u0000 2]', a control character, 3",
        "UTF-16LE, [1], not UTF-8, 1", "UTF-16BE, [1], not UTF-8, 0", "UTF-32BE, [1], not UTF-8, 0",
        "UTF-32LE, [1], not UTF-8, 1", "ISO-8859-1, '[\"\u00e4\"]', not UTF-8, 2"})
    void nul(String encoding, String body, String reason, int position) throws Exception {
        try (Local local = new Local(LocalTarget.of(Runnable.class, new Thread(), 0), Map.of())) {
            JsonNode error = new ObjectMapper().readTree(local.heavy(body.getBytes(Charset.forName(encoding))))
                    .get("error");
            assertEquals(-32700, error.get("code").intValue());
            assertEquals(reason, error.at("/data/reason").textValue());
            assertEquals(position, error.at("/data/position").intValue());
        }
    }
}
