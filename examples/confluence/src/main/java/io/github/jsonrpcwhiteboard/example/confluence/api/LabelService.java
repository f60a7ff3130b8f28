package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Labels. Their names are in lower case, and have neither white space nor any of {@code :;,.?&[]()#^*@!}. A label is
 * named {@code name}, or {@code global:name}, {@code my:name} or {@code team:name} with its namespace: {@code my} has
 * those that only the caller sees, {@code team} is for spaces. To be found, {@code name} means the namespaces that
 * all see; to be added or removed, it means {@code team} in the methods that name a space, and {@code global} in
 * others.
 *
 * <p>Only what the caller may view counts: a label that nothing of it has does not exist.
 */
public interface LabelService {

    /** The labels of a page, blog entry or space, by name. */
    RemoteLabel[] getLabelsById(String token, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The labels used most, the most popular first. */
    RemoteLabel[] getMostPopularLabels(String token, int maxCount)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteLabel[] getMostPopularLabelsInSpace(String token, String spaceKey, int maxCount)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The labels used last, the latest first. */
    RemoteLabel[] getRecentlyUsedLabels(String token, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteLabel[] getRecentlyUsedLabelsInSpace(String token, String spaceKey, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Other labels of what has this label, the most frequent first. */
    RemoteLabel[] getRelatedLabels(String token, String labelName, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteLabel[] getRelatedLabelsInSpace(String token, String labelName, String spaceKey, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * The labels that are so in every respect that is given, by name; null or empty: in any way. In a space: that the
     * space has, or something in it.
     */
    RemoteLabel[] getLabelsByDetail(String token, String labelName, String namespace, String spaceKey, String owner)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The spaces that have a label themselves. */
    RemoteSpace[] getSpacesWithLabel(String token, String labelName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The spaces with a page or blog entry that has a label. */
    RemoteSpace[] getSpacesContainingContentWithLabel(String token, String labelName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The pages, blog entries and spaces with a label, by title; as excerpts, their beginnings. */
    RemoteSearchResult[] getLabelContentById(String token, long labelId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSearchResult[] getLabelContentByName(String token, String labelName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSearchResult[] getLabelContentByObject(String token, RemoteLabel labelObject)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Adds a label to a page, blog entry or space. That takes the permission to change it, and for labels of the
     * namespace {@code my} the one to view it. Always true: so it has the label, maybe for long.
     */
    boolean addLabelByName(String token, String labelName, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addLabelById(String token, long labelId, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Adds the label of this id, or if it is 0, of this name and namespace. */
    boolean addLabelByObject(String token, RemoteLabel labelObject, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addLabelByNameToSpace(String token, String labelName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a label, with the same permission as to add it; false if it is not there. */
    boolean removeLabelByName(String token, String labelName, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelById(String token, long labelId, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelByObject(String token, RemoteLabel labelObject, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelByNameFromSpace(String token, String labelName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
