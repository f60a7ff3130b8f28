package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.ExportService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.HtmlExport;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Scope;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.XmlExport;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** Exports, imports and backups. */
public final class ExportArea implements ExportService {

    private static final String XML = "TYPE_XML";
    private static final String HTML = "TYPE_HTML";

    private final Call call;
    private final Access access;
    private final Archives archives;

    public ExportArea(Call call, Archives archives) {
        this.call = call;
        this.access = new Access(call);
        this.archives = archives;
    }

    @Override
    public String exportSpace(String token, String spaceKey, String exportType) throws RemoteException {
        return exportSpace(token, spaceKey, exportType, false);
    }

    @Override
    public String exportSpace(String token, String spaceKey, String exportType, boolean exportAll)
            throws RemoteException {
        String key = access.space(spaceKey).getKey();
        access.user("export that space");
        access.need(SpacePermission.EXPORTSPACE, key, "export that space");
        boolean administers = access.may(SpacePermission.SETSPACEPERMISSIONS, key);
        if (exportAll && !administers) {
            throw Access.notPermitted("export all of that space");
        }
        Scope scope = Scope.space(key, exportAll, administers);
        return switch (Checks.given(exportType, "type of the export")) {
            case XML -> archives.export(call, key, "xml", exportAll, new XmlExport(call, scope));
            case HTML -> archives.export(call, key, "html", exportAll, new HtmlExport(call, scope));
            default -> throw new RemoteException("The type of the export is neither " + XML + " nor " + HTML + ".");
        };
    }

    @Override
    public boolean importSpace(String token, byte[] importData) throws RemoteException {
        administrator("import spaces");
        archives.importing(call, Checks.given(importData, "export"));
        return true;
    }

    @Override
    public String exportSite(String token, boolean exportAttachments) throws RemoteException {
        administrator("export the site");
        return archives.export(call, site(exportAttachments));
    }

    @Override
    public String performBackup(String token, boolean exportAttachments) throws RemoteException {
        administrator("back up the site");
        return archives.backup(call, site(exportAttachments));
    }

    private XmlExport site(boolean exportAttachments) {
        return new XmlExport(call, Scope.site(exportAttachments));
    }

    private void administrator(String what) throws RemoteException {
        access.administrator(what);
        access.user(what);
    }
}
