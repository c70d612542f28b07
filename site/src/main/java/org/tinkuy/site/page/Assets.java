package org.tinkuy.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/// The files beside the pages. Their names carry a hash of their content, so a browser keeps them
/// for a year and asks for a new one when it changed.
@Component
class Assets {

    static final String PATH = "/assets/";
    static final String LOCATION = "assets/";

    private final String stylesheet = versioned("site.css");
    private final String script = versioned("site.js");
    private final String embeddedScript = versioned("embedded.js");
    private final String keptScript = versioned("kept.js");
    private final String icon = versioned("icon.svg");
    private final String card = versioned("card.png");
    private final String touchIcon = versioned("icon-180.png");

    String stylesheet() {
        return stylesheet;
    }

    String script() {
        return script;
    }

    String embeddedScript() {
        return embeddedScript;
    }

    String keptScript() {
        return keptScript;
    }

    String icon() {
        return icon;
    }

    /// 1200 × 630, as what shows links takes it.
    String card() {
        return card;
    }

    String touchIcon() {
        return touchIcon;
    }

    /// As Spring's `ContentVersionStrategy`, which finds the file again, writes it.
    static String versioned(String name) {
        try (var content = new ClassPathResource(LOCATION + name).getInputStream()) {
            var dot = name.lastIndexOf('.');
            return PATH
                    + name.substring(0, dot)
                    + "-"
                    + DigestUtils.md5DigestAsHex(content)
                    + name.substring(dot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
