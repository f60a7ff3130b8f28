package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.LabelService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.Excerpts;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.PlainText;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.FoundTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.LabelTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** Labels. To the caller only those exist that something has which the caller may view. */
public final class LabelArea implements LabelService {

    private static final String CHANGE = "change those labels";
    private static final int QUOTED = 2000;

    private final LabelTable labels;
    private final SpaceTable spaces;
    private final FoundTable found;
    private final Access access;

    public LabelArea(Call call) {
        this.labels = new LabelTable(call);
        this.spaces = new SpaceTable(call);
        this.found = new FoundTable(call);
        this.access = new Access(call);
    }

    /** What has labels: a content, or else a space. */
    private record Thing(Content content, String space) {

        LabelTable.Target target() {
            return content == null ? new LabelTable.Target(null, space) : new LabelTable.Target(content.id(), null);
        }
    }

    @Override
    public RemoteLabel[] getLabelsById(String token, long objectId) throws RemoteException {
        return labels.of(thing(objectId).target()).toArray(new RemoteLabel[0]);
    }

    @Override
    public RemoteLabel[] getMostPopularLabels(String token, int maxCount) throws RemoteException {
        return all().mostPopular(maxCount);
    }

    @Override
    public RemoteLabel[] getMostPopularLabelsInSpace(String token, String spaceKey, int maxCount)
            throws RemoteException {
        return in(spaceKey).mostPopular(maxCount);
    }

    @Override
    public RemoteLabel[] getRecentlyUsedLabels(String token, int maxResults) throws RemoteException {
        return all().recentlyUsed(maxResults);
    }

    @Override
    public RemoteLabel[] getRecentlyUsedLabelsInSpace(String token, String spaceKey, int maxResults)
            throws RemoteException {
        return in(spaceKey).recentlyUsed(maxResults);
    }

    @Override
    public RemoteLabel[] getRelatedLabels(String token, String labelName, int maxResults) throws RemoteException {
        return all().relatedTo(LabelName.parse(labelName), maxResults);
    }

    @Override
    public RemoteLabel[] getRelatedLabelsInSpace(String token, String labelName, String spaceKey, int maxResults)
            throws RemoteException {
        return in(spaceKey).relatedTo(LabelName.parse(labelName), maxResults);
    }

    @Override
    public RemoteLabel[] getLabelsByDetail(String token, String labelName, String namespace, String spaceKey,
            String owner) throws RemoteException {
        LabelName name = isEmpty(labelName) ? new LabelName(null, null) : LabelName.parse(labelName);
        if (!isEmpty(namespace)) {
            LabelName.namespace(namespace);
        }
        return (isEmpty(spaceKey) ? all() : in(spaceKey)).of(label -> is(name.name(), label.getName())
                && is(name.namespace(), label.getNamespace()) && is(namespace, label.getNamespace())
                && is(owner, label.getOwner()));
    }

