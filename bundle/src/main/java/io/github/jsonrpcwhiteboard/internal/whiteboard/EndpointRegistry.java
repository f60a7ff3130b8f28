package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.jsonrpcwhiteboard.internal.protocol.Caller;

/**
 * Who answers where. Writers take a lock, decide from all claims and publish with one volatile write; readers take none
 * and see either all of a change or nothing. Knows no framework. Safe for use by several threads.
 */
public final class EndpointRegistry {

    private final Runnable changed;
    private final CallStats total = new CallStats(null);
    private final Object lock = new Object();
    /** Guarded by {@link #lock}. */
    private final Map<Object, Claim> claims = new HashMap<>();
    /** Guarded by {@link #lock}: for each path those who want it, the first has it. */
    private final Map<String, TreeMap<Revision.Rank, Claim>> wanted = new HashMap<>();
    private volatile Snapshot snapshot = new Snapshot(0, PathMap.empty());

    /** What readers see. */
    private record Snapshot(long changeCount, PathMap<Endpoint> endpoints) {
    }

    /**
     * An empty registry.
     *
     * @param changed told after each change, under no lock
     */
    EndpointRegistry(Runnable changed) {
        this.changed = changed;
    }

    /**
     * Finds the endpoint of a path and begins to use it; whoever gets one must {@link Endpoint#leave} it.
     *
     * @param path the path below the prefix
     * @return null if there is none
     */
    public Endpoint enter(String path) {
        while (true) {
            Endpoint endpoint = snapshot.endpoints.get(path);
            if (endpoint == null || endpoint.enter()) {
                return endpoint;
            }
        }
    }

    /**
     * The endpoint of a path, not to be used but to be asked.
     *
     * @param path the path below the prefix
     * @return null if there is none
     */
    public Endpoint find(String path) {
        return snapshot.endpoints.get(path);
    }

    /**
     * The endpoints that a caller may use, in the order of their paths, and who the caller is.
     *
     * @param caller who asks
     * @param url tells where an endpoint is called
     * @param document tells where its OpenRPC document is
     * @return JSON
     */
    public byte[] index(Caller caller, Function<Endpoint, String> url, Function<Endpoint, String> document) {
        List<Endpoint> endpoints = new ArrayList<>();
        snapshot.endpoints.forEach(endpoint -> {
            if (endpoint.admits(caller)) {
                endpoints.add(endpoint);
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::path));
        return Index.write(caller, endpoints, url, document);
    }

    /** The calls of all services, those that have gone included. */
    CallStats total() {
        return total;
    }

    long changeCount() {
        return snapshot.changeCount;
    }

    /**
     * Notes that a service is new or has changed.
     *
     * @param key the service
     * @param source where its object comes from
     * @return what to give back with its reading
     */
    Ticket touch(Object key, ServiceHolder.Source source) {
        synchronized (lock) {
            Claim claim = claims.computeIfAbsent(key, k -> new Claim(source, total));
            return new Ticket(key, claim, ++claim.version);
        }
    }

    /** A claim by its key, and the event after which it was read. */
    record Ticket(Object key, Claim claim, long version) {
    }

    /**
     * Publishes what was read, unless the service has changed since. Neither a revision nor a failure: it asks for
     * nothing any more.
     *
     * @param ticket from {@link #touch}
     * @param revision what it offers, or null
     * @param failure why it is no endpoint, or null
     * @return false if the service must be read again
     */
    boolean publish(Ticket ticket, Revision revision, Failure failure) {
        Claim claim = ticket.claim;
        List<ServiceHolder> retired;
        synchronized (lock) {
            if (claim.gone) {
                return true;
            }
            if (claim.version != ticket.version) {
                return false;
            }
            if (revision == null && failure == null) {
                claims.remove(ticket.key);
                claim.gone = true;
            }
            retired = swap(claim, revision, failure);
        }
        finish(retired);
        return true;
    }

    /**
     * A service has gone.
     *
     * @param key the service
     */
    void remove(Object key) {
        List<ServiceHolder> retired;
        synchronized (lock) {
            Claim claim = claims.remove(key);
            if (claim == null) {
                return;
            }
            claim.gone = true;
            retired = swap(claim, null, null);
        }
        finish(retired);
    }

    private void finish(List<ServiceHolder> retired) {
        retired.forEach(ServiceHolder::retire);
        changed.run();
    }

    /** Gives a claim a new state, and all paths that this touches to whom they belong now. */
    private List<ServiceHolder> swap(Claim claim, Revision revision, Failure failure) {
        Set<String> touched = new LinkedHashSet<>(claim.paths());
        Set<Claim> affected = new LinkedHashSet<>(Set.of(claim));
        for (String path : claim.paths()) {
            TreeMap<Revision.Rank, Claim> claimants = wanted.get(path);
            claimants.remove(claim.revision.rank());
            if (claimants.isEmpty()) {
                wanted.remove(path);
            }
        }
        claim.take(revision, failure);
        for (String path : claim.paths()) {
            touched.add(path);
            TreeMap<Revision.Rank, Claim> claimants = wanted.computeIfAbsent(path, p -> new TreeMap<>());
            claimants.put(revision.rank(), claim);
        }
        for (String path : touched) {
            affected.addAll(wanted.getOrDefault(path, new TreeMap<>()).values());
        }
        List<ServiceHolder> retired = renewHolders(affected);
        Map<String, Endpoint> changes = new HashMap<>();
        for (String path : touched) {
            Claim winner = winner(path);
            changes.put(path, winner == null ? null : winner.at(path));
        }
        snapshot = new Snapshot(snapshot.changeCount + 1, snapshot.endpoints.with(changes));
        return retired;
    }

    private Claim winner(String path) {
        TreeMap<Revision.Rank, Claim> claimants = wanted.get(path);
        return claimants == null ? null : claimants.firstEntry().getValue();
    }

    /** A claim has a holder exactly while it has a path: who is shadowed keeps no service object. */
    private List<ServiceHolder> renewHolders(Collection<Claim> affected) {
        List<ServiceHolder> retired = new ArrayList<>();
        for (Claim claim : affected) {
            boolean wins = claim.paths().stream().anyMatch(path -> winner(path) == claim);
            if (wins && claim.holder == null) {
                claim.holder = claim.newHolder();
            } else if (!wins && claim.holder != null) {
                retired.add(claim.holder);
                claim.holder = null;
            }
        }
        return retired;
    }

    /** A consistent view of everything, for people. */
    record State(long changeCount, List<Endpoint> live, List<Endpoint> shadowed, List<Failure> failed) {
    }

    State state() {
        synchronized (lock) {
            List<Endpoint> live = new ArrayList<>();
            List<Endpoint> shadowed = new ArrayList<>();
            wanted.forEach((path, claimants) -> claimants.values().forEach(claim ->
                    (claim == winner(path) ? live : shadowed).add(claim.at(path))));
            List<Failure> failed = claims.values().stream().map(claim -> claim.failure).filter(f -> f != null).toList();
            return new State(snapshot.changeCount, live, shadowed, failed);
        }
    }
}
