package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.Exports.ATTACHMENT;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Exports.PAGE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Exports.SPACE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Imports of what no export wrote. */
class HostileImportTest {

    private static final String DAMAGED = "This is not an export, or it is damaged: ";
    private static final List<String> COUNTED = List.of("space", "content", "history", "attachment",
            "attachment_version", "label", "label_use", "user_account", "user_group", "membership", "space_permission",
            "global_permission", "content_permission", "space_group", "watch", "link");

    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        site.asAdministrator();
        site.service.getSpaces(TOKEN);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatIsNoZip() throws Exception {
        assertRefused("it is no zip file, or not all of one", new byte[0]);
        assertRefused("it is no zip file, or not all of one", "<export format=\"1\"/>".getBytes());
        byte[] export = Exports.of(SPACE + PAGE);
        for (int length = 0; length < export.length; length += 7) {
            assertRefused("it is no zip file, or not all of one", Arrays.copyOf(export, length));
        }
        assertEquals("The export is missing.", refusal(null));
    }

    @Test
    void bytesThatFlipped() throws Exception {
        byte[] export = Exports.of(SPACE + PAGE);
        long[] before = counts();
        for (int i = 0; i < export.length; i++) {
            byte[] flipped = export.clone();
            flipped[i] ^= 0x55;
            try {
                site.service.importSpace(TOKEN, flipped);
                site.service.removeSpace(TOKEN, "NEW");
            } catch (RemoteException e) {
                assertTrue(e.getMessage().startsWith(DAMAGED), e::getMessage);
            }
            assertArrayEquals(before, counts());
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ../../etc/passwd
            /etc/passwd
            attachments/../../x
            attachments/
            attachments/0
            attachments/1/2
            attachments/x
            export.xml/
            EXPORT.XML
            C:\\x
            attachments\\1
            """)
    void namesThatNoExportHas(String name) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(Exports.XML, Exports.xml(SPACE).getBytes());
        entries.put(name, new byte[0]);
        assertRefused("it has an entry that is neither export.xml nor in attachments/", Zips.zip(entries));
    }

    @Test
    void entriesOfOneName() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(Exports.XML, Exports.xml(SPACE).getBytes());
        entries.put("export.xmk", Exports.xml("").getBytes());
        String zip = new String(Zips.zip(entries), StandardCharsets.ISO_8859_1).replace("export.xmk", Exports.XML);
        assertRefused("it has two entries export.xml", zip.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("it has no export.xml", Zips.zip("attachments/1", ""));
    }

    @Test
    void bombs() throws Exception {
        Map<String, byte[]> entries = Map.of(Exports.XML, Exports.xml(SPACE).getBytes());
        byte[] bomb = Exports.of(" ".repeat(1 << 20) + SPACE);
        assertRefused("it unpacks to more than 1073741824 bytes", Zips.saying(bomb, (1 << 30) + 1));
        assertRefused("it unpacks to more than 1073741824 bytes", Zips.saying(bomb, -2));
        // The mark of another field that is not there: newer versions of Java do not open such a file at all.
        assertTrue(refusal(Zips.saying(bomb, -1)).startsWith(DAMAGED));
        assertRefused("its entry export.xml is not what was packed", Zips.saying(bomb, 10));
        assertRefused("its entry export.xml is not what was packed", Zips.saying(bomb, 1 << 30));
        assertRefused("it has a row of more than 67108864 bytes", Exports.of(SPACE.replace("<description/>",
                "<description>" + "x".repeat(1 << 26) + "</description>")));
        assertRefused("it has a row of more than 67108864 bytes", Exports.of(
                "<!--" + "x".repeat(1 << 26) + "-->"));
        Map<String, byte[]> many = new LinkedHashMap<>(entries);
        for (int i = 1; i <= 100_000; i++) {
            many.put("attachments/" + i, new byte[0]);
        }
        assertRefused("it has more than 100000 entries", Zips.zip(many));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            <!DOCTYPE export [<!ENTITY x 'y'>]>
            <!DOCTYPE export [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>
            <!DOCTYPE export SYSTEM 'http://localhost:1/x.dtd'>
            <!DOCTYPE export [<!ENTITY % x SYSTEM 'http://localhost:1/x.dtd'> %x;]>
            <!DOCTYPE export [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>
            """)
    void documentTypes(String type) throws Exception {
        for (String body : new String[] {"New", "&x;"}) {
            String refusal = refusal(Zips.zip(Exports.XML, type + Exports.xml(SPACE.replace("New", body))));
            assertTrue(refusal.startsWith(DAMAGED + "its export.xml is not well-formed, or has a document type"),
                    refusal);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ``
            <export format='1'>
            <export format='1'/><export/>
            <export format='1'>x</export>
            <export format='1'/>x
            <export format='1'>&x;</export>
            <export format='1'>&#0;</export>
            <a:export format='1'/>
            <export format='1' format='1'/>
            \ufeff\ufeff<export format='1'/>
            """)
    void whatIsNoXml(String xml) throws Exception {
        String refusal = refusal(Zips.zip(Exports.XML, xml));
        assertTrue(refusal.startsWith(DAMAGED + "its export.xml is not well-formed"), refusal);
    }

    @Test
    void otherFormats() throws Exception {
        assertEquals("The export has the format 2, and only 1 is known here.",
                refusal(Zips.zip(Exports.XML, Exports.xml(SPACE).replace("'1'", "'2'"))));
        assertEquals("The export has the format null, and only 1 is known here.",
                refusal(Zips.zip(Exports.XML, "<export/>")));
        assertRefused("it begins with html", Zips.zip(Exports.XML, "<html/>"));
    }

    @Test
    void rowsThatNoTableHas() throws Exception {
        assertXml("it has a flyway_schema_history", "<flyway_schema_history/>");
        assertXml("it has a index_queue", "<index_queue><object_id>1</object_id></index_queue>");
        assertXml("it has a live_title in a content", PAGE.replace("<body/>", "<body/><live_title>x</live_title>"));
        assertXml("it has two of title in a content", PAGE.replace("<body/>", "<body/><title>Two</title>"));
        assertXml("a content has no title", PAGE.replace("<title>One</title>", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            <id>1</id> # <id>one</id> # the id is "one"
            <id>1</id> # <id>-1</id> # the id is "-1"
            <id>1</id> # <id>9999999999999999999</id> # the id is "9999999999999999999"
            >page< # >spacedesc< # the content_type is "spacedesc"
            >current< # >removed< # the status is "removed"
            >One< # >  < # the title is "  "
            >NEW< # >DS< # something is in a space that is not in it
            >1</version> # >2147483648</version> # the content in line 3 does not fit
            >false< # >no< # the minor_edit is "no"
            >2026-01-02T03:04:05.678Z</created> # >yesterday</created> # the created is "yesterday"
            2026-01-02T03:04:05.678Z</c # +10000-01-01T00:00:00Z</c # the created is "+10000-01-01T00:00:00Z"
            <body/> # <body/><parent>2</parent> # it refers to 2, and has no such id before
            <body/> # <body/><parent>1</parent> # a page is below itself
            <body/> # <body/><container>2</container> # it refers to 2, and has no such id before
            >page< # >comment< # a comment is not on a page or blog entry
            """)
    void valuesThatNoExportHas(String value, String other, String what) throws Exception {
        assertTrue(PAGE.contains(value), value);
        assertXml(what, SPACE + PAGE.replace(value, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            >NEW< # >N W< # the space_key is "N W"
            >NEW< # >~bob< # the space ~bob is global
            >NEW< # >../x< # the space_key is "../x"
            >global< # >personal< # the space NEW is personal
            >CURRENT< # >GONE< # the status is "GONE"
            <description/> # <description/><space_group>none</space_group> # the space in line 3 does not fit
            <description/> # <description/><home_page>1</home_page> # it refers to 1, and has no such id before
            """)
    void spacesThatNoExportHas(String value, String other, String what) throws Exception {
        assertTrue(SPACE.contains(value), value);
        assertXml(what, SPACE.replace(value, other));
    }

    @Test
    void thingsThatDoNotFitTogether() throws Exception {
        String two = PAGE.replace("<id>1</id>", "<id>2</id>").replace("One", "Two");
        assertXml("it has two of the id 1", SPACE + PAGE + PAGE);
        assertXml("the content in line 3 is there twice", SPACE + PAGE + two.replace("Two", "oNE"));
        assertXml("it has two spaces of the key new", SPACE + SPACE.replace("NEW", "new"));
        assertXml("a page is below itself", SPACE + PAGE.replace("<body/>", "<body/><parent>2</parent>")
                + two.replace("<body/>", "<body/><parent>1</parent>"));
        assertXml("a page or comment is below what is not of its kind", SPACE + PAGE.replace(">page<", ">blogpost<")
                + two.replace("<body/>", "<body/><parent>1</parent>"));
        assertXml("a page or comment is below what is not of its kind", SPACE + PAGE
                + SPACE.replace("NEW", "TWO")
                + two.replace("NEW", "TWO").replace("<body/>", "<body/><parent>1</parent>"));
        assertXml("a home page is not a page of the space", SPACE + PAGE + SPACE.replace("NEW", "TWO")
                .replace("<description/>", "<description/><home_page>1</home_page>"));
        assertXml("an earlier version is not earlier", SPACE + PAGE + "<history><content_id>1</content_id>"
                + "<version>1</version><title>x</title><body/><minor_edit>true</minor_edit>"
                + "<modified>2026-01-02T03:04:05Z</modified></history>");
    }

    @Test
    void attachmentsThatAreNotThere() throws Exception {
        String xml = SPACE + PAGE + ATTACHMENT;
        assertXml("an entry is missing, or used twice", xml);
        assertXml("an entry is missing, or used twice", xml.replace("attachments/1", "export.xml"));
        assertRefused("an attachment is not as long as it should be", Exports.of(xml, new byte[2]));
        for (String name : new String[] {"../f", "a\\b", " ", "a\nb"}) {
            assertRefused("the file_name is \"" + name + "\"", Exports.of(xml.replace(">f<", ">" + name + "<"),
                    new byte[3]));
        }
        assertRefused("the content_type is \"a\nb\"", Exports.of(xml.replace(">a/b<", ">a\nb<"), new byte[3]));
        assertRefused("an attachment is not in its versions", Exports.of(
                xml.replace("<version>1</version></a", "<version>2</version></a"), new byte[3]));
        assertRefused("an entry is missing, or used twice", Exports.of(
                xml + ATTACHMENT.replace(">7<", ">8<").replace(">f<", ">g<"), new byte[3]));
        assertTrue(site.service.importSpace(TOKEN, Exports.of(xml, new byte[3])));
    }

    @Test
    void secretsAreNotTold() throws Exception {
        assertXml("the password_hash is malformed", "<user_account><user_key>k</user_key><name>eve</name>"
                + "<fullname>x</fullname><email/><password_hash>secret</password_hash></user_account>");
    }

    private void assertXml(String what, String rows) throws Exception {
        assertRefused(what, Exports.of(rows));
    }

    private void assertRefused(String what, byte[] zip) throws Exception {
        assertEquals(DAMAGED + what + ".", refusal(zip).replaceAll(" in line \\d+", " in line 3"));
    }

    /** Also: nothing has changed, and no file is left. */
    private String refusal(byte[] zip) throws Exception {
        long[] before = counts();
        RemoteException e = assertThrows(RemoteException.class, () -> site.service.importSpace(TOKEN, zip));
        assertArrayEquals(before, counts());
        if (Files.exists(site.home.resolve("exports"))) {
            try (var files = Files.list(site.home.resolve("exports"))) {
                assertEquals(List.of(), files.toList());
            }
        }
        return e.getMessage();
    }

    private long[] counts() {
        return site.database.<long[], RuntimeException>inTransaction(db -> COUNTED.stream().mapToLong(table ->
                db.createQuery("select count(*) from " + table).mapTo(long.class).one()).toArray());
    }
}
