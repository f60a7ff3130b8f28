package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;

import io.github.jsonrpcwhiteboard.fixture.Conversations;
import io.github.jsonrpcwhiteboard.fixture.Conversations.Exchange;
import io.github.jsonrpcwhiteboard.fixture.Endpoints;
import io.github.jsonrpcwhiteboard.fixture.Endpoints.Endpoint;

/** The conversations that the unit tests have with the dispatcher, over HTTP. */
public class ConversationsIT extends InContainer {

    private static final String EXCHANGES = "itest.exchanges";

    /**
     * The container, with the conversations: their files can be read outside of it only.
     *
     * @return its options
     * @throws JsonProcessingException if they cannot be handed over
     */
    @Override
    @Configuration
    public Option[] container() throws JsonProcessingException {
        return options(Containers.host(Containers.BOTH), Containers.whiteboard(),
                frameworkProperty(EXCHANGES).value(new ObjectMapper().writeValueAsString(Conversations.all())));
    }

    /** Every request gets the answer that the file shows, and none gets none. */
    @Test
    public void conversations() throws JsonProcessingException {
        Endpoints.create().forEach(this::register);
        Exchange[] exchanges = new ObjectMapper().readValue(context.getProperty(EXCHANGES), Exchange[].class);
        assertTrue("no conversations", exchanges.length > 0);
        List<String> wrong = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            String method = exchange.light() == null ? ""
                    : '/' + URLEncoder.encode(exchange.light(), StandardCharsets.UTF_8).replace("+", "%20");
            HttpResponse<String> response = http.post(exchange.endpoint() + method, exchange.request());
            if (response.statusCode() != (exchange.answer().isEmpty() ? 204 : 200)
                    || !exchange.matches(response.body())) {
                wrong.add(exchange + " expected " + exchange.answer() + " but got " + response.statusCode() + ' '
                        + response.body());
            }
        }
        assertEquals(String.join("\n", wrong), 0, wrong.size());
    }

    private void register(Endpoint<?> endpoint) {
        register(endpoint.type(), endpoint.service(), open(endpoint.path()));
    }
}
