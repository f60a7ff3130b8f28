package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.IOException;
import java.util.zip.ZipOutputStream;

/** What an export is made of. */
@FunctionalInterface
public interface Contents {

    /** Writes all entries; does not close the zip. */
    void writeTo(ZipOutputStream zip) throws IOException;
}
