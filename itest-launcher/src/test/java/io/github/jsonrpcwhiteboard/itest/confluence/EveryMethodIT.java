package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SessionService;

/** Comes last, and looks at what the others called: every method, and every one by somebody who may not. */
@Order(Integer.MAX_VALUE)
class EveryMethodIT {

    /** For everybody who may use the site. */
    private static final Set<String> FOR_ALL = Set.of("getServerInfo", "getClusterInformation", "getSpaces",
            "getSpaceGroups", "getSpaceLevelPermissions");

    private final Set<String> methods = Stream.of(ConfluenceService.class.getMethods())
            .filter(method -> method.getDeclaringClass() != SessionService.class).map(method -> method.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyMethodHasBeenCalledAndRefused() {
        assumeTrue(Covered.answered().size() > methods.size() / 2, "counts what the other tests of this run called");
        assertEquals(Set.of(), without(methods, Covered.answered()), "never called");
        assertEquals(Set.of(), without(without(methods, FOR_ALL), Covered.refused()), "never refused");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(method -> !some.contains(method)).collect(Collectors.toCollection(TreeSet::new));
    }
}
