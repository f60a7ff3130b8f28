package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zips in memory. */
final class Zips {

    private Zips() {
    }

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String name, String text) throws IOException {
        return zip(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(byte[] zip, String name) throws IOException {
        return new String(unzip(zip).get(name), StandardCharsets.UTF_8);
    }

    /** A zip of one entry, which says of itself that it unpacks to this number of bytes. */
    static byte[] saying(byte[] zip, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.length - 4;
        while (bytes.getInt(directory) != 0x02014b50) {
            directory--;
        }
        return bytes.putInt(directory + 24, size).array();
    }
}
