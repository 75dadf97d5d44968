package city.c3po.inventory.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a table mean. */
final class Columns {
    /** Reads one cell of a row. */
    interface Column {
        void read(Reading row, String cell);
    }

    private static final Set<String> OWN = Set.of("nativeKey", "kind", "state");

    private static final Map<String, String> SNIPE_ASSETS = Map.ofEntries(
            Map.entry("assetname", "name"),
            Map.entry("itemname", "name"),
            Map.entry("name", "name"),
            Map.entry("serial", "serial"),
            Map.entry("serialnumber", "serial"),
            Map.entry("model", "model"),
            Map.entry("modelname", "model"),
            Map.entry("manufacturer", "manufacturer"),
            Map.entry("location", "location"),
            Map.entry("purchasedate", "purchasedOn"),
            Map.entry("purchased", "purchasedOn"),
            Map.entry("purchasecost", "purchaseCost"),
            Map.entry("cost", "purchaseCost"),
            Map.entry("ordernumber", "orderNumber"),
            Map.entry("macaddress", "macs"),
            Map.entry("notes", "notes"),
            Map.entry("warrantyexpires", "warrantyUntil"));

    private static final Map<String, String> SNIPE_LICENSES = Map.ofEntries(
            Map.entry("licensename", "name"),
            Map.entry("itemname", "name"),
            Map.entry("name", "name"),
            Map.entry("softwarename", "product"),
            Map.entry("manufacturer", "manufacturer"),
            Map.entry("seats", "seats"),
            Map.entry("totalseats", "seats"),
            Map.entry("purchasedate", "purchasedOn"),
            Map.entry("purchasecost", "purchaseCost"),
            Map.entry("ordernumber", "orderNumber"),
            Map.entry("expirationdate", "termEnd"),
            Map.entry("expires", "termEnd"),
            Map.entry("notes", "notes"));

    /** The labels that Snipe-IT begins with, and the words that most cities add. */
    private static final Map<String, String> SNIPE_STATES = Map.ofEntries(
            Map.entry("readytodeploy", "IN_STOCK"),
            Map.entry("deployable", "IN_STOCK"),
            Map.entry("deployed", "IN_USE"),
            Map.entry("pending", "ON_ORDER"),
            Map.entry("archived", "RETIRED"),
            Map.entry("retired", "RETIRED"),
            Map.entry("brokennotfixable", "RETIRED"),
            Map.entry("outforrepair", "IN_MAINTENANCE"),
            Map.entry("outfordiagnostics", "IN_MAINTENANCE"),
            Map.entry("loststolen", "MISSING"),
            Map.entry("lost", "MISSING"));

    private Columns() {}

    static List<Column> of(Profile profile, List<String> header, Names names) {
        requireNames(header);
        var columns = new ArrayList<Column>();
        var present = new HashSet<String>();
        for (var name : header) {
            columns.add(
                    switch (profile) {
                        case NATIVE -> ours(name, present);
                        case SNIPE_IT_ASSETS -> snipe(name, SNIPE_ASSETS, names, present);
                        case SNIPE_IT_LICENSES -> snipe(name, SNIPE_LICENSES, names, present);
                        case CYCLONEDX ->
                            throw FileRule.FILE_IS_READABLE.violated(Map.of("reason", "CycloneDX is read as JSON."));
                    });
        }
        for (var needed : needed(profile)) {
            FileRule.HEADER_IS_COMPLETE.require(present.contains(needed), Map.of("column", needed));
        }
        return columns;
    }

    private static List<String> needed(Profile profile) {
        return switch (profile) {
            case NATIVE -> List.of("kind", "name");
            case SNIPE_IT_ASSETS -> List.of("nativeKey");
            case SNIPE_IT_LICENSES -> List.of("name");
            case CYCLONEDX -> List.of();
        };
    }

    private static void requireNames(List<String> header) {
        var seen = new HashSet<String>();
        for (var name : header) {
            FileRule.HEADER_HAS_NAMES.require(!name.isBlank());
            FileRule.HEADER_NAMES_ONCE.require(seen.add(plain(name)), Map.of("column", name.strip()));
        }
    }

    private static Column ours(String column, Set<String> present) {
        var attribute = attribute(column);
        FileRule.HEADER_IS_KNOWN.require(attribute != null, Map.of("column", column.strip()));
        present.add(attribute);
        return (row, cell) -> row.cell(attribute, attribute, cell);
    }

    private static @Nullable String attribute(String column) {
        var plain = plain(column);
        return java.util.stream.Stream.concat(OWN.stream(), Field.ALL.keySet().stream())
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .orElse(null);
    }

    /** What we do not know of Snipe-IT's many columns is not ours to judge. */
    private static Column snipe(String column, Map<String, String> known, Names names, Set<String> present) {
        var name = column.strip();
        return switch (plain(column)) {
            case "assettag" -> {
                present.add("nativeKey");
                yield (row, cell) -> {
                    row.cell(name, "nativeKey", cell);
                    row.cell(name, "tag", cell);
                };
            }
            case "licensekey", "productkey" -> (row, cell) -> {};
            case "id" -> {
                present.add("id");
                yield (row, cell) -> {
                    if (known == SNIPE_LICENSES) {
                        row.cell(name, "nativeKey", cell);
                    }
                };
            }
            case "status", "statuslabel" -> (row, cell) -> state(row, name, cell);
            case "department", "company" ->
                (row, cell) -> row.cell(name, "department", Names.of(names.departments(), cell.strip()));
            case "supplier", "vendor" ->
                (row, cell) -> row.cell(name, "vendor", Names.of(names.vendors(), cell.strip()));
            case "checkedoutto", "assignedto", "fullname" ->
                (row, cell) -> row.cell(name, "custodian", Names.of(names.people(), cell.strip()));
            default -> {
                var attribute = known.get(plain(column));
                if (attribute == null) {
                    yield (row, cell) -> {};
                }
                present.add(attribute);
                yield (row, cell) -> row.cell(name, attribute, cell);
            }
        };
    }

    private static void state(Reading row, String column, String cell) {
        var label = cell.strip();
        var state = SNIPE_STATES.get(plain(label));
        if (state != null) {
            row.state(column, state);
        } else if (!label.isEmpty()) {
            row.fault(column, "unknown-state", "A status label is one of Snipe-IT's own, or Retired or Lost.", label);
        }
    }

    /** What a profile knows of every row without saying it. */
    static void finish(Profile profile, Reading row) {
        switch (profile) {
            case NATIVE, CYCLONEDX -> {}
            case SNIPE_IT_ASSETS -> {
                row.kind("kind", "HARDWARE");
                // Snipe-IT knows when it was bought, not when it came
                row.copy("purchasedOn", "receivedOn");
                row.copy("tag", "name");
            }
            case SNIPE_IT_LICENSES -> {
                row.kind("kind", "SUBSCRIPTION");
                row.keyFrom("name");
            }
        }
    }

    /** Names of columns differ in case, blanks and underscores only by accident. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
