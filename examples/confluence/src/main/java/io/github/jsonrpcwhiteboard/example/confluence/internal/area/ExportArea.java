package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.ExportService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Exports, imports and backups. */
public final class ExportArea implements ExportService {

    private final Access access;
    private final Archives archives;

    public ExportArea(Call call, Archives archives) {
        this.access = new Access(call);
        this.archives = archives;
    }

    @Override
    public String exportSpace(String token, String spaceKey, String exportType) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String exportSpace(String token, String spaceKey, String exportType, boolean exportAll)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean importSpace(String token, byte[] importData) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String exportSite(String token, boolean exportAttachments) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String performBackup(String token, boolean exportAttachments) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
