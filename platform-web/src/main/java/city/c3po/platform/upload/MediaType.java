package city.c3po.platform.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What bytes really are, by how they begin: what somebody says of them decides nothing. */
public enum MediaType {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "GIF8"),
    TIFF_LE("image/tiff", "II*\u0000"),
    TIFF_BE("image/tiff", "MM\u0000*"),
    /** Also what the office formats are inside. */
    ZIP("application/zip", "PK\u0003\u0004"),
    OLE("application/x-ole-storage", "\u00d0\u00cf\u0011\u00e0"),
    RTF("application/rtf", "{\\rtf"),
    WINDOWS_PROGRAM("application/x-msdownload", "MZ"),
    ELF_PROGRAM("application/x-executable", "\u007fELF"),
    SCRIPT("application/x-sh", "#!"),
    HTML("text/html", ""),
    TEXT("text/plain", ""),
    UNKNOWN("application/octet-stream", "");

    /** How much of the beginning decides. */
    static final int HEAD = 4096;

    private static final List<String> INSIDE_ZIP = List.of(
            "application/vnd.openxmlformats-officedocument.",
            "application/vnd.oasis.opendocument.",
            "application/epub+zip");
    private static final List<String> INSIDE_OLE =
            List.of("application/msword", "application/vnd.ms-", "application/vnd.visio");

    private final String name;
    private final byte[] beginning;

    MediaType(String name, String beginning) {
        this.name = name;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param head the first bytes, at most {@link #HEAD} */
    static MediaType of(byte[] head) {
        for (var type : values()) {
            if (type.beginning.length > 0 && startsWith(head, type.beginning)) {
                return type;
            }
        }
        return isText(head) ? markup(head) : UNKNOWN;
    }

    private static MediaType markup(byte[] head) {
        var text = new String(head, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<script") ? HTML : TEXT;
    }

    private static boolean startsWith(byte[] head, byte[] beginning) {
        if (head.length < beginning.length) {
            return false;
        }
        for (int n = 0; n < beginning.length; n++) {
            if (head[n] != beginning[n]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] head) {
        for (byte one : head) {
            if (one == 0) {
                return false;
            }
        }
        // the last character of the head may be cut in the middle
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                // try without it
            }
        }
        return false;
    }

    public String mediaType() {
        return name;
    }

    public boolean isProgram() {
        return this == WINDOWS_PROGRAM || this == ELF_PROGRAM || this == SCRIPT;
    }

    /** Whether bytes of this kind may be called so. */
    public boolean mayBeCalled(String declared) {
        return switch (this) {
            case ZIP -> declared.equals(name) || INSIDE_ZIP.stream().anyMatch(declared::startsWith);
            case OLE -> declared.equals(name) || INSIDE_OLE.stream().anyMatch(declared::startsWith);
            case TEXT ->
                declared.startsWith("text/") && !declared.equals("text/html")
                        || declared.equals("application/json")
                        || declared.equals("application/xml");
            case UNKNOWN -> declared.equals(name);
            case PDF, PNG, JPEG, GIF, TIFF_LE, TIFF_BE, RTF, WINDOWS_PROGRAM, ELF_PROGRAM, SCRIPT, HTML ->
                declared.equals(name);
        };
    }
}
