package city.c3po.portfolio.schedule.exchange;

import java.io.CharConversionException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A stranger's XML, an element at a time. */
final class XmlFile {
    private static final int DEEPEST = 64;
    private static final int MOST_CHILDREN = 10_000;
    private static final int LONGEST_TEXT = 1_000_000;

    private final XMLStreamReader reader;

    /** An element with what is in it. */
    record Element(String name, int line, String text, List<Element> children) {
        Optional<String> value(String child) {
            return children(child)
                    .map(Element::text)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .findFirst();
        }

        Stream<Element> children(String named) {
            return children.stream().filter(one -> one.name.equals(named));
        }
    }

    XmlFile(InputStream content) throws XMLStreamException {
        // the JDK's own parser, whatever else is on the class path: these settings are known to hold for it
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // it would print what is wrong, beside throwing it
        factory.setXMLReporter((message, kind, about, where) -> {});
        reader = factory.createXMLStreamReader(new Bounded(content));
    }

    /** Moves to the next start or end of an element, and says whether it is a start; false at the end of the file, too. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw ExchangeRule.NO_DOCUMENT_TYPE.violated(Map.of("line", line()));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    boolean ended() throws XMLStreamException {
        return !reader.hasNext();
    }

    String name() {
        return reader.getLocalName();
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** The element that has just started, to its end. */
    Element element() throws XMLStreamException {
        return element(1);
    }

    private Element element(int depth) throws XMLStreamException {
        ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS.require(depth <= DEEPEST, Map.of("line", line()));
        var name = name();
        int line = line();
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(name, line, text.toString(), children);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw ExchangeRule.NO_DOCUMENT_TYPE.violated(Map.of("line", line()));
                default -> {
                    // comments and processing instructions say nothing about the schedule
                }
            }
            ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS.require(
                    children.size() <= MOST_CHILDREN && text.length() <= LONGEST_TEXT, Map.of("line", line()));
        }
    }

    static Map<String, Object> where(XMLStreamException broken) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(
                "line", broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber());
        facts.put("reason", reason(broken));
        return facts;
    }

    private static String reason(XMLStreamException broken) {
        var cause = broken.getNestedException();
        return cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException
                ? "encoding"
                : "not-well-formed";
    }
}
