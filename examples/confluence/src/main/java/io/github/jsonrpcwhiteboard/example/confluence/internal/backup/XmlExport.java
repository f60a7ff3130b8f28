package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Writes what can be imported, see {@link Format}: the rows as they come from the database, and then the bytes. */
public final class XmlExport implements Contents {

    private final Call call;
    private final Selection selection;

    /** How many entries of bytes there were. Bytes are counted twice in the same order: as rows, and as entries. */
    private long entries;

    public XmlExport(Call call, Scope scope) {
        this.call = call;
        this.selection = new Selection(call, scope);
    }

    @Override
    public void writeTo(ZipOutputStream zip) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(Format.XML));
            writeRows(XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new BufferedOutputStream(zip), "UTF-8"));
            zip.closeEntry();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        entries = 0;
        selection.<IOException>each(table -> table.has(Column.Kind.DATA), (table, row) -> {
            for (Column column : table.columns()) {
                if (row.get(column.name()) instanceof Blob blob) {
                    writeData(zip, blob);
                }
            }
        });
    }

    private void writeRows(XMLStreamWriter xml) throws XMLStreamException {
        entries = 0;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement(Format.ROOT);
        xml.writeAttribute(Format.FORMAT, Format.VERSION);
        xml.writeAttribute("created", call.now().toString());
        selection.<XMLStreamException>each(table -> true, (table, row) -> writeRow(xml, table, row));
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void writeRow(XMLStreamWriter xml, Table table, Map<String, Object> row) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement(table.name());
        for (Column column : table.columns()) {
            Object value = row.get(column.name());
            if (value != null) {
                xml.writeCharacters("\n    ");
                xml.writeStartElement(column.name());
                writeText(xml, value instanceof Blob ? Format.FOLDER + ++entries : value.toString());
                xml.writeEndElement();
            }
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void writeText(XMLStreamWriter xml, String text) throws XMLStreamException {
        if (Escapes.areNeeded(text)) {
            xml.writeAttribute(Format.ESCAPED, "true");
            xml.writeCharacters(Escapes.escape(text));
        } else {
            xml.writeCharacters(text);
        }
    }

    private void writeData(ZipOutputStream zip, Blob blob) throws IOException {
        zip.putNextEntry(new ZipEntry(Format.FOLDER + ++entries));
        try (InputStream data = blob.getBinaryStream()) {
            data.transferTo(zip);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
    }
}
