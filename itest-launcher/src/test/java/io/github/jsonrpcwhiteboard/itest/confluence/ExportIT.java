package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class ExportIT {

    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";
    private static final int SOME_MB = 4_000_000;

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    ExportIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @Test
    void exportSpaceIsForWhomTheSpaceLets() {
        String key = wiki.space();
        assertUrl(key + "-xml", admin.text("exportSpace", key, "TYPE_XML"));
        assertUrl(key + "-html", admin.text("exportSpace", key, "TYPE_HTML", true));
        assertEquals("NotPermittedException: You're not permitted to export that space.",
                ann.refused("exportSpace", key, "TYPE_XML"));
        assertEquals(NO_SPACE, ann.refused("exportSpace", wiki.hiddenSpace(), "TYPE_XML", false));
        assertEquals("RemoteException: The type of the export is neither TYPE_XML nor TYPE_HTML.",
                admin.refused("exportSpace", key, "TYPE_PDF"));
        String own = Wiki.unique("E");
        ann.call("addSpace", Map.of("key", own, "name", "Own"));
        assertUrl(own + "-xml", ann.text("exportSpace", own, "TYPE_XML", true));
    }

    @Test
    void importSpaceTakesSomeMegabytes() throws IOException {
        String key = Wiki.unique("I");
        byte[] export = export(key);
        assertTrue(export.length > SOME_MB);
        assertEquals("NotPermittedException: You're not permitted to import spaces.",
                ann.refused("importSpace", (Object) export));
        assertTrue(admin.call("importSpace", (Object) export).asBoolean());
        assertEquals("One", admin.call("getPage", key, "one").get("title").asText());
        assertEquals(NO_SPACE, ann.refused("getSpace", key));
        assertEquals("AlreadyExistsException: A space with the key " + key + " already exists.",
                admin.refused("importSpace", (Object) export));
        assertEquals("RemoteException: This is not an export, or it is damaged: it is no zip file, or not all of one.",
                admin.refused("importSpace", (Object) new byte[10]));
    }

    @Test
    void exportSiteAndPerformBackupAreForAdministrators() {
        assertUrl("site-xml", admin.text("exportSite", false));
        assertUrl("backup", admin.text("performBackup", true));
        assertEquals("NotPermittedException: You're not permitted to export the site.",
                ann.refused("exportSite", true));
        assertEquals("NotPermittedException: You're not permitted to back up the site.",
                ann.refused("performBackup", true));
    }

    private static void assertUrl(String name, String url) {
        assertTrue(url.matches("http://[^/]*/download/exports/" + name + "-[0-9]{8}-[0-9]{6}-[0-9a-f]{32}\\.zip"), url);
    }

    private static byte[] export(String key) throws IOException {
        String when = "2026-01-02T03:04:05Z";
        String xml = """
                <export format="1"><space><space_key>%1$s</space_key><name>New</name><space_type>global</space_type>
                <description/><status>CURRENT</status><created>%2$s</created></space><content><id>1</id>
                <content_type>page</content_type><space_key>%1$s</space_key><title>One</title><body/>
                <status>current</status><version>1</version><minor_edit>false</minor_edit><created>%2$s</created>
                <modified>%2$s</modified></content><attachment><id>7</id><content_id>1</content_id>
                <file_name>random.bin</file_name><version>1</version></attachment><attachment_version>
                <attachment_id>7</attachment_id><version>1</version><content_type>application/x</content_type>
                <file_size>%3$s</file_size><created>%2$s</created><data>attachments/1</data></attachment_version>
                </export>""".formatted(key, when, SOME_MB);
        byte[] data = new byte[SOME_MB];
        new Random(1).nextBytes(data);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("export.xml"));
            zip.write(xml.getBytes());
            zip.putNextEntry(new ZipEntry("attachments/1"));
            zip.write(data);
        }
        return bytes.toByteArray();
    }
}
