package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.List;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;

/**
 * What a service offers as long as its properties stay as they are. Immutable.
 *
 * @param rank who comes first when two want a path
 * @param declaration what was asked for
 * @param interfaces names of the published interfaces
 * @param methods the callable methods
 * @param bundleId the bundle that registered the service
 * @param bundleName the symbolic name of that bundle
 * @param title for people
 * @param version for people
 */
record Revision(Rank rank, Declaration declaration, List<String> interfaces, MethodTable methods, long bundleId,
        String bundleName, String title, String version) {

    /** Highest ranking first, then lowest id (OSGi Core, section 5.2.5). */
    record Rank(int ranking, long serviceId) implements Comparable<Rank> {

        @Override
        public int compareTo(Rank other) {
            int byRanking = Integer.compare(other.ranking, ranking);
            return byRanking != 0 ? byRanking : Long.compare(serviceId, other.serviceId);
        }
    }
}
