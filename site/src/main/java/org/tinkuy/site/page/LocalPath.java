package org.tinkuy.site.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where to go on to: only ever within the site, whatever a link claims.
public final class LocalPath {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~?=&%-]{0,500}");

    private LocalPath() {}

    public static String of(@Nullable String wanted, String otherwise) {
        return wanted != null && LOCAL.matcher(wanted).matches() ? wanted : otherwise;
    }
}
