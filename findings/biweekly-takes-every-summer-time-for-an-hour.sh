#!/usr/bin/env bash
# biweekly 0.6.8 (Maven Central net.sf.biweekly:biweekly, JDK 17 or newer)
#
# Guess, written down before: a reader of iCalendar takes a zone's summer offset from TZOFFSETTO of its
# DAYLIGHT part, as RFC 5545 §3.6.5 has it.
# Seen: it takes one hour off, whatever the offsets say. Lord Howe Island is at +10:30, and at +11:00 in
# summer: noon on 2027-01-14 is 01:00Z, and biweekly says 00:30Z. Troll station is at +00:00, and at
# +02:00 in summer: noon on 2027-06-14 is 10:00Z, and biweekly says 11:00Z. Madrid, whose summer is an
# hour, is read right. Where a zone is described with DAYLIGHT alone (Windhoek, by the JDK's rules), it is
# an hour off as well.
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
    <dependency><groupId>net.sf.biweekly</groupId><artifactId>biweekly</artifactId><version>0.6.8</version></dependency>
  </dependencies>
</project>
POM
mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib

cat > Read.java <<'JAVA'
import biweekly.Biweekly;
import java.util.List;

class Read {
    static String observance(String kind, String onset, String from, String to) {
        return String.join("\r\n", "BEGIN:" + kind, "DTSTART:" + onset, "TZOFFSETFROM:" + from,
                "TZOFFSETTO:" + to, "END:" + kind) + "\r\n";
    }

    static void show(String zone, String noon, String... observances) {
        var text = String.join("\r\n", "BEGIN:VCALENDAR", "PRODID:-//x//x//EN", "VERSION:2.0",
                "BEGIN:VTIMEZONE", "TZID:" + zone) + "\r\n" + String.join("", observances)
                + String.join("\r\n", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z",
                "DTSTART;TZID=" + zone + ":" + noon, "SUMMARY:x", "END:VEVENT", "END:VCALENDAR", "");
        var start = Biweekly.parse(text).first().getEvents().get(0).getDateStart().getValue();
        System.out.println(zone + " " + start.toInstant());
    }

    public static void main(String[] args) {
        show("Europe/Madrid", "20270614T120000",
                observance("STANDARD", "20260101T000000", "+0100", "+0100"),
                observance("DAYLIGHT", "20270328T020000", "+0100", "+0200"));
        show("Australia/Lord_Howe", "20270114T120000",
                observance("STANDARD", "20260101T000000", "+1030", "+1030"),
                observance("DAYLIGHT", "20261004T020000", "+1030", "+1100"));
        show("Antarctica/Troll", "20270614T120000",
                observance("STANDARD", "20260101T000000", "+0000", "+0000"),
                observance("DAYLIGHT", "20270328T010000", "+0000", "+0200"));
        show("Africa/Windhoek", "20270114T120000",
                observance("DAYLIGHT", "20260101T000000", "+0200", "+0200"));
    }
}
JAVA
java -cp "lib/*" Read.java | tee seen
diff seen - <<'SEEN'
Europe/Madrid 2027-06-14T10:00:00Z
Australia/Lord_Howe 2027-01-14T00:30:00Z
Antarctica/Troll 2027-06-14T11:00:00Z
Africa/Windhoek 2027-01-14T09:00:00Z
SEEN
