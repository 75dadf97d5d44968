package city.c3po.inventory.file;

import city.c3po.inventory.asset.AssetText;
import city.c3po.platform.value.Money;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that a file can say, with the limits that {@link AssetText} puts on it: said there once, for people and for
 * files.
 */
final class Field {
    private static final int LONGEST = 10_000;

    private final String name;
    private final Type type;
    private final int max;
    private final int mostItems;
    private final long least;
    private final long most;
    private final java.util.regex.@Nullable Pattern pattern;

    private enum Type {
        TEXT,
        DATE,
        NUMBER,
        FLAG,
        MONEY,
        TEXTS
    }

    static final Map<String, Field> ALL = Arrays.stream(AssetText.class.getRecordComponents())
            .filter(component -> !List.of("kind", "sampleData").contains(component.getName()))
            .map(Field::new)
            .collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));

    private Field(RecordComponent component) {
        name = component.getName();
        type = typeOf(component.getType());
        var accessor = component.getAccessor();
        var size = Optional.ofNullable(accessor.getAnnotation(Size.class));
        max = type == Type.TEXTS ? itemSize(component) : size.map(Size::max).orElse(LONGEST);
        mostItems = type == Type.TEXTS ? size.map(Size::max).orElse(1) : 1;
        least = Optional.ofNullable(accessor.getAnnotation(Min.class))
                .map(Min::value)
                .orElse(0L);
        most = Optional.ofNullable(accessor.getAnnotation(Max.class))
                .map(Max::value)
                .orElse((long) Integer.MAX_VALUE);
        pattern = Optional.ofNullable(accessor.getAnnotation(Pattern.class))
                .map(Pattern::regexp)
                .map(java.util.regex.Pattern::compile)
                .orElse(null);
    }

    private static Type typeOf(Class<?> type) {
        if (type == String.class) {
            return Type.TEXT;
        }
        if (type == LocalDate.class) {
            return Type.DATE;
        }
        if (type == Integer.class) {
            return Type.NUMBER;
        }
        if (type == Boolean.class) {
            return Type.FLAG;
        }
        if (type == Money.class) {
            return Type.MONEY;
        }
        if (type == List.class) {
            return Type.TEXTS;
        }
        throw new IllegalStateException("a file cannot say a " + type);
    }

    private static int itemSize(RecordComponent component) {
        var item = ((AnnotatedParameterizedType) component.getAnnotatedType()).getAnnotatedActualTypeArguments()[0];
        return Optional.ofNullable(item.getAnnotation(Size.class))
                .map(Size::max)
                .orElse(LONGEST);
    }

    String name() {
        return name;
    }

    boolean required() {
        return name.equals("name");
    }

    /** A cell of a table. @return JSON */
    String ofCell(String cell) throws BadValue {
        return switch (type) {
            case TEXT -> Json.text(checked(cell));
            case DATE -> Json.text(Cells.date(cell).toString());
            case NUMBER -> number(Cells.number(cell));
            case FLAG -> Boolean.toString(Cells.flag(cell));
            case MONEY -> Cells.money(cell);
            case TEXTS ->
                texts(Arrays.stream(cell.split("[;|]|,(?=\\s*[0-9A-Fa-f]{2}[:-])"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList());
        };
    }

    /** A member of a JSON object, not null. @return JSON */
    String ofMember(JsonNode member) throws BadValue {
        return switch (type) {
            case TEXT -> Json.text(checked(textOf(member)));
            case DATE -> Json.text(Cells.date(textOf(member)).toString());
            case NUMBER -> {
                if (!member.isIntegralNumber()) {
                    throw new BadValue("not-a-number", "Say a whole number.");
                }
                yield number(member.longValue());
            }
            case FLAG -> {
                if (!member.isBoolean()) {
                    throw new BadValue("not-a-flag", "Say true or false.");
                }
                yield Boolean.toString(member.booleanValue());
            }
            case MONEY -> money(member);
            case TEXTS -> {
                if (!member.isArray()) {
                    throw new BadValue("not-a-list", "Say a list of texts.");
                }
                var items = new java.util.ArrayList<String>();
                for (var item : member) {
                    items.add(textOf(item));
                }
                yield texts(items);
            }
        };
    }

    private static String money(JsonNode member) throws BadValue {
        if (!member.isObject() || !member.path("amount").isNumber() || member.size() > 2) {
            throw new BadValue("not-an-amount", "Say {\"amount\": 1420.50, \"currency\": \"USD\"}.");
        }
        return Cells.money(
                member.get("amount").decimalValue(), member.path("currency").asText("USD"));
    }

    private static String textOf(JsonNode member) throws BadValue {
        if (!member.isTextual()) {
            throw new BadValue("not-a-text", "Say a text.");
        }
        return Cells.clean(member.textValue());
    }

    private String checked(String text) throws BadValue {
        if (text.isEmpty()) {
            throw new BadValue("blank", "Say something, or leave it out.");
        }
        if (text.length() > max) {
            throw new BadValue("too-long", "At most " + max + " characters.");
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            throw new BadValue("bad-format", "It looks like " + pattern.pattern() + ".");
        }
        return text;
    }

    private String number(long value) throws BadValue {
        if (value < least || value > most) {
            throw new BadValue("out-of-range", "Between " + least + " and " + most + ".");
        }
        return Long.toString(value);
    }

    private String texts(List<String> items) throws BadValue {
        if (items.size() > mostItems) {
            throw new BadValue("too-many", "At most " + mostItems + ".");
        }
        var json = new StringBuilder("[");
        for (var item : items) {
            json.append(json.length() > 1 ? "," : "").append(Json.text(checked(item)));
        }
        return json.append(']').toString();
    }
}
