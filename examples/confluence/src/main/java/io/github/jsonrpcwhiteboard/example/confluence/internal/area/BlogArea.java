package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.BlogService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntrySummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.BlogTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** The rules for blog entries. */
public final class BlogArea implements BlogService {

    private static final int LAST_YEAR = 9999;
    private static final int MONTHS = 12;

    private final Call call;
    private final BlogTable entries;
    private final Access access;
    private final Links links;

    public BlogArea(Call call) {
        this.call = call;
        this.entries = new BlogTable(call);
        this.access = new Access(call);
        this.links = new Links(call);
    }

    @Override
    public RemoteBlogEntrySummary[] getBlogEntries(String token, String spaceKey) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        return access.visible(key, entries.inSpace(key), RemoteBlogEntrySummary::getId)
                .toArray(new RemoteBlogEntrySummary[0]);
    }

    @Override
    public RemoteBlogEntry getBlogEntry(String token, long entryId) throws RemoteException {
        return visible(entries.find(entryId));
    }

    @Override
    public RemoteBlogEntry getBlogEntryByDayAndTitle(String token, String spaceKey, int dayOfMonth, String postTitle)
            throws RemoteException {
        YearMonth month = YearMonth.from(call.now().atZone(Site.ZONE));
        return find(spaceKey, month, dayOfMonth, postTitle);
    }

    @Override
    public RemoteBlogEntry getBlogEntryByDateAndTitle(String token, String spaceKey, int year, int month,
            int dayOfMonth, String postTitle)
            throws RemoteException {
        checkRange(year, LAST_YEAR, "year");
        checkRange(month, MONTHS, "month");
        return find(spaceKey, YearMonth.of(year, month), dayOfMonth, postTitle);
    }

    private RemoteBlogEntry find(String spaceKey, YearMonth month, int dayOfMonth, String title)
            throws RemoteException {
        checkRange(dayOfMonth, month.lengthOfMonth(), "day of the month");
        String key = access.space(spaceKey).getKey();
        return visible(entries.find(key, month.atDay(dayOfMonth), Checks.given(title, "title of the blog entry")));
    }

    @Override
    public RemoteBlogEntry storeBlogEntry(String token, RemoteBlogEntry blogEntry) throws RemoteException {
        Checks.name(Checks.given(blogEntry, "blog entry").getTitle(), "title of the blog entry");
        Checks.text(blogEntry.getContent(), "content of the blog entry");
        long id = blogEntry.getId() == 0 ? create(blogEntry) : change(blogEntry);
        links.stored(id, blogEntry.getSpace(), blogEntry.getContent());
        return getBlogEntry(token, id);
    }

    private long create(RemoteBlogEntry entry) throws RemoteException {
        entry.setSpace(access.lockedSpace(entry.getSpace()).getKey());
        access.need(SpacePermission.EDITBLOG, entry.getSpace(), "write a blog entry in that space");
        if (entry.getPublishDate() == null) {
            entry.setPublishDate(Date.from(call.now()));
        }
        checkYear(entry.getPublishDate().toInstant());
        checkTitle(entry);
        return entries.insert(entry);
    }

    private long change(RemoteBlogEntry entry) throws RemoteException {
        access.lockedSpace(getBlogEntry(null, entry.getId()).getSpace());
        RemoteBlogEntry stored = getBlogEntry(null, entry.getId());
        access.needToEdit(access.content(entry.getId()), SpacePermission.EDITBLOG, "change that blog entry");
        if (entry.getSpace() != null && !entry.getSpace().equalsIgnoreCase(stored.getSpace())) {
            throw new RemoteException("The blog entry is in the space " + stored.getSpace() + " and stays there.");
        }
        if (entry.getPublishDate() != null && !second(entry.getPublishDate()).equals(second(stored.getPublishDate()))) {
            throw new RemoteException("The publish date of a blog entry stays what it is.");
        }
        entry.setSpace(stored.getSpace());
        entry.setPublishDate(stored.getPublishDate());
        checkTitle(entry);
        if (!entries.update(entry)) {
            throw new VersionMismatchException("You're trying to edit an outdated version of that blog entry.");
        }
        return stored.getId();
    }

    /** No other entry of that day may have the title. The space is held, so there will be none in a moment. */
    private void checkTitle(RemoteBlogEntry entry) throws RemoteException {
        LocalDate day = LocalDate.ofInstant(entry.getPublishDate().toInstant(), Site.ZONE);
        Optional<RemoteBlogEntry> other = entries.find(entry.getSpace(), day, entry.getTitle());
        if (other.isPresent() && other.get().getId() != entry.getId()) {
            throw new AlreadyExistsException("A blog entry with the title \"" + entry.getTitle()
                    + "\" already exists on that day in the space " + entry.getSpace() + ".");
        }
    }

    private RemoteBlogEntry visible(Optional<RemoteBlogEntry> found) throws RemoteException {
        return found.filter(entry -> access.canView(entry.getSpace(), entry.getId())).orElseThrow(() ->
                new RemoteException("You're not allowed to view that blog entry, or it does not exist."));
    }

    /** Not all clients keep milliseconds. */
    private static Instant second(Date date) {
        return date.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void checkYear(Instant published) throws RemoteException {
        checkRange(published.atZone(Site.ZONE).getYear(), LAST_YEAR, "year of the publish date");
    }

    private static void checkRange(int value, int most, String what) throws RemoteException {
        if (value < 1 || value > most) {
            throw new RemoteException("The " + what + " is not between 1 and " + most + ".");
        }
    }
}
