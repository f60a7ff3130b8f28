package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exports that are written by hand. */
final class Exports {

    static final String XML = "export.xml";
    static final String SPACE = """
            <space><space_key>NEW</space_key><name>New</name><space_type>global</space_type><description/>
            <status>CURRENT</status><created>2026-01-02T03:04:05.678Z</created></space>""";
    static final String PAGE = """
            <content><id>1</id><content_type>page</content_type><space_key>NEW</space_key><title>One</title><body/>
            <status>current</status><version>1</version><minor_edit>false</minor_edit>
            <created>2026-01-02T03:04:05.678Z</created><modified>2026-01-02T03:04:05.678Z</modified></content>""";
    static final String ATTACHMENT = """
            <attachment><id>7</id><content_id>1</content_id><file_name>f</file_name><version>1</version></attachment>
            <attachment_version><attachment_id>7</attachment_id><version>1</version><content_type>a/b</content_type>
            <file_size>3</file_size><created>2026-01-02T03:04:05Z</created><data>attachments/1</data>
            </attachment_version>""";

    private Exports() {
    }

    /** Of the elements of rows. */
    static String xml(String rows) {
        return "<export format='1'>\n" + rows + "\n</export>";
    }

    static byte[] of(String rows) throws IOException {
        return Zips.zip(XML, xml(rows));
    }

    /** With the bytes of an attachment. */
    static byte[] of(String rows, byte[] data) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(XML, xml(rows).getBytes());
        entries.put("attachments/1", data);
        return Zips.zip(entries);
    }
}
