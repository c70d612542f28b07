package org.tinkuy.gateway.edge.web;

import java.nio.file.Path;
import org.tinkuy.testing.WordsRules;

class WaitingPageWordsTests extends WordsRules {

    WaitingPageWordsTests() {
        super(Path.of("src/main/resources/org/tinkuy/gateway/edge/web"), "waiting-page_");
    }
}
