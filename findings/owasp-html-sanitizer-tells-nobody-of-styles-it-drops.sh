#!/usr/bin/env bash
# owasp-java-html-sanitizer 20260313.1 (Maven Central com.googlecode.owasp-java-html-sanitizer, JDK 17 or newer)
#
# Guess, written down before: HtmlChangeListener hears of everything that the sanitizer takes out of an
# HTML mail, so that an editor can be told what a subscriber will not see; as it does of a tag and of an
# attribute.
# Seen: of what stands in a style attribute it hears nothing. `display` and `word-break`, which buttons and
# columns of mails are made with, are left out by the usual styling policy, the rest of the attribute stays,
# and the listener is silent. It speaks only where nothing of the attribute is left.
#
# Needs java, mvn and their usual access to packages. Ends with 1 when any of this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.googlecode.owasp-java-html-sanitizer</groupId><artifactId>owasp-java-html-sanitizer</artifactId><version>20260313.1</version></dependency>
  </dependencies>
</project>
POM
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib

cat > Clean.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

class Clean {
    static final PolicyFactory MAIL = new HtmlPolicyBuilder()
            .allowElements("p", "a").allowStandardUrlProtocols().allowAttributes("href").onElements("a")
            .allowStyling().toFactory();

    static void show(String html) {
        var heard = new ArrayList<String>();
        var clean = MAIL.sanitize(html, new HtmlChangeListener<List<String>>() {
            @Override public void discardedTag(List<String> context, String element) {
                context.add("tag " + element);
            }

            @Override public void discardedAttributes(List<String> context, String element, String... names) {
                context.add("attribute " + String.join(" ", names));
            }
        }, heard);
        System.out.println(clean + " " + heard);
    }

    public static void main(String[] args) {
        show("<p>a<video></video></p>");
        show("<p title=\"b\">a</p>");
        show("<p style=\"color:red;display:inline-block;padding:9px\">a</p>");
        show("<p style=\"color:red;word-break:break-all\">a</p>");
        show("<p style=\"display:block\">a</p>");
    }
}
JAVA
java -cp "lib/*" Clean.java | tee seen
diff seen - <<'SEEN'
<p>a</p> [tag video]
<p>a</p> [attribute title]
<p style="color:red;padding:9px">a</p> []
<p style="color:red">a</p> []
<p>a</p> [attribute style]
SEEN
