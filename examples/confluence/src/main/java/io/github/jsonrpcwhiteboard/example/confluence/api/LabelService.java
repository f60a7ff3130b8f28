package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Labels. */
public interface LabelService {

    /** The labels of a page, blog entry or space. */
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

    /** The labels that are so in every respect that is given; null or empty: in any way. */
    RemoteLabel[] getLabelsByDetail(String token, String labelName, String namespace, String spaceKey, String owner)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The spaces that have a label themselves. */
    RemoteSpace[] getSpacesWithLabel(String token, String labelName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The spaces with a page or blog entry that has a label. */
    RemoteSpace[] getSpacesContainingContentWithLabel(String token, String labelName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSearchResult[] getLabelContentById(String token, long labelId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSearchResult[] getLabelContentByName(String token, String labelName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSearchResult[] getLabelContentByObject(String token, RemoteLabel labelObject)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Adds a label to a page, blog entry or space; {@code my:name} is one that only the caller sees. */
    boolean addLabelByName(String token, String labelName, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addLabelById(String token, long labelId, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addLabelByObject(String token, RemoteLabel labelObject, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addLabelByNameToSpace(String token, String labelName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelByName(String token, String labelName, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelById(String token, long labelId, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelByObject(String token, RemoteLabel labelObject, long objectId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeLabelByNameFromSpace(String token, String labelName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
