package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.LabelTable.Use;

/** What tells which labels come first: where they are used. */
record LabelUses(List<Use> uses) {

    RemoteLabel[] mostPopular(int most) throws RemoteException {
        return highest(List::size, most);
    }

    RemoteLabel[] recentlyUsed(int most) throws RemoteException {
        return highest(some -> some.stream().mapToLong(use -> use.since().toEpochMilli()).max().orElseThrow(), most);
    }

    /** Other labels of what has such a label. */
    RemoteLabel[] relatedTo(LabelName name, int most) throws RemoteException {
        Set<Long> objects = uses.stream().filter(use -> name.isOf(use.label())).map(Use::object)
                .collect(Collectors.toSet());
        return new LabelUses(uses.stream()
                .filter(use -> objects.contains(use.object()) && !name.isOf(use.label())).toList()).mostPopular(most);
    }

    /** Such labels, by name. */
    RemoteLabel[] of(Predicate<RemoteLabel> filter) throws RemoteException {
        return new LabelUses(uses.stream().filter(use -> filter.test(use.label())).toList())
                .highest(some -> 0, Integer.MAX_VALUE);
    }

    /** By name, where the rank is the same. */
    private RemoteLabel[] highest(ToLongFunction<List<Use>> rank, int most) throws RemoteException {
        Comparator<List<Use>> first = Comparator.comparingLong(rank).reversed();
        return uses.stream().collect(Collectors.groupingBy(use -> use.label().getId())).values().stream()
                .sorted(first.thenComparing(some -> some.get(0).label().getName())
                        .thenComparing(some -> some.get(0).label().getNamespace()))
                .limit(Checks.positive(most, "maximum of labels"))
                .map(some -> some.get(0).label()).toArray(RemoteLabel[]::new);
    }
}
