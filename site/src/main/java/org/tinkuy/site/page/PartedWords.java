package org.tinkuy.site.page;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.QuechuaSyllables;

/// Lets lines end within the long words of headings and buttons of pages in Quechua, which no
/// browser parts: with large letters on a phone one word is wider than the screen.
@Component
class PartedWords implements IPostProcessorDialect {

    private static final int PRECEDENCE = 1000;

    @Override
    public String getName() {
        return "parted words";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Handler.class, PRECEDENCE));
    }

    /// Of one page. The engine makes it, and wants it to be public.
    public static final class Handler extends AbstractTemplateHandler {

        private static final Set<String> LARGE = Set.of("h1", "h2", "h3", "legend", "button");

        /// Elements that are open from the heading on; 0: outside.
        private int depth;

        /// The depth of what is in another language; 0: nothing.
        private int otherwise;

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            if (depth > 0 || isLarge(tag)) {
                depth++;
                if (otherwise == 0 && tag.hasAttribute("lang")) {
                    otherwise = depth;
                }
            }
            super.handleOpenElement(tag);
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            if (depth > 0 && !tag.isUnmatched()) {
                if (otherwise == depth) {
                    otherwise = 0;
                }
                depth--;
            }
            super.handleCloseElement(tag);
        }

        @Override
        public void handleText(IText text) {
            super.handleText(
                    depth > 0 && otherwise == 0 && isQuechua()
                            ? getContext()
                                    .getModelFactory()
                                    .createText(QuechuaSyllables.hyphenated(text.getText()))
                            : text);
        }

        private static boolean isLarge(IProcessableElementTag tag) {
            return LARGE.contains(tag.getElementCompleteName())
                    || isButton(tag.getAttributeValue("class"));
        }

        private static boolean isButton(@Nullable String classes) {
            return classes != null && Arrays.asList(classes.split(" ", -1)).contains("button");
        }

        private boolean isQuechua() {
            return getContext().getLocale().getLanguage().equals(Language.QU.tag());
        }
    }
}
