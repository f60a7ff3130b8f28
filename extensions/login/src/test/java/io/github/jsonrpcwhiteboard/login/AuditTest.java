package io.github.jsonrpcwhiteboard.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {

    private final Logger log = Logger.getLogger("io.github.jsonrpcwhiteboard.audit");
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void leave() {
        log.removeHandler(handler);
    }

    @Test
    void aNameCannotForgeALineNorFloodTheLog() {
        Audit.login(new Login("a\r\nb \u2028\u202Ec" + "x".repeat(1000), Set.of()), Exchange.get().request);
        assertEquals(List.of("login user=a\\u000D\\u000Ab\\u0020\\u2028\\u202Ec" + "x".repeat(128 - 8)
                + " from=192.0.2.1"), lines);
    }

    @Test
    void nothingThatWasTypedIsLogged() throws Exception {
        Sessions sessions = new Sessions(System::nanoTime);
        LoginServlet login = new LoginServlet(sessions, () -> new OneUser("ann", "other"));
        Exchange.post("user=oops-my-password&password=secret").run(login);
        assertEquals(List.of("refused POST /login status=401 from=192.0.2.1"), lines);
    }
}
