package city.c3po.reporting.rendering;

import java.util.Locale;
import java.util.Optional;

/** How a report can be had. The first is what is given to whoever takes anything. */
public enum Format {
    JSON("application/json"),
    HTML("text/html"),
    PDF("application/pdf"),
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of its address: {@code pdf}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As {@code Content-Type}. */
    public String contentType() {
        return switch (this) {
            case HTML, CSV -> mediaType + ";charset=UTF-8";
            case JSON, PDF, XLSX -> mediaType;
        };
    }

    public static Optional<Format> ofSuffix(String suffix) {
        for (var format : values()) {
            if (format.suffix().equals(suffix)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
