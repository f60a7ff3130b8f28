package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Tells whether data is a picture of the type that it is said to be. */
final class Picture {

    /** What the data of each type begins with. */
    private static final Map<String, List<byte[]>> BEGINNINGS = Map.of(
            "image/png", List.of(bytes("\u0089PNG\r\n\u001a\n")),
            "image/jpeg", List.of(bytes("\u00ff\u00d8\u00ff")),
            "image/gif", List.of(bytes("GIF87a"), bytes("GIF89a")));

    private Picture() {
    }

    /** The type as it is written. Browsers that guess the type of data must not find another one. */
    static String type(String type, byte[] data) throws RemoteException {
        String name = Checks.given(type, "type of the picture").toLowerCase(Locale.ROOT);
        List<byte[]> beginnings = BEGINNINGS.get(name);
        if (beginnings == null) {
            throw new RemoteException("The type of the picture is none of image/png, image/jpeg, image/gif.");
        }
        if (beginnings.stream().noneMatch(beginning -> startsWith(data, beginning))) {
            throw new RemoteException("The data of the picture is not " + name + ".");
        }
        return name;
    }

    private static boolean startsWith(byte[] data, byte[] beginning) {
        return data.length > beginning.length
                && Arrays.equals(data, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
