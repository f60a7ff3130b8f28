package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.AuthenticationFailedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteServerInfo;

class ServiceTest {

    static Stream<Method> methods() {
        return Stream.of(ConfluenceService.class.getMethods()).filter(method -> !method.getName().equals("login"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodTakesATokenFirstAndDeclaresWhatItThrows(Method method) {
        Parameter first = method.getParameters()[0];
        assertEquals("token", first.getName());
        assertEquals(String.class, first.getType());
        assertTrue(Arrays.asList(method.getExceptionTypes()).contains(RemoteException.class));
    }

    @Test
    void parametersKeepTheirNames() throws Exception {
        Method method = ConfluenceService.class.getMethod("getPage", String.class, String.class, String.class);
        assertArrayEquals(new String[] {"token", "spaceKey", "pageTitle"},
                Stream.of(method.getParameters()).map(Parameter::getName).toArray());
    }

    @Test
    void theServerTellsItsVersion() throws Exception {
        try (TestSite site = TestSite.inMemory()) {
            RemoteServerInfo info = site.service.getServerInfo(TOKEN);
            assertEquals("1.2.3", info.getMajorVersion() + "." + info.getMinorVersion() + "." + info.getPatchLevel());
            assertEquals("1.2.3.b4", info.getBuildId());
            assertTrue(info.isDevelopmentBuild());
            assertEquals("http://wiki", info.getBaseUrl());
        }
    }

    @Test
    void thereAreNoTokenSessions() throws Exception {
        try (TestSite site = TestSite.inMemory()) {
            assertThrows(AuthenticationFailedException.class, () -> site.service.login("alice", "secret"));
            assertFalse(site.service.logout(TOKEN));
        }
    }

    @Test
    void theServiceIsAnOrdinaryObject() throws Exception {
        try (TestSite site = TestSite.inMemory(); TestSite other = TestSite.inMemory()) {
            assertEquals(site.service, site.service);
            assertEquals(site.service.hashCode(), site.service.hashCode());
            assertFalse(site.service.equals(other.service));
            assertEquals(ConfluenceService.class.getName(), site.service.toString());
        }
    }
}
