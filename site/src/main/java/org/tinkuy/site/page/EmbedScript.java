package org.tinkuy.site.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.visitor.Embedding;

/// The script that other people's pages name, so that it keeps its address while it changes.
@Controller
class EmbedScript {

    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final MediaType JAVASCRIPT =
            new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final byte[] script;
    private final String tag;

    EmbedScript() throws IOException {
        this.script = new ClassPathResource(Assets.LOCATION + "embed.js").getContentAsByteArray();
        this.tag = PageTag.of(script);
    }

    @GetMapping(Embedding.SCRIPT)
    @ResponseBody
    ResponseEntity<byte[]> script(ServerWebExchange exchange) {
        var known = PageTag.isKnown(exchange.getRequest(), tag);
        var answer =
                ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                        .eTag(tag)
                        .cacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic());
        return known ? answer.build() : answer.contentType(JAVASCRIPT).body(script);
    }
}
