package org.tinkuy.site;

import java.util.Locale;
import java.util.UUID;

/// A programme with an event and two sessions, as session-service tells organisers of its drafts.
final class Drafted {

    static final UUID PROGRAMME = id(0x90);
    static final UUID EVENT = id(0x91);
    static final UUID FIRST = id(0x92);
    static final UUID SECOND = id(0x93);

    static final String DESK = "/organiser/desk/" + PROGRAMME;
    static final String API = "/api/programmes/" + PROGRAMME + "/draft";
    static final String SESSION_API = "/api/sessions/" + FIRST + "/draft";

    static final String PROGRAMME_DRAFT =
            """
            {"id":"%s","slug":"heading-to-perumin-2","version":3,
             "title":{"es":"Rumbo <a> PERUMIN","en":"Heading to PERUMIN","aym":"Jutaña"},
             "organisers":["IIMP"],"timeZone":"America/Lima","mode":"in-person",
             "admission":"open","newsletter":{"name":"Newsletter PERUMIN"},
             "policy":{"plenary":{"starts":"18:00:00","ends":"20:00:00","lasts":"PT2H"}},
             "translations":{"en":{"IIMP":"Institute"}},"facts":["A fact"]}
            """
                    .formatted(PROGRAMME);

    static final String EVENT_DRAFT =
            """
            {"id":"%s","slug":"apurimac","version":2,"title":{"es":"Apurímac","en":"Apurímac"},
             "region":"Apurímac","sequence":2,"facts":["Copper"],"starts":"2027-05-26",
             "ends":"2027-05-27"}
            """
                    .formatted(EVENT);

    static final String FIRST_DRAFT =
            """
            {"id":"%s","programmeId":"%s","eventId":"%s","version":5,"kind":"plenary",
             "title":{"es":"Minería y agua"},"date":"2027-05-26","starts":"18:00:00",
             "ends":"20:00:00","place":"Abancay"}
            """
                    .formatted(FIRST, PROGRAMME, EVENT);

    private static final String SECOND_DRAFT =
            """
            {"id":"%s","programmeId":"%s","eventId":"%s","version":1,"kind":"plenary"}
            """
                    .formatted(SECOND, PROGRAMME, EVENT);

    static final UUID ANA = id(0x94);
    static final UUID LUIS = id(0x95);

    static final String ANA_DRAFT =
            """
            {"id":"%s","slug":"ana-quispe","version":4,"name":"Ana <b> Quispe","role":"Ingeniera",
             "institution":"UNSAAC","languages":["es","ay"],"biography":{"es":"Veinte años."},
             "address":"ana@example.org","agreed":"2026-11-20"}
            """
                    .formatted(ANA);

    private static final String LUIS_DRAFT =
            """
            {"id":"%s","slug":"luis-mamani","version":1,"name":"Luis Mamani","languages":[]}
            """
                    .formatted(LUIS);

    static final String NO_CHANGES = "{\"state\":\"seen\",\"changes\":[]}";

    private Drafted() {}

    static void told(StubServices services) {
        services.reset();
        services.answers("GET " + API, 200, PROGRAMME_DRAFT);
        services.answers("GET " + API + "/events", 200, "[" + EVENT_DRAFT + "]");
        services.answers(
                "GET " + API + "/sessions", 200, "[" + FIRST_DRAFT + "," + SECOND_DRAFT + "]");
        services.answers("GET " + API + "/speakers", 200, "[" + ANA_DRAFT + "," + LUIS_DRAFT + "]");
        services.answers("GET " + SESSION_API, 200, FIRST_DRAFT);
        services.answers("GET " + API + "/changes", 200, NO_CHANGES);
    }

    static final String CHANGED_MEANWHILE = "{\"type\":\"urn:tinkuy:problem:draft-changed\"}";

    private static UUID id(int last) {
        return UUID.fromString(String.format(Locale.ROOT, "0195a1c0-0000-7000-8000-%012x", last));
    }
}
