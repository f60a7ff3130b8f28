package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Reads the rows of {@value Format#XML} one by one, and no more into memory than one may have. */
final class RowReader {

    /** The most bytes that a row may have in XML. */
    static final long ROW_BYTES = 1L << 26;

    private final Limited limited;
    private final XMLStreamReader xml;

    RowReader(InputStream in) throws RemoteException {
        limited = new Limited(in);
        try {
            xml = factory().createXMLStreamReader(limited, "UTF-8");
            xml.nextTag();
            if (!xml.getLocalName().equals(Format.ROOT)) {
                throw Format.damaged("it begins with " + xml.getLocalName());
            }
            if (!Format.VERSION.equals(xml.getAttributeValue(null, Format.FORMAT))) {
                throw new RemoteException("The export has the format " + xml.getAttributeValue(null, Format.FORMAT)
                        + ", and only " + Format.VERSION + " is known here.");
            }
        } catch (XMLStreamException e) {
            throw noXml(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /**
     * A row of an export.
     *
     * @param table the table it is of
     * @param line where it ends
     * @param values those that are not null, by the names of their columns
     */
    record Row(Table table, int line, Map<String, Object> values) {
    }

    /** The next row; null if that was the last one. */
    Row next() throws RemoteException {
        try {
            limited.count = 0;
            if (xml.nextTag() == XMLStreamReader.END_ELEMENT) {
                while (xml.hasNext()) {
                    xml.next();
                }
                return null;
            }
            Table table = Format.table(xml.getLocalName());
            return new Row(table, xml.getLocation().getLineNumber(), values(table));
        } catch (XMLStreamException e) {
            throw noXml(e);
        }
    }

    private Map<String, Object> values(Table table) throws RemoteException, XMLStreamException {
        Map<String, Object> values = new HashMap<>();
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = xml.getLocalName();
            Column column = table.column(name).orElseThrow(
                    () -> Format.damaged("it has a " + name + " in a " + table.name()));
            boolean escaped = "true".equals(xml.getAttributeValue(null, Format.ESCAPED));
            String text = xml.getElementText();
            if (values.put(name, column.parse(escaped ? Escapes.unescape(text) : text)) != null) {
                throw Format.damaged("it has two of " + name + " in a " + table.name());
            }
        }
        for (Column column : table.columns()) {
            if (!column.optional() && !values.containsKey(column.name())) {
                throw Format.damaged("a " + table.name() + " has no " + column.name());
            }
        }
        return values;
    }

    private static RemoteException noXml(XMLStreamException e) {
        if (e.getNestedException() instanceof TooLong) {
            return Format.damaged("it has a row of more than " + ROW_BYTES + " bytes");
        }
        return Format.damaged("its " + Format.XML + " is not well-formed, or has a document type"
                + (e.getLocation() == null ? "" : ", see line " + e.getLocation().getLineNumber()));
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what is read, up to a limit. */
    private static final class Limited extends FilterInputStream {

        private long count;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count++;
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > ROW_BYTES) {
                throw new TooLong();
            }
            return read;
        }
    }
}