    private static boolean is(String wanted, String value) {
        return isEmpty(wanted) || wanted.equalsIgnoreCase(value);
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    private LabelUses all() {
        return new LabelUses(visible(labels.uses()));
    }

    private LabelUses in(String spaceKey) throws RemoteException {
        return new LabelUses(visible(labels.usesIn(access.space(spaceKey).getKey())));
    }

    @Override
    public RemoteSpace[] getSpacesWithLabel(String token, String labelName) throws RemoteException {
        return spaces(labelled(LabelName.parse(labelName)).stream().filter(use -> use.page() == 0).toList());
    }

    @Override
    public RemoteSpace[] getSpacesContainingContentWithLabel(String token, String labelName) throws RemoteException {
        return spaces(labelled(LabelName.parse(labelName)).stream().filter(use -> use.page() != 0).toList());
    }

    private RemoteSpace[] spaces(List<LabelTable.Use> uses) {
        return spaces.find(uses.stream().map(LabelTable.Use::space).collect(Collectors.toSet()))
                .toArray(new RemoteSpace[0]);
    }

    @Override
    public RemoteSearchResult[] getLabelContentById(String token, long labelId) throws RemoteException {
        return results(labelled(labelId));
    }

    @Override
    public RemoteSearchResult[] getLabelContentByName(String token, String labelName) throws RemoteException {
        return results(labelled(LabelName.parse(labelName)));
    }

    @Override
    public RemoteSearchResult[] getLabelContentByObject(String token, RemoteLabel labelObject) throws RemoteException {
        return Checks.given(labelObject, "label").getId() == 0
                ? results(labelled(LabelName.of(labelObject.getName(), labelObject.getNamespace())))
                : results(labelled(labelObject.getId()));
    }

    private RemoteSearchResult[] results(List<LabelTable.Use> uses) {
        Set<Long> ids = uses.stream().map(LabelTable.Use::object).collect(Collectors.toSet());
        Map<Long, String> texts = found.beginnings(ids, QUOTED);
        List<RemoteSearchResult> results = found.find(ids).stream().map(FoundTable.Found::result).toList();
        results.forEach(result -> result.setExcerpt(
                Excerpts.beginning(PlainText.of(texts.getOrDefault(result.getId(), "")))));
        return results.stream()
                .sorted(Comparator.comparing(RemoteSearchResult::getTitle, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(RemoteSearchResult::getId))
                .toArray(RemoteSearchResult[]::new);
    }

    @Override
    public boolean addLabelByName(String token, String labelName, long objectId) throws RemoteException {
        return add(LabelName.parse(labelName).or(RemoteLabel.GLOBAL), held(objectId));
    }

    @Override
    public boolean addLabelById(String token, long labelId, long objectId) throws RemoteException {
        return add(name(labelId), held(objectId));
    }

    @Override
    public boolean addLabelByObject(String token, RemoteLabel labelObject, long objectId) throws RemoteException {
        return add(name(labelObject), held(objectId));
    }

    @Override
    public boolean addLabelByNameToSpace(String token, String labelName, String spaceKey) throws RemoteException {
        return add(LabelName.parse(labelName).or(RemoteLabel.TEAM),
                new Thing(null, access.lockedSpace(spaceKey).getKey()));
    }

    private boolean add(LabelName name, Thing thing) throws RemoteException {
        needToChange(name, thing);
        try {
            labels.add(known(name).getId(), thing.target());
        } catch (AlreadyExistsException e) {
            // so it has it
        }
        return true;
    }

    private RemoteLabel known(LabelName name) {
        return labels.find(name.name(), name.namespace()).orElseGet(() -> {
            try {
                labels.insert(name.name(), name.namespace());
            } catch (AlreadyExistsException e) {
                // another call was faster
            }
            return labels.find(name.name(), name.namespace()).orElseThrow();
        });
    }

    @Override
    public boolean removeLabelByName(String token, String labelName, long objectId) throws RemoteException {
        return remove(LabelName.parse(labelName).or(RemoteLabel.GLOBAL), held(objectId));
    }

    @Override
    public boolean removeLabelById(String token, long labelId, long objectId) throws RemoteException {
        return remove(name(labelId), held(objectId));
    }

    @Override
    public boolean removeLabelByObject(String token, RemoteLabel labelObject, long objectId) throws RemoteException {
        return remove(name(labelObject), held(objectId));
    }

    @Override
    public boolean removeLabelByNameFromSpace(String token, String labelName, String spaceKey) throws RemoteException {
        return remove(LabelName.parse(labelName).or(RemoteLabel.TEAM),
                new Thing(null, access.lockedSpace(spaceKey).getKey()));
    }

    private boolean remove(LabelName name, Thing thing) throws RemoteException {
        needToChange(name, thing);
        return labels.find(name.name(), name.namespace())
                .filter(label -> labels.remove(label.getId(), thing.target())).isPresent();
    }

    private void needToChange(LabelName name, Thing thing) throws RemoteException {
        if (RemoteLabel.MY.equals(name.namespace())) {
            access.user("have labels of your own");
        } else if (thing.content() == null) {
            access.need(SpacePermission.SETSPACEPERMISSIONS, thing.space(), CHANGE);
        } else if (RemoteLabel.TEAM.equals(name.namespace())) {
            throw new RemoteException("Labels of the namespace team are for spaces.");
        } else {
            access.needToEdit(thing.content(), Content.BLOG_ENTRY.equals(thing.content().type())
                    ? SpacePermission.EDITBLOG : SpacePermission.EDITSPACE, CHANGE);
        }
    }

    private Thing thing(long objectId) throws RemoteException {
        String key = spaces.key(objectId).filter(access::canView).orElse(null);
        Content content = key == null ? access.content(objectId) : null;
        if (content != null && Content.COMMENT.equals(content.type())) {
            throw new RemoteException("Comments have no labels.");
        }
        return new Thing(content, content == null ? key : content.space());
    }

    /** So that it does not go before the call is done. */
    private Thing held(long objectId) throws RemoteException {
        access.lockedSpace(thing(objectId).space());
        return thing(objectId);
    }

    /** What has a label of this name. */
    private List<LabelTable.Use> labelled(LabelName name) {
        return visible(labels.usesOf(name.namespaces().stream()
                .flatMap(namespace -> labels.find(name.name(), namespace).stream()).map(RemoteLabel::getId).toList()));
    }

    private List<LabelTable.Use> labelled(long labelId) throws RemoteException {
        List<LabelTable.Use> uses = visible(labels.usesOf(List.of(labelId)));
        if (uses.isEmpty()) {
            throw new RemoteException("You're not allowed to view that label, or it does not exist.");
        }
        return uses;
    }

    private LabelName name(long labelId) throws RemoteException {
        RemoteLabel label = labelled(labelId).get(0).label();
        return new LabelName(label.getName(), label.getNamespace());
    }

    private LabelName name(RemoteLabel label) throws RemoteException {
        return Checks.given(label, "label").getId() == 0
                ? LabelName.of(label.getName(), label.getNamespace()).or(RemoteLabel.GLOBAL) : name(label.getId());
    }

    private List<LabelTable.Use> visible(Collection<LabelTable.Use> uses) {
        Viewable viewable = access.viewable();
        return uses.stream().filter(use -> viewable.contains(use.space(), use.page())).toList();
    }
}
