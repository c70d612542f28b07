package org.tinkuy.site.programme.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.web.ChangelogWords.Told;

/// The changes of a programme as a feed (Atom, RFC 4287).
@Component
class ChangelogFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /// Of a feed without entries, which has to say one.
    private static final Instant NEVER = Instant.EPOCH;

    private final MessageSource messages;

    ChangelogFeed(MessageSource messages) {
        this.messages = messages;
    }

    /// @param page where the same is read by people
    /// @param self where the feed is
    byte[] of(Programme programme, List<Told> entries, URI page, URI self, InWords in) {
        try (var bytes = new ByteArrayOutputStream()) {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", in.language().tag());
            text(xml, "id", "urn:uuid:" + programme.id());
            text(xml, "title", title(programme, in));
            text(xml, "updated", updated(entries).toString());
            link(xml, "alternate", page);
            link(xml, "self", self);
            xml.writeStartElement("author");
            text(xml, "name", author(programme));
            xml.writeEndElement();
            for (var entry : entries) {
                entry(xml, programme, entry, page, in);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException("nothing but memory is written to", e);
        }
    }

    private String title(Programme programme, InWords in) {
        return Objects.requireNonNull(in.text(programme.title())).text()
                + " · "
                + messages.getMessage("changelog.title", null, in.language().locale());
    }

    private static String author(Programme programme) {
        return programme.organisers().isEmpty()
                ? "Tinkuy"
                : String.join(", ", programme.organisers());
    }

    private static Instant updated(List<Told> entries) {
        return entries.isEmpty() ? NEVER : entries.getFirst().at();
    }

    private static void entry(
            XMLStreamWriter xml, Programme programme, Told entry, URI page, InWords in)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", "urn:uuid:" + programme.id() + "#" + entry.number());
        text(xml, "title", in.instant(entry.at(), programme.timeZone()));
        text(xml, "updated", entry.at().toString());
        link(xml, "alternate", URI.create(page + "#p-" + entry.number()));
        text(xml, "content", entry.plain());
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, URI href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href.toString());
    }
}
