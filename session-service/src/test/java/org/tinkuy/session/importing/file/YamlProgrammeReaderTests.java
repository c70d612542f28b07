package org.tinkuy.session.importing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.schedule.Insistence;

class YamlProgrammeReaderTests {

    private static final String HEAD =
            """
            programmes:
              - slug: one
                title: {en: One}
                time_zone: America/Lima
                mode: online
            """;

    @TempDir private Path directory;

    private final YamlProgrammeReader reader = FileFixtures.reader();

    @Test
    void readsAsLittleAsTheSourceStated() {
        var plan = read(HEAD);

        assertThat(plan.programme().events()).isEmpty();
        assertThat(plan.programme().setting().starts()).isNull();
        assertThat(plan.sessions()).isEmpty();
    }

    @Test
    void readsATimeZoneByTheNameOfToday() {
        var plan = read(HEAD.replace("America/Lima", "Asia/Calcutta"));

        assertThat(plan.programme().setting().timeZone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    }

    @Test
    void readsTheProgrammeOfTheReadme() throws IOException {
        var readme = Files.readString(Path.of("../README.md"));
        var begin = readme.indexOf("```yaml\n") + "```yaml\n".length();

        var plan = read(readme.substring(begin, readme.indexOf("```", begin)));

        assertThat(plan.programme().slug()).isEqualTo("our-workshops");
        assertThat(plan.sessions()).hasSize(2);
    }

    @Test
    void readsATimeOfDayWithOrWithoutQuotes() {
        var plan = read(HEAD + "    sessions: [{kind: hub, starts: 09:30, ends: \"11:00\"}]\n");

        assertThat(plan.sessions().getFirst().times().starts()).isEqualTo("09:30");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("    colour: red\n", "programmes[0].colour", "unknown-field", "line 6"),
                mistake(
                        "    events:\n      - {slug: a, title: {en: A}, when: later}\n",
                        "programmes[0].events[0].when",
                        "unknown-field",
                        "line 7"),
                mistake(
                        "    sessions: [{kind: party}]\n",
                        "programmes[0].sessions[0].kind",
                        "invalid-value",
                        "plenary, hub, challenge, workshop, dialogue"),
                mistake(
                        "    sessions: [{kind: hub, date: 2026-02-30}]\n",
                        "programmes[0].sessions[0].date",
                        "invalid-date",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, date: 2026}]\n",
                        "programmes[0].sessions[0].date",
                        "wrong-type",
                        "line 6: expected a date"),
                mistake(
                        "    sessions: [{kind: hub, starts: \"25:00\"}]\n",
                        "programmes[0].sessions[0].starts",
                        "invalid-time",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, time_zone: UTC-5}]\n",
                        "programmes[0].sessions[0].time_zone",
                        "invalid-time-zone",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, ends: \"18:00\"}]\n",
                        "programmes[0].sessions[0].ends",
                        "impossible",
                        "line 6: an end needs a start"),
                mistake(
                        "    sessions: [{kind: hub, capacity: 0}]\n",
                        "programmes[0].sessions[0].capacity",
                        "out-of-range",
                        "1"),
                mistake(
                        "    sessions: [{kind: hub, capacity: 2.5}]\n",
                        "programmes[0].sessions[0].capacity",
                        "wrong-type",
                        "a whole number"),
                mistake("    sessions: [{}]\n", "programmes[0].sessions[0].kind", "required", ""),
                mistake("    events: [null]\n", "programmes[0].events[0]", "required", ""),
                mistake(
                        "    audience: everybody\n",
                        "programmes[0].audience",
                        "wrong-type",
                        "list"),
                mistake(
                        "    expected_participants: \"60\"\n",
                        "programmes[0].expected_participants",
                        "wrong-type",
                        "a whole number"),
                mistake(
                        "    motto: {english: Hello}\n",
                        "programmes[0].motto.english",
                        "invalid-value",
                        ""),
                mistake(
                        "    starts: 2026-02-02\n    ends: 2026-02-01\n",
                        "programmes[0].ends",
                        "impossible",
                        "ends before it starts"),
                mistake(
                        "    slug: twice\n",
                        "programmes[0].slug",
                        "duplicate",
                        "line 6: it stands a second time"),
                mistake(
                        "    events: [{slug: a, title: {en: A}}, {slug: a, title: {en: A}}]\n",
                        "programmes[0].events[1].slug",
                        "duplicate",
                        "a"),
                mistake(
                        """
                            policy: {plenary: {starts: "18:00", ends: "20:00"}}
                            sessions: [{kind: plenary, starts: "09:00"}]
                        """,
                        "programmes[0].sessions[0].starts",
                        "outside-plenary-window",
                        "line 7: Plenaries of this programme take place between 18:00 and 20:00"),
                mistake(
                        "    sessions: [{kind: hub, date: 1899-12-31}]\n",
                        "programmes[0].sessions[0].date",
                        "invalid-date",
                        "line 6: expected a date, such as 2026-11-25, from 1900 to 2200"),
                mistake("    ends: 2201-01-01\n", "programmes[0].ends", "invalid-date", "line 6"),
                mistake("    month: 3022-09\n", "programmes[0].month", "invalid-date", "line 6"),
                mistake(
                        "    runs: {from: 202}\n",
                        "programmes[0].runs.from",
                        "invalid-date",
                        "line 6"),
                mistake(
                        "    events: [{slug: a, title: {en: A}, announced: 20211-05-19}]\n",
                        "programmes[0].events[0].announced",
                        "invalid-date",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, starts: 18}]\n",
                        "programmes[0].sessions[0].starts",
                        "wrong-type",
                        "line 6"),
                mistake(
                        "    policy: {plenary: {starts: 18:00, ends: 20:00, lasts: 2}}\n",
                        "programmes[0].policy.plenary.lasts",
                        "wrong-type",
                        "line 6: expected a duration"),
                mistake(
                        "    dialogue: {questions: yes, commitments_tracked: true}\n",
                        "programmes[0].dialogue.questions",
                        "wrong-type",
                        "line 6: expected true or false"),
                mistake(
                        "    dialogue: {questions: true}\n",
                        "programmes[0].dialogue.commitments_tracked",
                        "required",
                        "line 6"),
                mistake(
                        "    expected_participants: 012\n",
                        "programmes[0].expected_participants",
                        "wrong-type",
                        "line 6"),
                mistake(
                        "    expected_participants: 1_000\n",
                        "programmes[0].expected_participants",
                        "wrong-type",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, date: 2027-11-25, starts: 14:00, ends: 13:00}]\n",
                        "programmes[0].sessions[0].ends",
                        "next-day",
                        "line 6: From 14:00 to 13:00 it would last 23 hours"),
                mistake(
                        "    sessions: [{kind: hub, time_zone: America/Santiago, date: 2027-09-05,"
                                + " starts: 00:15}]\n",
                        "programmes[0].sessions[0].starts",
                        "skipped-time",
                        "line 6: 00:15 does not exist on 2027-09-05 in America/Santiago"),
                mistake(
                        "    events: [{slug: e, title: {en: E}, time_zone: America/Santiago,"
                                + " sessions: [{kind: hub, date: 2027-09-05, starts: 00:15}]}]\n",
                        "programmes[0].events[0].sessions[0].starts",
                        "skipped-time",
                        "line 6: 00:15 does not exist on 2027-09-05 in America/Santiago"),
                mistake(
                        "    runs: {from: 2026, until: 2022}\n",
                        "programmes[0].runs.until",
                        "impossible",
                        "line 6"),
                mistake("    place: *p\n", "", "malformed", "line 6: *p refers"),
                mistake("    place: ~\n", "", "malformed", "line 6: ~"),
                mistake("    ~: Cusco\n", "", "malformed", "line 6: ~"),
                mistake("    place: NULL\n", "", "malformed", "line 6: NULL"),
                mistake("    audience: [*p]\n", "", "malformed", "line 6: *p"),
                mistake("    *p : Cusco\n", "", "malformed", "line 6: *p"),
                mistake("    <<: {place: Cusco}\n", "", "malformed", "line 6: <<"),
                mistake("    place: !!str 12\n", "", "malformed", "line 6"),
                mistake("    place: !secret Cusco\n", "", "malformed", "line 6: !secret"),
                mistake("    audience: !!set {a}\n", "", "malformed", "line 6"),
                mistake("---\nprogrammes: []\n", "", "malformed", "line 6: ---"),
                mistake(
                        "    ? [a, b]\n    : c\n",
                        "",
                        "malformed",
                        "line 6: […]: A key is one word"),
                mistake("    {a: b}: c\n", "", "malformed", "line 6: {…}: A key is one word"),
                mistake("    place: .nan\n", "", "malformed", "line 6: .nan: put it in quotes"),
                mistake("    place: -.inf\n", "", "malformed", "line 6: -.inf: put it in quotes"),
                mistake(
                        "    expected_participants: 99999999999\n",
                        "programmes[0].expected_participants",
                        "out-of-range",
                        "line 6: this number is larger"),
                mistake(
                        "    expected_participants: " + "9".repeat(1_001) + "\n",
                        "programmes[0].expected_participants",
                        "out-of-range",
                        "line 6: this number is larger"),
                mistake(
                        "    expected_participants: -" + "9".repeat(90_000) + "\n",
                        "programmes[0].expected_participants",
                        "out-of-range",
                        "line 6: this number is larger"),
                mistake(
                        "    expected_participants: 1." + "9".repeat(2_000) + "\n",
                        "programmes[0].expected_participants",
                        "wrong-type",
                        "line 6: expected a whole number"),
                mistake(
                        "    start: 2027-05-26\n",
                        "programmes[0].start",
                        "unknown-field",
                        "line 6: did you mean starts? expected one of"),
                mistake(
                        "    events: [{slug: Apurímac, title: {en: A}}]\n",
                        "programmes[0].events[0].slug",
                        "invalid-value",
                        "line 6: small letters from a to z and digits"),
                mistake(
                        "    events: [{slug: a}]\n",
                        "programmes[0].events[0].title",
                        "required",
                        "line 6: has to be given"),
                mistake(
                        "    sessions: [{kind: hub, date: 2026-11-21}]\n",
                        "programmes[0].sessions[0].date",
                        "past",
                        "Send the file with ?meant=past"),
                mistake("    place: \"Cusco\n", "", "malformed", "this is no YAML"),
                mistake(
                        "    place: \u0007\n",
                        "",
                        "malformed",
                        "line 6: there is a character that no text has: U+0007"),
                mistake(
                        "    place: \u0000\n",
                        "",
                        "malformed",
                        "line 6: there is a character that no text has: U+0000"),
                mistake("    place: [Cusco]\n", "programmes[0].place", "wrong-type", "line 6"),
                mistake("    place: {en: Cusco}\n", "programmes[0].place", "wrong-type", "line 6"),
                mistake("    slug: \"two\"\n", "programmes[0].slug", "duplicate", "line 6"),
                mistake(
                        """
                            sessions:
                              - {kind: plenary, date: 2027-05-26, starts: 18:00, ends: 20:00}
                              - {kind: plenary, date: 2027-05-26, starts: 19:00, ends: 20:00}
                        """,
                        "programmes[0].sessions[1].date",
                        "overlapping-plenaries",
                        "line 8"),
                mistake("  - {slug: one", "", "malformed", "line"));
    }

    private static Arguments mistake(String yaml, String field, String code, String detail) {
        return Arguments.of(HEAD + yaml, new FieldError(field, code, detail));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheFieldThatIsWrong(String yaml, FieldError expected) {
        var errors = refusal(yaml).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().code()).isEqualTo(expected.code());
        assertThat(errors.getFirst().field()).isEqualTo(expected.field());
        assertThat(errors.getFirst().detail())
                .contains(expected.detail())
                .doesNotContain("Exception", "org.", "java.", "tools.");
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("012", "012"),
                Arguments.of("0x1F", "0x1F"),
                Arguments.of("1_000", "1_000"),
                Arguments.of("18:00", "18:00"),
                Arguments.of("yes", "yes"),
                Arguments.of("no", "no"),
                Arguments.of("Off", "Off"),
                Arguments.of("2027-05-26", "2027-05-26"),
                Arguments.of("+51", "+51"),
                Arguments.of(".5", ".5"),
                Arguments.of("&p Cusco", "Cusco"),
                Arguments.of("\"~\"", "~"),
                Arguments.of("\"*p\"", "*p"),
                Arguments.of("'null'", "null"),
                Arguments.of("C. San Martín #12", "C. San Martín"),
                Arguments.of("null", null),
                Arguments.of("", null),
                Arguments.of("\" \"", null),
                Arguments.of("\"\"", null));
    }

    @ParameterizedTest
    @MethodSource("words")
    void publishesTheTextThatIsWritten(String written, @Nullable String place) {
        assertThat(read(HEAD + "    place: " + written + "\n").programme().setting().place())
                .isEqualTo(place);
    }

    /// What YAML takes for a number or a truth is refused where a text belongs, or is the text.
    @ParameterizedTest
    @ValueSource(strings = {"12", "1.50", "1e3", "-0", ".inf", ".nan", "true", "false"})
    void makesNoOtherTextOfANumber(String written) {
        var yaml = HEAD + "    place: " + written + "\n";

        try {
            assertThat(read(yaml).programme().setting().place()).isEqualTo(written);
        } catch (InvalidInput e) {
            assertThat(e.errors())
                    .allSatisfy(error -> assertThat(error.detail()).startsWith("line 6: "));
        }
    }

    @Test
    void namesEverythingThatSpeaksAgainstEverySession() {
        var yaml =
                HEAD
                        + """
                            policy: {plenary: {starts: 18:00, ends: 20:00, lasts: PT2H}}
                            sessions:
                              - {kind: plenary, date: 2027-05-26, starts: 18:00, ends: 20:00}
                              - {kind: plenary, date: 2027-05-26, starts: 19:00, ends: 21:00}
                              - {kind: hub, ends: 21:00}
                        """;

        assertThat(refusal(yaml).errors())
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly(
                        "programmes[0].sessions[1].starts outside-plenary-window",
                        "programmes[0].sessions[1].date overlapping-plenaries",
                        "programmes[0].sessions[2].ends impossible");
    }

    @Test
    void namesOverlapsBesideWhatElseSpeaksAgainstBoth() {
        var yaml =
                HEAD
                        + """
                            policy: {plenary: {starts: 18:00, ends: 20:00}}
                            sessions:
                              - {kind: plenary, date: 2027-05-26, starts: 19:00, ends: 22:00}
                              - {kind: plenary, date: 2027-05-26, starts: 21:00, ends: 23:00}
                        """;

        assertThat(told(yaml))
                .containsExactly(
                        "programmes[0].sessions[0].starts outside-plenary-window",
                        "programmes[0].sessions[1].starts outside-plenary-window",
                        "programmes[0].sessions[1].date overlapping-plenaries");
    }

    @Test
    void namesEveryValueThatDoesNotFitInTheOrderOfTheFile() {
        var yaml =
                """
                programmes:
                  - slug: one
                    titel: {en: One}
                    time_zone: Lima
                    mode: nowhere
                    colour: red
                    sessions:
                      - {kind: hub, date: 2027-05-26}
                      - {kind: party, date: 2026-02-30, capacity: "3"}
                      - {kind: hub, capacity: 0}
                """;

        assertThat(told(yaml))
                .containsExactly(
                        "programmes[0].title required",
                        "programmes[0].titel unknown-field",
                        "programmes[0].time_zone invalid-time-zone",
                        "programmes[0].mode invalid-value",
                        "programmes[0].colour unknown-field",
                        "programmes[0].sessions[1].kind invalid-value",
                        "programmes[0].sessions[1].date invalid-date",
                        "programmes[0].sessions[1].capacity wrong-type",
                        "programmes[0].sessions[2].capacity out-of-range");
    }

    @Test
    void namesWhatCannotBeInEachProgramme() {
        var second = HEAD.replace("programmes:\n", "").replace("slug: one", "slug: two");
        var yaml =
                HEAD
                        + "    starts: 2027-02-02\n    ends: 2027-02-01\n"
                        + second
                        + "    sessions: [{kind: hub, ends: \"18:00\"}]\n"
                        + second;

        assertThat(told(yaml))
                .containsExactly(
                        "programmes[0].ends impossible",
                        "programmes[1].sessions[0].ends impossible",
                        "programmes[2].slug duplicate");
    }

    @Test
    void tellsNoMoreThanAPersonReads() {
        var key = HEAD + "    ? " + "k".repeat(90_000) + "\n    : 1\n";
        var past = HEAD + "    sessions:\n" + "      - {kind: hub, date: 2021-05-26}\n".repeat(70);

        assertThat(refusal(key).getMessage()).hasSizeLessThan(1500).contains("kkk…kkk");
        assertThat(refusal(past).errors()).hasSize(51);
        assertThat(refusal(past).errors().getLast().detail()).isEqualTo("and 20 more");
    }

    static Stream<String> expensive() {
        return Stream.of(
                HEAD + "    audience: " + "[".repeat(40_000),
                HEAD + "    audience:\n      " + "- ".repeat(40_000),
                HEAD + "    audience: " + "{a: ".repeat(20_000),
                HEAD + "    #" + "x".repeat(4 << 20),
                HEAD + "    place: " + "x".repeat(4 << 20));
    }

    /// Within a parser each of these took seconds.
    @ParameterizedTest
    @MethodSource("expensive")
    void givesUpWhereReadingWouldCostMoreThanAFileIsWorth(String yaml) {
        assertThat(refusal(yaml).errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.detail()).matches("line [67]: .* (deeper|up to) .*"));
    }

    @Test
    void tellsOfTooManyProgrammesThatThereAreTooMany() {
        var refusal = refusal("programmes:\n" + "  - {slug: nothing-else}\n".repeat(101));
        assertThat(refusal.errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("programmes");
                    assertThat(error.code()).isEqualTo("too-many");
                });
    }

    @Test
    void readsNoCharacterBeyondAllNumbers() {
        var refusal = refusal(HEAD + "    place: \"\\UFFFFFFFF\"\n");
        assertThat(refusal.errors()).extracting(FieldError::code).containsExactly("malformed");
    }

    @Test
    void takesWhatIsMeant() {
        var yaml =
                HEAD + "    sessions: [{kind: hub, date: 2027-11-25, starts: 14:00, ends: 13:00}]";

        assertThat(reader.read(file(yaml), Insistence.ALL_IS_MEANT).getFirst().sessions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1", "a-b", "heading-to-perumin-2026"})
    void takesWordsWithHyphensAsASlug(String slug) {
        assertThat(read(HEAD.replace("slug: one", "slug: \"" + slug + "\"")).programme().slug())
                .isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a-", "a--b", "A", "a b", "ñ", "", "a\\n"})
    void takesNothingElseAsASlug(String slug) {
        assertThat(refusal(HEAD.replace("slug: one", "slug: \"" + slug + "\"")).errors())
                .extracting(FieldError::field)
                .contains("programmes[0].slug");
    }

    /// What reads word by word must not go one call deeper with each of them.
    @ParameterizedTest
    @MethodSource("longTexts")
    void refusesWhateverIsLong(String yaml) {
        assertThat(refusal(yaml).errors()).isNotEmpty();
    }

    private static Stream<String> longTexts() {
        return Stream.of(
                HEAD.replace("slug: one", "slug: " + "a-".repeat(50_000) + "a"),
                HEAD.replace("slug: one", "slug: " + "a".repeat(100_000)),
                HEAD.replace("America/Lima", "America/".repeat(12_000)),
                HEAD.replace("online", "on ".repeat(30_000)),
                HEAD.replace("{en: One}", "{en: " + "One ".repeat(25_000) + "}"),
                HEAD.replace("{en: One}", "{" + "en.".repeat(30_000) + ": One}"),
                HEAD + "    " + "a.".repeat(50_000) + ": 1\n",
                HEAD + "    sessions: [{kind: hub, starts: " + "1:".repeat(50_000) + "1}]\n",
                HEAD + "    sessions: [{kind: hub, seats: " + "1_".repeat(50_000) + "1}]\n",
                HEAD + "    sessions: " + "[".repeat(100_000) + "\n");
    }

    @Test
    void namesEveryRequiredFieldThatIsMissing() {
        assertThat(refusal("programmes: [{mode: online}]").errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "programmes[0].slug", "programmes[0].time_zone", "programmes[0].title");
    }

    @Test
    void refusesWhatIsNoProgrammeFile() {
        assertThat(refusal("").errors())
                .containsExactly(new FieldError("", "required", "The file is empty."));
        assertThat(refusal("# nothing\n").errors())
                .extracting(FieldError::code)
                .contains("required");
        assertThat(refusal("[1, 2]").errors()).hasSize(1);
        assertThat(refusal("programmes: []").errors())
                .extracting(FieldError::code)
                .containsExactly("required");
        assertThat(refusal("\t%&").errors()).extracting(FieldError::code).contains("malformed");
        assertThat(refusal("~").errors()).extracting(FieldError::code).contains("malformed");
    }

    private List<String> told(String yaml) {
        return refusal(yaml).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private ProgrammePlan read(String yaml) {
        return reader.read(file(yaml), Insistence.NONE).getFirst();
    }

    private InvalidInput refusal(String yaml) {
        return catchThrowableOfType(
                InvalidInput.class, () -> reader.read(file(yaml), Insistence.NONE));
    }

    private Path file(String yaml) {
        try {
            return Files.writeString(directory.resolve("programmes.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
