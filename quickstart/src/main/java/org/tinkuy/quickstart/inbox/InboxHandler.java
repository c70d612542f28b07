package org.tinkuy.quickstart.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The page for people and the API for tests.
final class InboxHandler implements HttpHandler {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEFAULT_LIMIT = 50;

    private static final Pattern MESSAGE = Pattern.compile("/api/v1/message/([^/]+)");
    private static final Pattern DETAIL = Pattern.compile("/api/v1/message/([^/]+)/(raw|headers)");
    private static final Pattern PART = Pattern.compile("/api/v1/message/([^/]+)/part/([^/]+)");
    private static final Pattern MESSAGE_PAGE = Pattern.compile("/message/([^/]+)");
    private static final Pattern VIEW = Pattern.compile("/view/([^/]+)\\.html");
    private static final Pattern ASSET = Pattern.compile("/(inbox\\.(?:css|js|svg))");

    /// A browser would run or interpret these on our origin.
    private static final Set<String> ACTIVE_TYPES =
            Set.of(
                    "text/html",
                    "text/xml",
                    "text/xsl",
                    "application/xml",
                    "application/xhtml+xml",
                    "image/svg+xml");

    private static final Map<String, String> ASSET_TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private static final String CHAOS = "/api/v1/chaos";

    private final MailStore store;
    private final Chaos chaos;

    InboxHandler(MailStore store, Chaos chaos) {
        this.store = store;
        this.chaos = chaos;
    }

