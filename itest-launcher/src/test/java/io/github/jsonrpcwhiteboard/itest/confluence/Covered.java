package io.github.jsonrpcwhiteboard.itest.confluence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which methods the tests of this run have called. */
final class Covered {

    private static final Set<String> ANSWERED = ConcurrentHashMap.newKeySet();
    private static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    private Covered() {
    }

    static void answered(String method) {
        ANSWERED.add(method);
    }

    static void refused(String method) {
        REFUSED.add(method);
    }

    static Set<String> answered() {
        return ANSWERED;
    }

    static Set<String> refused() {
        return REFUSED;
    }
}
