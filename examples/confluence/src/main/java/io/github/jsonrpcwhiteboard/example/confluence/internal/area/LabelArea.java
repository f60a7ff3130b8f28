package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.LabelService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Labels. */
public final class LabelArea implements LabelService {

    private final Access access;

    public LabelArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteLabel[] getLabelsById(String token, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getMostPopularLabels(String token, int maxCount) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getMostPopularLabelsInSpace(String token, String spaceKey, int maxCount)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getRecentlyUsedLabels(String token, int maxResults) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getRecentlyUsedLabelsInSpace(String token, String spaceKey, int maxResults)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getRelatedLabels(String token, String labelName, int maxResults) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getRelatedLabelsInSpace(String token, String labelName, String spaceKey, int maxResults)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteLabel[] getLabelsByDetail(String token, String labelName, String namespace, String spaceKey,
            String owner)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpace[] getSpacesWithLabel(String token, String labelName) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpace[] getSpacesContainingContentWithLabel(String token, String labelName) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSearchResult[] getLabelContentById(String token, long labelId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSearchResult[] getLabelContentByName(String token, String labelName) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSearchResult[] getLabelContentByObject(String token, RemoteLabel labelObject) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addLabelByName(String token, String labelName, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addLabelById(String token, long labelId, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addLabelByObject(String token, RemoteLabel labelObject, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addLabelByNameToSpace(String token, String labelName, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeLabelByName(String token, String labelName, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeLabelById(String token, long labelId, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeLabelByObject(String token, RemoteLabel labelObject, long objectId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeLabelByNameFromSpace(String token, String labelName, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
