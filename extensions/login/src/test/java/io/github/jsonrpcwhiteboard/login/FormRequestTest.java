package io.github.jsonrpcwhiteboard.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

class FormRequestTest {

    @Test
    void whatWasTypedStandsInForTheHeader() {
        Exchange exchange = Exchange.post("").header("Authorization", "Basic YTpi");
        AuthenticationRequest request =
                new FormRequest(exchange.request, new PasswordCredentials("typed", "x"));
        assertEquals(List.of(), request.headers("authorization"));
        assertEquals(Optional.of(new PasswordCredentials("typed", "x")), request.password());
        assertEquals(List.of("here:8080"), request.headers("host"));
        assertEquals(List.of(), request.headers("X-None"));
        assertEquals("POST http://here:8080/login q=1 192.0.2.1", request.method() + ' ' + request.url() + ' '
                + request.query() + ' ' + request.remoteAddress());
    }
}