    private record DeleteRequest(List<String> IDs) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange).sendOn(exchange);
        }
    }

    private Response respond(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        try {
            return switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> get(path, query(exchange));
                case "DELETE" ->
                        path.equals("/api/v1/messages")
                                ? delete(exchange.getRequestBody().readAllBytes())
                                : Response.notFound();
                case "PUT" ->
                        path.equals(CHAOS)
                                ? refuse(exchange.getRequestBody().readAllBytes())
                                : Response.notFound();
                default -> Response.plain(405, "Method not allowed");
            };
        } catch (NumberFormatException | JacksonException e) {
            return Response.plain(400, "Bad request");
        } catch (IOException | RuntimeException e) {
            return Response.plain(500, "The message cannot be read");
        }
    }

    private Response get(String path, Map<String, String> query) throws IOException {
        return switch (path) {
            case "/" ->
                    Response.page(InboxPages.list(search(query), query.getOrDefault("query", "")));
            case CHAOS -> json(chaos.triggers());
            case "/livez", "/readyz" -> Response.plain(200, "ok");
            case "/api/v1/messages" -> json(search(query));
            case "/api/v1/search" ->
                    query.getOrDefault("query", "").isBlank()
                            ? Response.plain(400, "Error: no search query")
                            : json(search(query));
            default -> getOne(path, query);
        };
    }

    private Response getOne(String path, Map<String, String> query) throws IOException {
        Matcher m = MESSAGE.matcher(path);
        if (m.matches()) {
            return message(m.group(1), false);
        }
        m = DETAIL.matcher(path);
        if (m.matches()) {
            return detail(m.group(1), m.group(2), query.getOrDefault("dl", "").equals("1"));
        }
        m = PART.matcher(path);
        if (m.matches()) {
            return part(m.group(1), m.group(2));
        }
        m = MESSAGE_PAGE.matcher(path);
        if (m.matches()) {
            return message(m.group(1), true);
        }
        m = VIEW.matcher(path);
        if (m.matches()) {
            return view(m.group(1));
        }
        m = ASSET.matcher(path);
        return m.matches() ? asset(m.group(1)) : Response.notFound();
    }

    private Mailpit.Page search(Map<String, String> query) {
        var start = Math.max(0, number(query, "start", 0));
        var limit = Math.max(0, number(query, "limit", DEFAULT_LIMIT));
        var words = query.getOrDefault("query", "");
        var all = store.newestFirst();
        var found = words.isBlank() ? all : found(all, MailSearch.of(words));
        var messages =
                found.stream()
                        .skip(start)
                        .limit(limit)
                        .flatMap(id -> store.summary(id).stream())
                        .toList();
        return new Mailpit.Page(
                all.size(),
                unread(all),
                messages.size(),
                found.size(),
                unread(found),
                start,
                List.of(),
                messages);
    }

    private List<String> found(List<String> ids, MailSearch search) {
        return ids.stream().filter(id -> store.summary(id).filter(search).isPresent()).toList();
    }

    private int unread(List<String> ids) {
        return Math.toIntExact(ids.stream().filter(id -> !store.isRead(id)).count());
    }

    private Response message(String idOrLatest, boolean asPage) throws IOException {
        var id = store.find(idOrLatest);
        if (id.isEmpty()) {
            return Response.notFound();
        }
        store.markRead(id.get());
        var message =
                MailParser.message(id.get(), store.arrival(id.get()), store.content(id.get()));
        return asPage ? Response.page(InboxPages.message(message)) : json(message);
    }

    private Response detail(String idOrLatest, String which, boolean download) throws IOException {
        var id = store.find(idOrLatest);
        if (id.isEmpty()) {
            return Response.notFound();
        }
        var content = store.content(id.get());
        if (which.equals("headers")) {
            return json(MailParser.headers(content));
        }
        var response = new Response(200, "text/plain; charset=utf-8", content, Map.of());
        return download ? response.asDownload(id.get() + ".eml") : response;
    }

    private Response part(String idOrLatest, String partId) throws IOException {
        var id = store.find(idOrLatest);
        var leaf =
                id.isEmpty() ? null : MailParser.leaf(store.content(id.get()), partId).orElse(null);
        if (leaf == null) {
            return Response.notFound();
        }
        var name = leaf.fileName().isEmpty() ? leaf.contentId() : leaf.fileName();
        var bytes = MailParser.bytes(leaf);
        return ACTIVE_TYPES.contains(leaf.mediaType())
                ? new Response(200, "application/octet-stream", bytes, Map.of()).asDownload(name)
                : new Response(
                        200,
                        leaf.mediaType().startsWith("text/")
                                ? leaf.mediaType() + "; charset=utf-8"
                                : leaf.mediaType(),
                        bytes,
                        Map.of(
                                "Content-Disposition",
                                "inline; filename=\"" + encoded(name) + "\""));
    }

    /// The message's HTML as it would look, in a document that may do nothing but show itself.
    private Response view(String idOrLatest) throws IOException {
        var id = store.find(idOrLatest);
        if (id.isEmpty()) {
            return Response.notFound();
        }
        var message =
                MailParser.message(id.get(), store.arrival(id.get()), store.content(id.get()));
        return Response.page(InboxPages.htmlView(message))
                .with("Content-Security-Policy", Response.FOREIGN_HTML);
    }

    private static Response asset(String name) throws IOException {
        try (var in = InboxHandler.class.getResourceAsStream(name)) {
            if (in == null) {
                return Response.notFound();
            }
            var type =
                    ASSET_TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), "text/plain");
            return new Response(200, type + "; charset=utf-8", in.readAllBytes(), Map.of());
        }
    }

    /// Without ids in the body: everything, as in Mailpit.
    private Response delete(byte[] body) throws IOException {
        var ids = body.length == 0 ? null : JSON.readValue(body, DeleteRequest.class).IDs();
        store.delete(ids == null || ids.isEmpty() ? store.newestFirst() : ids);
        return Response.plain(200, "ok");
    }

    private Response refuse(byte[] body) {
        chaos.set(JSON.readValue(body, Chaos.Triggers.class));
        return json(chaos.triggers());
    }

    private static Response json(Object value) {
        return new Response(
                200, "application/json; charset=utf-8", JSON.writeValueAsBytes(value), Map.of());
    }

    private static int number(Map<String, String> query, String name, int otherwise) {
        var value = query.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var raw = exchange.getRequestURI().getRawQuery();
        var query = new LinkedHashMap<String, String>();
        if (raw != null) {
            Arrays.stream(raw.split("&", -1))
                    .map(p -> p.split("=", 2))
                    .filter(p -> p.length == 2)
                    .forEach(p -> query.put(decoded(p[0]), decoded(p[1])));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
