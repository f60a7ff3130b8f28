package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What users say that they are busy with. Of one user, and of all together, only the latest are kept: clients go away
 * and do not say so. Safe for use by several threads.
 */
public final class Activities {

    static final int MAX_SIZE = 1000;
    static final int MAX_OF_USER = 20;

    /** In the order in which they began. Guarded by itself. */
    private final Set<Activity> inProgress = new LinkedHashSet<>();

    private record Activity(String user, String key) {
    }

    /** Notes an activity; false if it was noted before. */
    public boolean start(String user, String key) {
        Activity activity = new Activity(user, key);
        synchronized (inProgress) {
            if (inProgress.contains(activity)) {
                return false;
            }
            List<Activity> own = inProgress.stream().filter(other -> other.user.equals(user)).toList();
            if (own.size() == MAX_OF_USER) {
                inProgress.remove(own.get(0));
            } else if (inProgress.size() == MAX_SIZE) {
                inProgress.remove(inProgress.iterator().next());
            }
            return inProgress.add(activity);
        }
    }

    /** Forgets an activity; false if it was not noted. */
    public boolean stop(String user, String key) {
        synchronized (inProgress) {
            return inProgress.remove(new Activity(user, key));
        }
    }

    /** All, for people to read. */
    @Override
    public String toString() {
        synchronized (inProgress) {
            return inProgress.stream().map(activity -> activity.user + ": " + activity.key)
                    .collect(Collectors.joining(", "));
        }
    }
}
