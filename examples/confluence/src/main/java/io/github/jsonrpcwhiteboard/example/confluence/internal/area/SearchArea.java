package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.api.SearchService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.Criteria;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.FoundTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.IndexQueue;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** Search. */
public final class SearchArea implements SearchService {

    private static final int MOST_RESULTS = 1000;
    private static final int QUERY_LENGTH = 1000;
    private static final List<String> TYPES = List.of(Content.PAGE, Content.COMMENT, RemoteSearchResult.SPACE,
            RemoteSearchResult.ATTACHMENT, RemoteSearchResult.USER, Content.BLOG_ENTRY);

    private final Call call;
    private final Access access;
    private final SearchIndex index;

    public SearchArea(Call call, SearchIndex index) {
        this.call = call;
        this.access = new Access(call);
        this.index = index;
    }

    @Override
    public RemoteSearchResult[] search(String token, String query, int maxResults) throws RemoteException {
        return search(token, query, Map.of(), maxResults);
    }

    @Override
    public RemoteSearchResult[] search(String token, String query, Map<String, String> params, int maxResults)
            throws RemoteException {
        if (Checks.given(query, "query").length() > QUERY_LENGTH) {
            throw new RemoteException("The query is longer than " + QUERY_LENGTH + " characters.");
        }
        int most = Math.min(Checks.positive(maxResults, "maximum of results"), MOST_RESULTS);
        Map<String, String> given = params == null ? Map.of() : params;
        Viewable viewable = searchable(given.get("spaceKey"));
        Criteria criteria = new Criteria(query, viewable.spaces(),
                isEmpty(given.get("spaceKey")) && access.may(GlobalPermission.VIEWUSERPROFILES),
                type(given.get("type")), since(given.get("modified")), orNull(given.get("contributor")));
        return index.search(criteria, most, ids -> known(ids, viewable, criteria.users()))
                .toArray(new RemoteSearchResult[0]);
    }

    private Viewable searchable(String spaceKey) throws RemoteException {
        Viewable viewable = access.viewable();
        Set<String> spaces = new HashSet<>(isEmpty(spaceKey) ? viewable.spaces()
                : Set.of(access.space(spaceKey).getKey()));
        spaces.removeAll(new SpaceTable(call).archived());
        return new Viewable(spaces, viewable.hidden());
    }

    private Map<Long, RemoteSearchResult> known(Collection<Long> ids, Viewable viewable, boolean users) {
        return new FoundTable(call).find(ids).stream()
                .filter(found -> found.space() == null ? users : viewable.contains(found.space(), found.page()))
                .collect(Collectors.toMap(found -> found.result().getId(), FoundTable.Found::result));
    }

    private static String type(String type) throws RemoteException {
        if (!isEmpty(type) && !TYPES.contains(type)) {
            throw new RemoteException("The type is one of " + String.join(", ", TYPES) + ".");
        }
        return orNull(type);
    }

    private Instant since(String modified) throws RemoteException {
        if (isEmpty(modified)) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(call.now(), Site.ZONE);
        LocalDate day = switch (modified) {
            case "TODAY" -> today;
            case "YESTERDAY" -> today.minusDays(1);
            case "LASTWEEK" -> today.minusWeeks(1);
            case "LASTMONTH" -> today.minusMonths(1);
            default -> throw new RemoteException("The parameter modified is one of TODAY, YESTERDAY, LASTWEEK,"
                    + " LASTMONTH.");
        };
        return day.atStartOfDay(Site.ZONE).toInstant();
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    private static String orNull(String text) {
        return isEmpty(text) ? null : text;
    }

    @Override
    public boolean flushIndexQueue(String token) throws RemoteException {
        access.administrator("flush the index queue");
        return index.flush();
    }

    @Override
    public boolean clearIndexQueue(String token) throws RemoteException {
        access.administrator("clear the index queue");
        new IndexQueue(call.db()).clear();
        return true;
    }

    @Override
    public boolean recoverMainIndex(String token) throws RemoteException {
        access.administrator("recover the index");
        return index.rebuild();
    }
}
